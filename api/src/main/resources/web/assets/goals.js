import { get, items, post, put, remove } from './api.js';
import { ask, field, select } from './dialog.js';
import { el, icon } from './dom.js';
import { dayOf, known } from './format.js';
import { place } from './frame.js';
import { SKILLS } from './labels.js';
import { failed, show } from './states.js';
import { SPACE, label, t } from './words.js';

const WEEKS_AHEAD = 6;

/** The rep's goals, with a way to set one. */
export function goals(id, quietly = false) {
  const path = `/api/reps/${encodeURIComponent(id)}/goals`;
  const again = () => goals(id, true);
  return show(
    place('goals'),
    () => get(path),
    (found, element) => {
      const list = items(found).map((one) => goal(path, one, again));
      element.append(
        el('h2', {}, t('goal.title')),
        list.length ? el('ul', { className: 'goals' }, list) : el('p', { className: 'muted' }, t('goal.none')),
        el('p', {}, el('button', { type: 'button', onclick: () => set(path, again) }, icon('check'), t('goal.set'))),
      );
    },
    2,
    quietly,
  );
}

function goal(path, one, again) {
  const name = label('skill', one.skill);
  const row = el(
    'li',
    { className: 'card' },
    el(
      'p',
      {},
      el('strong', {}, t('goal.what', { skill: name, target: Math.round(one.target), day: dayOf(one.until) })),
      ' ',
      el('span', { className: `mark goal-${one.state}` }, t(`goal.${one.state}`)),
    ),
    known(one.progress) &&
      el('progress', { max: 100, value: Math.round(one.progress * 100), 'aria-label': t('goal.progress', { skill: name }) }),
    el(
      'p',
      { className: 'muted small' },
      one.now.n >= 3
        ? t('goal.now', { score: Math.round(one.now.score), n: one.now.n, low: Math.round(one.now.band.low), high: Math.round(one.now.band.high) })
        : t('goal.few', { n: one.now.n }),
      SPACE,
      one.before.n > 0 && t('goal.before', { score: Math.round(one.before.score), n: one.before.n }),
      SPACE,
      t(`goal.by.${one.setBy}`),
      ' ',
      el(
        'button',
        {
          type: 'button',
          className: 'quiet small',
          'aria-label': t('goal.remove.of', { skill: name }),
          onclick: async () => {
            try {
              await remove(`${path}/${encodeURIComponent(one.id)}`);
              await again();
            } catch (problem) {
              failed(row, problem, again);
            }
          },
        },
        t('goal.remove'),
      ),
    ),
  );
  return row;
}

function set(path, again) {
  const until = new Date(Date.now() + WEEKS_AHEAD * 7 * 86_400_000).toISOString().slice(0, 10);
  ask(
    { title: t('goal.set'), lead: t('goal.lead') },
    [
      field(t('goal.skill'), select('skill', SKILLS.map((skill) => [skill, label('skill', skill)]))),
      field(t('goal.target'), el('input', { name: 'target', type: 'number', min: 1, max: 100, value: 70, required: true })),
      field(t('goal.until'), el('input', { name: 'until', type: 'date', value: until, required: true })),
      field(t('goal.set-by'), select('setBy', ['coach', 'rep'].map((who) => [who, t(`goal.who.${who}`)]))),
    ],
    (said) =>
      post(path, { skill: said.get('skill'), target: Number(said.get('target')), until: said.get('until'), setBy: said.get('setBy') }),
    again,
  );
}

/** Whether colleagues may be shown good moments of the rep's calls. */
export function sharing(rep) {
  const box = el('input', { type: 'checkbox', checked: rep.sharesClips });
  const row = el('div', { className: 'sharing' }, el('label', {}, box, ' ', t('practice.shares', { name: rep.name })));
  box.addEventListener('change', async () => {
    box.disabled = true;
    try {
      await put(`/api/reps/${encodeURIComponent(rep.id)}/sharing`, { sharesClips: box.checked });
      box.disabled = false;
    } catch (problem) {
      failed(row, problem, () => row.replaceWith(sharing(rep)));
    }
  });
  return row;
}
