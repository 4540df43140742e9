import { el, icon } from './dom.js';
import { clock, day, known, number } from './format.js';
import { label, t } from './words.js';

/** What an answer about calls rests on: figures with their pages, and lines that open at their second. */
export function callEvidence({ figures = [], citations = [], link }) {
  return [
    el('p', { className: 'source' }, icon('phone'), t('call-answer.source')),
    figures.length > 0 && table(figures),
    citations.length > 0 && el('h2', {}, t('call-answer.lines', { n: citations.length })),
    citations.length > 0 && el('ol', { className: 'call-lines' }, citations.map(line)),
    link && el('p', {}, el('a', { href: link }, t('call-answer.more'))),
  ];
}

function table(figures) {
  return el(
    'div',
    { className: 'figures' },
    el(
      'table',
      { 'aria-label': t('call-answer.figures') },
      el(
        'thead',
        {},
        el(
          'tr',
          {},
          ['what', 'value', 'n', 'likely'].map((column) => el('th', { scope: 'col' }, t(`call-answer.${column}`))),
        ),
      ),
      el('tbody', {}, figures.map(row)),
    ),
  );
}

function row(figure) {
  const range = known(figure.low) && known(figure.high) ? `${number(figure.low)}–${number(figure.high)}` : '–';
  return el(
    'tr',
    { 'data-judged': String(figure.judged) },
    el('th', { scope: 'row' }, figure.link ? el('a', { href: figure.link }, figure.label) : figure.label),
    el('td', {}, figure.judged ? figure.shown : t('call-answer.unjudged')),
    el('td', {}, number(figure.n)),
    el('td', {}, figure.judged ? range : '–'),
  );
}

function line(citation) {
  const at = known(citation.startSeconds) ? clock(citation.startSeconds) : t('call-answer.hear');
  const who = citation.speaker === 'rep' ? citation.repName : label('speaker', citation.speaker);
  return el(
    'li',
    {},
    el(
      'p',
      { className: 'muted' },
      el('a', { href: `/calls/${encodeURIComponent(citation.callId)}#u=${encodeURIComponent(citation.utteranceId)}` }, at),
      ` ${[citation.customer, day(citation.startedAt), who].filter(Boolean).join(' · ')}`,
    ),
    el('blockquote', {}, citation.text),
  );
}
