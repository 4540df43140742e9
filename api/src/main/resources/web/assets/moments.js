import { get } from './api.js';
import { courseView, tenth } from './course.js';
import { el, fill, icon } from './dom.js';
import { openEvidence } from './evidence.js';
import { known, percent } from './format.js';
import { place } from './frame.js';
import { SURE, heatmap, step } from './heatmap.js';
import { show } from './states.js';
import { SPACE, label, t } from './words.js';

/** From so many times the others' rate on, or below its inverse, a cell is marked. */
const FAR = 1.5;
let asked = ''; // for whom and how many weeks: an answer to an earlier wish is not drawn

/**
 * Where in the calls things happen, and which steps objections get, each with its heading.
 *
 * @param whose {rep: id} or {team: id}
 */
export function moments(whose, weeks, quietly = false) {
  const path = whose.rep ? `/api/reps/${encodeURIComponent(whose.rep)}` : `/api/teams/${encodeURIComponent(whose.team)}`;
  const wish = path + weeks;
  asked = wish;
  const read = (part) => () => get(`${path}/${part}`, { weeks });
  const still = (draw) => (map, element) => wish === asked && draw(map, element, whose);
  // From the top down, so that nothing moves when what is above it comes.
  show(place('course'), read('course'), still(drawCourse), 6, quietly).finally(() =>
    show(place('handling'), read('objections'), still(drawHandling), 6, quietly),
  );
}

function drawCourse(map, element, whose) {
  if (!map.cells.some((cell) => cell.n)) return;
  const unit = new Map(map.rows.map((row) => [row.id, row.unit]));
  const view = courseView(map);
  const { figure } = view;
  const others = t(whose.rep ? 'course.team' : 'course.company');
  section(element, 'course', {
    map,
    ...view,
    mark: (cell) => mark(cell, figure, others),
    open: (cell, button) =>
      openEvidence(
        cell,
        {
          title: `${label('behaviour', cell.row)} · ${tenth(cell.column)}`,
          figure: figure(cell),
          summary: [
            t(`course.unit.${unit.get(cell.row)}`, { n: cell.n }),
            known(cell.reference) && t('course.against', { others, value: figure(cell, cell.reference) }),
          ]
            .filter(Boolean)
            .join(SPACE),
          rep: whose.rep,
        },
        button,
      ),
  });
  element.append(
    el(
      'p',
      { className: 'legend' },
      el('span', {}, t('course.legend')),
      map.cells.some((cell) => known(cell.reference)) && [
        el('span', { className: 'legend-mark' }, icon('up'), t('course.legend.more', { others })),
        el('span', { className: 'legend-mark' }, icon('down'), t('course.legend.less', { others })),
      ],
    ),
  );
}

/** Much more, or much less, often than the others: neither is good or bad by itself. */
function mark(cell, figure, others) {
  if (!known(cell.reference) || cell.reference === 0) return null;
  const ratio = cell.value / cell.reference;
  if (ratio < FAR && ratio > 1 / FAR) return null;
  return el(
    'span',
    { className: 'trend', title: t('course.against', { others, value: figure(cell, cell.reference) }) },
    icon(ratio >= FAR ? 'up' : 'down'),
    el('span', { className: 'unseen' }, t(ratio >= FAR ? 'course.legend.more' : 'course.legend.less', { others })),
  );
}

function drawHandling(map, element, whose) {
  const raised = new Set(map.cells.filter((cell) => cell.n).map((cell) => cell.row));
  if (!raised.size) return;
  const types = new Set(map.rows.map((row) => row.id));
  section(element, 'handling', {
    map: { ...map, rows: map.rows.filter((row) => raised.has(row.id)) },
    corner: t('handling.corner'),
    rowLabel: (row) => label('objection', row.id),
    columnLabel: (column) => label('step', column.id),
    words: (thing) => label(types.has(thing.id) ? 'objection' : 'step', thing.id),
    figure: (cell) => percent(cell.value),
    shade: (cell) => ({ step: step(100 * cell.value) }),
    count: 'handling.n',
    n: (cell) => t('handling.objections', { n: cell.n }),
    open: (cell, button) =>
      openEvidence(
        cell,
        {
          title: `${label('objection', cell.row)} · ${label('step', cell.column)}`,
          figure: percent(cell.value),
          summary: t('handling.summary', { n: cell.n }),
          answers: true,
          rep: whose.rep,
        },
        button,
      ),
  });
  element.append(el('p', { className: 'legend' }, t('handling.legend', { n: SURE })));
}

function section(element, name, { map, ...view }) {
  fill(element, el('h2', {}, t(`${name}.title`)), el('p', { className: 'lead' }, t(`${name}.lead`)), heatmap(map, view));
}
