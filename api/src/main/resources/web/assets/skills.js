import { el, svg } from './dom.js';
import { judgedBy } from './emotion.js';
import { clock, known } from './format.js';
import { label, maybe, t } from './words.js';

/** The skills that had an occasion in this call, each with its evidence. */
export function skills(call, utterances, open) {
  const scores = call.skills ?? [];
  return el(
    'section',
    { className: 'card' },
    el('h2', {}, t('skills.title')),
    scores.length
      ? el('ul', { className: 'skills' }, scores.map((score) => skill(score, utterances, open)))
      : el('p', { className: 'muted' }, t('skills.empty')),
  );
}

function skill({ skill: id, score, n, evidence }, utterances, open) {
  const value = Math.round(score);
  const name = label('skill', id);
  const found = (evidence ?? []).map((one) => utterances.get(one)).filter(Boolean);
  return el(
    'li',
    {},
    el(
      'details',
      {},
      el(
        'summary',
        {},
        el('span', { className: 'skill-name' }, name),
        svg(
          'svg',
          { viewBox: '0 0 100 6', preserveAspectRatio: 'none', role: 'img', 'aria-label': t('skills.bar', { skill: name, score: value }) },
          svg('rect', { width: 100, height: 6, class: 'rail' }),
          svg('rect', { width: Math.max(1, value), height: 6, class: 'bar' }),
        ),
        el('strong', { 'aria-hidden': 'true' }, String(value)),
      ),
      el('p', { className: 'muted' }, maybe(`skill.${id}.about`), ' ', judgedBy(id, found), ' ', t('skills.occasions', { n })),
      el('ul', { className: 'quotes' }, found.map((utterance) => el('li', {}, quote(utterance, open)))),
    ),
  );
}

/** One line of the call that opens it in the transcript. */
export function quote(utterance, open) {
  return el(
    'button',
    { type: 'button', className: `quote ${utterance.speaker}`, onclick: () => open(utterance.id) },
    known(utterance.startSeconds) && el('span', { className: 'time' }, clock(utterance.startSeconds)),
    el('span', {}, utterance.displayText || utterance.text),
  );
}
