import { el } from './dom.js';
import { emotionChip } from './emotion.js';
import { percent, known } from './format.js';
import { SPIN } from './labels.js';
import { label, maybe, t } from './words.js';

/** Whether this is one of the four SPIN question types. */
export const isSpin = (type) => SPIN.includes(type);

/** From so much certainty on, an objection is shown as one; below, as a moment that may be one. */
export const SURE_OBJECTION = 0.7;

/** Whether an objection is heard in this utterance, and for certain. */
export const objects = (one) => !one.unclear && one.objection && one.objection !== 'none' && !(one.objectionScore < SURE_OBJECTION);

const sure = (score) => (known(score) ? t('label.sure', { percent: percent(score) }) : undefined);

/**
 * The labels of an utterance, each in words; certainty is in the tooltip.
 *
 * @param answers whether it answers an objection: only there do handling steps and faults mean something
 */
export function chips(utterance, answers) {
  if (utterance.unclear) {
    return [el('span', { className: 'chip unclear', title: t('label.unclear.about') }, t('label.unclear'))];
  }
  const { questionType, objection, sentiment } = utterance;
  return [
    questionType && questionType !== 'none' && question(questionType, utterance.questionScore),
    objection &&
      objection !== 'none' &&
      el(
        'span',
        { className: objects(utterance) ? 'chip objection' : 'chip unclear', title: sure(utterance.objectionScore) },
        t(objects(utterance) ? 'objection.label' : 'objection.perhaps', { type: label('objection', objection) }),
      ),
    answers && (utterance.steps ?? []).map((step) => el('span', { className: 'chip step' }, `✓ ${label('step', step)}`)),
    answers && (utterance.faults ?? []).map((fault) => el('span', { className: 'chip fault' }, `! ${label('fault', fault)}`)),
    (sentiment === 'positive' || sentiment === 'negative') &&
      el(
        'span',
        { className: `chip ${sentiment}`, title: sure(utterance.sentimentScore) },
        `${sentiment === 'positive' ? '+' : '−'} ${t(`sentiment.${sentiment}`)}`,
      ),
    emotionChip(utterance),
  ];
}

function question(type, score) {
  return el(
    'span',
    { className: isSpin(type) ? `chip spin ${type}` : 'chip', title: sure(score) },
    isSpin(type) && el('b', { 'aria-hidden': 'true' }, type[0].toUpperCase()),
    label('question', type),
  );
}

/** Who speaks, in words; a file that calls the customer just “Customer” has no name to show. */
export function side({ speaker = 'unknown', speakerName }) {
  const named = speakerName && speakerName.toLowerCase() !== speaker;
  return named ? speakerName : label('speaker', speaker);
}

/** A talk track's words, with its blanks in curly braces marked as blanks. */
export function script(text) {
  return (text ?? '')
    .split(/(\{[^{}]*\})/)
    .map((part) => (/^\{.*\}$/.test(part) ? el('span', { className: 'blank' }, part.slice(1, -1)) : part));
}

/** A call's status in words. */
export function statusMark(call) {
  return el('span', { className: `mark ${call.status}` }, maybe(`status.${call.status}`) || call.status);
}
