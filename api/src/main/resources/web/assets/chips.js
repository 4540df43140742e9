import { el } from './dom.js';
import { emotionChip } from './emotion.js';
import { percent, known } from './format.js';
import { SPIN, SPOKEN_FAULTS, SPOKEN_STEPS } from './labels.js';
import { label, maybe, t } from './words.js';

/** Whether this is one of the four SPIN question types. */
export const isSpin = (type) => SPIN.includes(type);

/** From so much certainty on, a question's type and a feeling are counted; below, they are shown as "perhaps". */
export const COUNTS_FROM = 0.5;

/** The same of a need: a topic rests on it. */
export const SURE_NEED = 0.6;

/** The same of an objection: a rep is judged by it. */
export const SURE_OBJECTION = 0.7;

/** Whether an objection is heard in this utterance, and for certain. */
export const objects = (one) => !one.unclear && one.objection && one.objection !== 'none' && !(one.objectionScore < SURE_OBJECTION);

/** Whether the customer's words state something to be solved or had, certain or not. */
export const needs = (one) => !one.unclear && one.need && one.need !== 'none';

/** Whether they do so for certain, and are not rather an objection. */
const surelyNeeds = (one) =>
  !(one.needScore < SURE_NEED) && !(one.objection && one.objection !== 'none' && one.objectionScore >= one.needScore);

const sure = (score) => (known(score) ? t('label.sure', { percent: percent(score) }) : undefined);

/** What an utterance asks: what it is labelled with first, then what else it asks, with those words. */
export function questions({ questionType, questionScore, furtherQuestions = [], text }) {
  return [
    { type: questionType, score: questionScore },
    ...furtherQuestions.map(({ question: { label: type, score }, from, to }) => ({ type, score, words: text.slice(from, to) })),
  ].filter(({ type }) => type && type !== 'none');
}

/**
 * The labels of an utterance, each in words; certainty is in the tooltip.
 *
 * @param answers whether it answers an objection: only there do handling steps and faults mean something
 */
export function chips(utterance, answers) {
  if (utterance.unclear) {
    return [el('span', { className: 'chip unclear', title: t('label.unclear.about') }, t('label.unclear'))];
  }
  const { objection, need, sentiment } = utterance;
  return [
    questions(utterance).map(({ type, score, words }) => question(type, score, words)),
    objection &&
      objection !== 'none' &&
      (objects(utterance)
        ? el(
            'span',
            { className: 'chip objection', title: sure(utterance.objectionScore) },
            t('objection.label', { type: label('objection', objection) }),
          )
        : perhaps(t('objection.perhaps', { type: label('objection', objection) }), utterance.objectionScore)),
    needs(utterance) &&
      (surelyNeeds(utterance)
        ? el('span', { className: 'chip need', title: sure(utterance.needScore) }, label('need', need))
        : perhaps(t('label.perhaps', { label: label('need', need) }), utterance.needScore)),
    answers && handling(utterance, 'step', SPOKEN_STEPS, utterance.steps, '✓'),
    answers && handling(utterance, 'fault', SPOKEN_FAULTS, utterance.faults, '!'),
    (sentiment === 'positive' || sentiment === 'negative') && feeling(sentiment, utterance.sentimentScore),
    emotionChip(utterance),
  ];
}

/** Steps or faults of an answer: those that count, then those that are only perhaps there. */
function handling({ handlingCertainty = {} }, family, all, seen = [], mark) {
  return [
    ...seen.map((id) => el('span', { className: `chip ${family}`, title: sure(handlingCertainty[id]) }, `${mark} ${label(family, id)}`)),
    ...doubtful(all, seen, handlingCertainty).map((id) => perhaps(t('label.perhaps', { label: label(family, id) }), handlingCertainty[id])),
  ];
}

/** Those of a family that are too unsure to be counted. */
export const doubtful = (all, seen, certainty = {}) => all.filter((id) => certainty[id] < COUNTS_FROM && !seen.includes(id));

/** A label that is too unsure to be counted. */
export const perhaps = (words, score) => el('span', { className: 'chip unclear', title: t('label.unsure', { percent: percent(score) }) }, words);

function feeling(sentiment, score) {
  if (score < COUNTS_FROM) return perhaps(t('label.perhaps', { label: label('sentiment', sentiment) }), score);
  return el(
    'span',
    { className: `chip ${sentiment}`, title: sure(score) },
    `${sentiment === 'positive' ? '+' : '−'} ${label('sentiment', sentiment)}`,
  );
}

function question(type, score, words) {
  if (score < COUNTS_FROM) return perhaps(t('label.perhaps', { label: label('question', type) }), score);
  return el(
    'span',
    { className: isSpin(type) ? `chip spin ${type}` : 'chip', title: [words, sure(score)].filter(Boolean).join(' · ') || undefined },
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
