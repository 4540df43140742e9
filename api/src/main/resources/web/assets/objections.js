import { arc, proof } from './arc.js';
import { doubtful, perhaps as unsure, SURE_OBJECTION } from './chips.js';
import { el, icon } from './dom.js';
import { known, percent } from './format.js';
import { SPOKEN_FAULTS, SPOKEN_STEPS, STEPS } from './labels.js';
import { quote } from './skills.js';
import { anchor, suggestion } from './suggestions.js';
import { label, t } from './words.js';

/**
 * Each objection: what was said, how it was handled, and what to say next time. Those that may be
 * none stand below, folded, so that a reader meets the sure ones first.
 */
export function objections(call, utterances, open) {
  const found = call.objections ?? [];
  const sure = found.filter((one) => !(one.certainty < SURE_OBJECTION));
  const perhaps = found.filter((one) => one.certainty < SURE_OBJECTION);
  const advised = new Map(); // suggestion's text → the utterance where it stands already
  const drawn = (objection) => draw(objection, utterances, advised, open);
  return el(
    'section',
    { className: 'card objections' },
    el('h2', {}, t('objections.title'), sure.length > 0 && el('span', { className: 'count' }, String(sure.length))),
    !sure.length && el('p', { className: 'muted' }, t(perhaps.length ? 'objections.none-sure' : 'objections.empty')),
    sure.map(drawn),
    perhaps.length > 0 &&
      el('details', { className: 'perhaps' }, el('summary', {}, t('objections.perhaps', { n: perhaps.length })), perhaps.map(drawn)),
  );
}

function draw(objection, utterances, advised, open) {
  const raised = utterances.get(objection.utteranceId ?? objection.id);
  return el(
    'article',
    { className: 'objection' },
    el(
      'header',
      {},
      el('h3', {}, label('objection', objection.type)),
      el(
        'span',
        { className: 'muted' },
        known(objection.score) ? t('objections.score', { score: Math.round(objection.score) }) : t('objections.unanswered'),
      ),
    ),
    raised && quote(raised, open),
    objection.certainty < SURE_OBJECTION && el('p', { className: 'muted small' }, t('objections.unsure', { percent: percent(objection.certainty) })),
    steps(objection, raised, utterances, open),
    el(
      'p',
      { className: 'chips' },
      (objection.faults ?? []).map((fault) => el('span', { className: 'chip fault' }, '! ', proof(fault, label('fault', fault), objection, utterances, open))),
      doubtful(SPOKEN_FAULTS, objection.faults ?? [], objection.course?.certainty).map((fault) =>
        unsure(t('label.perhaps', { label: label('fault', fault) }), objection.course.certainty[fault]),
      ),
      objection.cameBack && !objection.course?.timesRaised && el('span', { className: 'chip fault' }, t('objections.came-back')),
      mood(objection),
    ),
    arc(objection, utterances, open),
    objection.suggestion && (sameAdvice(objection.suggestion, raised, advised, open) ?? suggestion(objection.suggestion, utterances, open)),
  );
}

/** All steps, those that were seen ticked; a pause can only be seen where there are times. */
function steps(objection, raised, utterances, open) {
  const seen = new Set(objection.steps ?? []);
  const certainty = objection.course?.certainty ?? {};
  const perhaps = new Set(doubtful(SPOKEN_STEPS, [...seen], certainty));
  const state = (step) => (seen.has(step) ? 'seen' : perhaps.has(step) ? 'perhaps' : 'missing');
  const possible = STEPS.filter((step) => step !== 'pause' || seen.has(step) || known(raised?.startSeconds));
  return el(
    'ol',
    { className: 'steps', 'aria-label': t('objections.steps') },
    possible.map((step) =>
      el(
        'li',
        { className: state(step), title: known(certainty[step]) ? t(perhaps.has(step) ? 'label.unsure' : 'label.sure', { percent: percent(certainty[step]) }) : undefined },
        state(step) !== 'perhaps' && icon(seen.has(step) ? 'check' : 'cross'),
        proof(step, perhaps.has(step) ? t('label.perhaps', { label: label('step', step) }) : label('step', step), objection, utterances, open),
        state(step) !== 'perhaps' && el('span', { className: 'unseen' }, `: ${t(`objections.${state(step)}`)}`),
      ),
    ),
  );
}

function mood({ valenceBefore: before, valenceAfter: after }) {
  if (!known(before) || !known(after)) return null;
  const words = (valence) => t(`sentiment.${valence > 0.2 ? 'positive' : valence < -0.2 ? 'negative' : 'neutral'}`);
  if (words(before) === words(after)) return null;
  return el('span', { className: 'chip' }, t('objections.mood', { before: words(before), after: words(after) }));
}

/** An objection that comes back has the same advice; it is not written out twice. */
function sameAdvice(one, raised, advised, open) {
  const first = advised.get(one.text);
  if (!first) {
    if (raised) advised.set(one.text, raised);
    return null;
  }
  return el('div', { className: 'track', id: anchor(one) }, el('h4', {}, t('suggestion.title')), el('p', {}, t('suggestion.same')), quote(first, open));
}
