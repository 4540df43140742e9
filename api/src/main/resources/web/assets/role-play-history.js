import { get, items } from './api.js';
import { el, fill } from './dom.js';
import { judged, unjudged } from './explain.js';
import { label, t } from './words.js';

const MOST = 10;

/** What the customer never got to say: the chances that were left. */
export function chances({ kept }) {
  return el(
    'section',
    { className: 'card' },
    el('h2', {}, t('roleplay.kept')),
    kept.length
      ? el(
          'ul',
          { className: 'kept' },
          kept.map((one) => el('li', {}, el('strong', {}, t(`roleplay.kept.${one.what}`)), el('q', {}, one.line))),
        )
      : el('p', {}, t('roleplay.kept.nothing')),
  );
}

/** A rep's latest practice calls against skills, as the heatmaps of real calls show them. */
export async function history(element, repId) {
  fill(element);
  if (!repId) return;
  const done = items(await get(`/api/reps/${encodeURIComponent(repId)}/role-plays`).catch(() => [])).slice(0, MOST);
  if (!done.length) return;
  const rows = [...new Set(done.flatMap((one) => one.skills.map((score) => score.skill)))];
  const columns = done.toReversed();
  fill(
    element,
    el(
      'section',
      { className: 'card' },
      el('h2', {}, t('roleplay.history')),
      el('p', { className: 'muted small' }, t('roleplay.history.about')),
      el(
        'div',
        { className: 'scroll', tabindex: 0, role: 'region', 'aria-label': t('roleplay.history') },
        el(
          'table',
          { className: 'practice-map' },
          el('thead', {}, el('tr', {}, el('td', {}), columns.map((one) => el('th', { scope: 'col' }, day(one.endedAt))))),
          el('tbody', {}, rows.map((skill) => row(skill, columns))),
        ),
      ),
    ),
  );
}

function row(skill, columns) {
  return el(
    'tr',
    {},
    el('th', { scope: 'row' }, label('skill', skill)),
    columns.map((one) => cell(one.skills.find((score) => score.skill === skill))),
  );
}

function cell(score) {
  if (!score) return el('td', { className: 'none' }, '·');
  if (!judged(score)) return el('td', { className: 'none', title: unjudged(score) }, '?');
  return el('td', { style: `--value: ${Math.round(score.score)}` }, String(Math.round(score.score)));
}

const day = (instant) => new Date(instant).toLocaleDateString(document.documentElement.lang, { day: 'numeric', month: 'numeric' });
