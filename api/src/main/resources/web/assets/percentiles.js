import { get, link } from './api.js';
import { el, fill } from './dom.js';
import { known } from './format.js';
import { place } from './frame.js';
import { show } from './states.js';
import { label, t } from './words.js';

/** Where the rep's means stand among the team's and the company's; with too few reps, why not. */
export function percentiles(id, weeks, quietly = false) {
  const path = link(`/api/reps/${encodeURIComponent(id)}/percentiles`, { weeks });
  show(place('percentiles'), () => get(path), draw, 2, quietly);
}

function draw(found, element) {
  if (!found.skills.length) return;
  const standings = found.skills.flatMap((skill) => [skill.team, skill.company]);
  const needed = { reps: found.repsNeeded, calls: found.callsNeeded };
  if (!standings.some((standing) => known(standing.percentile))) {
    const most = Math.max(...standings.map((standing) => standing.reps));
    fill(element, el('p', { className: 'muted small' }, t('percentile.too-few', { ...needed, n: most })));
    return;
  }
  const head = ['percentile.skill', 'percentile.mean', 'percentile.team', 'percentile.company'];
  fill(
    element,
    el('h2', {}, t('percentile.title')),
    el('p', { className: 'lead' }, t('percentile.lead', needed)),
    el(
      'table',
      { className: 'percentiles' },
      el('thead', {}, el('tr', {}, head.map((key) => el('th', { scope: 'col' }, t(key))))),
      el(
        'tbody',
        {},
        found.skills.map((skill) =>
          el(
            'tr',
            {},
            el('th', { scope: 'row' }, label('skill', skill.skill)),
            el('td', {}, Math.round(skill.mean), ' ', el('small', { className: 'muted' }, t('heat.n', { n: skill.n }))),
            [skill.team, skill.company].map((standing) => el('td', {}, place100(standing))),
          ),
        ),
      ),
    ),
  );
}

function place100({ percentile, reps }) {
  return known(percentile)
    ? [`${Math.round(percentile)}%`, ' ', el('small', { className: 'muted' }, t('percentile.reps', { n: reps }))]
    : el('span', { className: 'muted', title: t('percentile.few', { n: reps }) }, '–');
}
