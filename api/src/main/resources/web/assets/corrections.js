import { callPath, post, remove } from './api.js';
import { side } from './chips.js';
import { ask } from './dialog.js';
import { el, icon } from './dom.js';
import { clock, known, percent } from './format.js';
import { NEEDS, OBJECTIONS, QUESTIONS, SENTIMENTS, SPOKEN_FAULTS, SPOKEN_STEPS } from './labels.js';
import { label, t } from './words.js';

/** What is read in a line, by task: whose lines can have it, what it may be, and what was read. */
const TASKS = {
  question: {
    fits: (one) => one.speaker !== 'customer',
    choices: ['none', ...QUESTIONS],
    read: (one) => one.questionType,
  },
  objection: {
    fits: (one) => one.speaker !== 'rep',
    choices: ['none', ...OBJECTIONS],
    read: (one) => one.objection,
  },
  need: {
    fits: (one) => one.speaker !== 'rep',
    choices: ['none', ...NEEDS],
    read: (one) => one.need,
  },
  sentiment: {
    fits: () => true,
    choices: SENTIMENTS,
    read: (one) => one.sentiment,
  },
};

/** All that a person can correct in a line, to see whether it has changed. */
export const labelsOf = (one) => [
  ...Object.values(TASKS).map((task) => task.read(one)),
  one.steps,
  one.faults,
  one.unclear,
  one.corrected,
  one.secondOpinions,
];

/** The mark of a line in which a person has said what is right; nothing for others. */
export function byHand(one) {
  const tasks = (one.corrected ?? []).map((task) => t(`labels.${task}`)).join(', ');
  return tasks && el('span', { className: 'chip by-hand', title: tasks }, icon('check'), t('labels.by-hand'));
}

/** The mark of a line in which a language model was asked for a second opinion. */
export function secondOpinion(one) {
  const opinions = one.secondOpinions ?? [];
  return opinions.length > 0 && el('span', { className: 'chip', title: opinions.map(opinion).join('\n') }, t('labels.second-opinion'));
}

/** Which model said so, and what was read before. */
function opinion({ before, scoreBefore, model }) {
  const read = before.type === 'handling' ? handled(before) : name(before.type, before.label);
  return t('labels.second-opinion.of', {
    task: t(`labels.${before.type}`),
    model,
    before: known(scoreBefore) ? `${read} (${percent(scoreBefore)})` : read,
  });
}

const handled = ({ steps = [], faults = [] }) =>
  [...steps.map((step) => label('step', step)), ...faults.map((fault) => label('fault', fault))].join(', ') || t('labels.handling.none');

/**
 * The button that asks what is right in a line.
 *
 * @param answers whether it answers an objection: only there can handling be said
 * @param done called when something was taken
 */
export function mendButton(call, one, answers, done) {
  const at = known(one.startSeconds) ? clock(one.startSeconds) : String(one.index + 1);
  return el(
    'button',
    {
      type: 'button',
      className: 'correct mend',
      'aria-label': t('labels.correct', { who: side(one), at }),
      title: t('labels.ask'),
      onclick: () => mend(call, one, answers, done),
    },
    icon('tag'),
  );
}

function mend(call, one, answers, done) {
  const takeBack = (task) => remove(`${callPath(call.id)}/labels/${encodeURIComponent(one.id)}/${task}`);
  const tasks = Object.keys(TASKS).filter((task) => TASKS[task].fits(one));
  const body = (act) => {
    const takenBack = (task) => act(() => takeBack(task));
    return [
      el('blockquote', { lang: call.language }, one.displayText || one.text),
      one.unclear && el('p', { className: 'muted small' }, t('labels.unclear')),
      tasks.map((task) => choice(task, one, takenBack)),
      answers && one.speaker === 'rep' && handling(one, takenBack),
    ];
  };
  ask(
    { title: t('labels.ask'), note: t('labels.effect') },
    body,
    async (said) => {
      const changes = changed(said, one, answers);
      for (const change of changes) {
        await post(`${callPath(call.id)}/labels`, { utteranceId: one.id, label: change });
      }
      return changes.length > 0;
    },
    done,
  );
}

/** What of the form is not as it was read. */
function changed(said, one, answers) {
  const changes = Object.keys(TASKS)
    .filter((task) => said.has(task) && said.get(task) !== (TASKS[task].read(one) ?? 'none'))
    .map((task) => ({ type: task, label: said.get(task) }));
  if (answers && one.speaker === 'rep') {
    const steps = said.getAll('step');
    const faults = said.getAll('fault');
    if (!same(steps, one.steps) || !same(faults, one.faults)) changes.push({ type: 'handling', steps, faults });
  }
  return changes;
}

const same = (left, right = []) => left.length === right.length && left.every((one) => right.includes(one));

/** Words for a label; those that pages draw as nothing have names here. */
const name = (task, id) => (id === 'none' || task === 'need' ? t(`labels.${task}.${id}`) : label(task, id));

function choice(task, one, takenBack) {
  const id = `mend-${task}`;
  const read = TASKS[task].read(one) ?? 'none';
  return el(
    'div',
    { className: 'mend-task' },
    el('label', { for: id }, t(`labels.${task}`)),
    el(
      'select',
      { id, name: task },
      TASKS[task].choices.map((value) => el('option', { value, selected: value === read }, name(task, value))),
    ),
    asked(task, one),
    said(task, one, takenBack),
  );
}

function handling(one, takenBack) {
  const boxes = (kind, ids, read = []) =>
    el(
      'div',
      { className: 'boxes' },
      ids.map((value) =>
        el('label', {}, el('input', { type: 'checkbox', name: kind, value, checked: read.includes(value) }), label(kind, value)),
      ),
    );
  return el(
    'fieldset',
    { className: 'mend-task handling' },
    el('legend', {}, t('labels.handling')),
    boxes('step', SPOKEN_STEPS, one.steps),
    el('p', { className: 'muted small' }, t('labels.faults')),
    boxes('fault', SPOKEN_FAULTS, one.faults),
    asked('handling', one),
    said('handling', one, takenBack),
  );
}

/** That a language model has said this. */
function asked(task, one) {
  const given = (one.secondOpinions ?? []).find(({ before }) => before.type === task);
  return given && el('p', { className: 'muted small' }, opinion(given));
}

/** That a person has said this, and the way back to what was read. */
function said(task, one, takenBack) {
  return (
    (one.corrected ?? []).includes(task) &&
    el(
      'p',
      { className: 'mended small' },
      el('span', { className: 'muted' }, t('labels.by-hand')),
      el(
        'button',
        { type: 'button', className: 'quiet', 'aria-label': t('labels.take-back.of', { task: t(`labels.${task}`) }), onclick: () => takenBack(task) },
        t('labels.take-back'),
      ),
    )
  );
}
