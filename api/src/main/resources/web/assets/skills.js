import { el, svg } from './dom.js';
import { explanation, grounds, judged, unjudged, version } from './explain.js';
import { judgedBy } from './emotion.js';
import { clock, known } from './format.js';
import { SPACE, label, maybe, t } from './words.js';

/** The skills that had an occasion in this call, each with its evidence. */
export function skills(call, utterances, open) {
  const scores = call.skills ?? [];
  return el(
    'section',
    { className: 'card' },
    el('h2', {}, t('skills.title')),
    scores.length
      ? el('ul', { className: 'skills' }, scores.map((score) => skill(call, score, utterances, open)))
      : el('p', { className: 'muted' }, t('skills.empty')),
  );
}

function skill(call, score, utterances, open) {
  const name = label('skill', score.skill);
  const found = (score.evidence ?? []).map((one) => utterances.get(one)).filter(Boolean);
  return el(
    'li',
    {},
    el(
      'details',
      {},
      el(
        'summary',
        { title: version(call) },
        el('span', { className: 'skill-name' }, name),
        judged(score) ? [bar(name, score), figure(score)] : el('span', { className: 'unjudged' }, unjudged(score)),
      ),
      el('p', {}, explanation(call, score, utterances)),
      el('p', { className: 'muted' }, maybe(`skill.${score.skill}.about`), SPACE, judgedBy(score.skill, found), SPACE, t('skills.occasions', { n: score.n })),
      el('ul', { className: 'quotes' }, found.map((utterance) => el('li', {}, quote(utterance, open)))),
      el('p', { className: 'muted small' }, grounds(score), SPACE, version(call)),
    ),
  );
}

/** The score as a mark on a bar that fades where it may truly lie. */
function bar(name, { score, band }) {
  const value = Math.round(score);
  return svg(
    'svg',
    { viewBox: '0 0 100 6', preserveAspectRatio: 'none', role: 'img', 'aria-label': t('skills.bar', { skill: name, score: value }) },
    svg('rect', { width: 100, height: 6, class: 'rail' }),
    svg('rect', { width: Math.max(1, band ? band.low : value), height: 6, class: 'bar' }),
    ...(band
      ? [
          svg('rect', { x: band.low, width: band.high - band.low, height: 6, class: 'band' }),
          svg('rect', { x: Math.min(98.8, score), width: 1.2, height: 6, class: 'here' }),
        ]
      : []),
  );
}

function figure({ score, band }) {
  return el(
    'span',
    { className: 'figure' },
    el('strong', { 'aria-hidden': 'true' }, String(Math.round(score))),
    band && el('small', { className: 'muted', title: t('skills.band.about') }, `${Math.round(band.low)}–${Math.round(band.high)}`),
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
