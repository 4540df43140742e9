import { followHeatmaps, get, items, link } from './api.js';
import { callList } from './call-list.js';
import { el, fill, icon } from './dom.js';
import { openEvidence, reading } from './evidence.js';
import { known, weekStart } from './format.js';
import { asked, choice, frame, heading, idInPath, place, remember, title } from './frame.js';
import { goals, sharing } from './goals.js';
import { heatmap, legend } from './heatmap.js';
import { moments } from './moments.js';
import { percentiles } from './percentiles.js';
import { practice } from './practice.js';
import { empty, failed, loading, show } from './states.js';
import { label, t } from './words.js';

const WEEKS = ['4', '10', '26'];
const id = idInPath();
const chosen = { weeks: WEEKS.includes(asked('weeks')) ? asked('weeks') : '10' };

frame('team');
title(t('rep.title'));
start();

async function start() {
  loading(place('heading'), 8);
  try {
    const rep = items(await get('/api/reps')).find((one) => one.id === id);
    if (rep) await present(rep);
    else missing();
  } catch (problem) {
    failed(place('heading'), problem, start);
  }
}

async function present(rep) {
  title(rep.name);
  heading(place('heading'), rep.name, el('a', { href: link('/', { team: rep.teamId }) }, rep.teamName || rep.teamId));
  choices();
  fill(place('sharing'), sharing(rep));
  fill(place('heatmap-title'), t('rep.over-time'));
  await draw();
  followHeatmaps(() => reading() || document.querySelector('dialog[open]') || draw(true));
}

function missing() {
  heading(place('heading'), t('problem.no-such-rep'), t('problem.no-such-rep.action'));
  place('heading').append(el('p', { className: 'next-link' }, el('a', { href: '/', className: 'button' }, t('rep.to-team'))));
}

/** From top to bottom, so that no part pushes away what somebody reads already. */
async function draw(quietly = false) {
  await drawHeatmap(quietly);
  percentiles(id, chosen.weeks, quietly);
  fill(place('practise-title'), t('rep.practise'));
  await practice(id, chosen.weeks, quietly);
  goals(id, quietly);
  moments({ rep: id }, chosen.weeks, quietly);
  fill(place('calls-title'), t('rep.calls'));
  await show(place('calls'), () => get('/api/calls', { rep: id, limit: 8 }), latest, 4, quietly);
}

function choices() {
  fill(
    place('choices'),
    choice(t('weeks'), WEEKS.map((n) => [n, t('weeks.option', { n })]), chosen.weeks, (weeks) => {
      chosen.weeks = weeks;
      remember(chosen);
      drawHeatmap();
      percentiles(id, chosen.weeks);
      practice(id, chosen.weeks);
      moments({ rep: id }, chosen.weeks);
    }),
  );
}

function drawHeatmap(quietly = false) {
  if (!quietly) fill(place('legend'));
  return show(
    place('heatmap'),
    () => get(`/api/reps/${encodeURIComponent(id)}/heatmap`, { weeks: chosen.weeks }),
    (map, element) => {
      if (!map.cells.some((cell) => cell.n)) {
        const all = el('a', { href: link('/calls', { rep: id }) }, t('evidence.empty.action'));
        empty(element, t('rep.quiet'), all, 'grid');
        return;
      }
      const skill = (row) => label('skill', row.id);
      element.append(
        heatmap(withMean(map), {
          corner: t('rep.corner'),
          rowLabel: skill,
          columnLabel: weekLabel,
          words: (thing) => (isColumn(thing) ? columnWords(thing.id) : skill(thing)),
          open: (cell, button) =>
            openEvidence(
              cell,
              { title: `${label('skill', cell.row)} · ${columnWords(cell.column)}`, skill: cell.row, rep: id },
              button,
            ),
        }),
      );
      const scroll = element.querySelector('.heatmap-scroll');
      scroll.scrollLeft = scroll.scrollWidth; // The latest weeks and the mean are what people look for.
      fill(place('legend'), legend(map.cells.some((cell) => cell.trend)));
    },
    9,
    quietly,
  );
}

const ALL = 'all';
const isColumn = ({ id: thing }) => thing === ALL || /^\d{4}-W/.test(thing);

function columnWords(column) {
  return column === ALL ? t('weeks.option', { n: chosen.weeks }) : t('rep.week-of', { day: weekStart(column) });
}

function weekLabel(column) {
  if (column.id === ALL) return el('span', { className: 'mean' }, t('weeks.all', { n: chosen.weeks }));
  return [
    el('span', { className: 'week' }, weekStart(column.id)),
    el('small', {}, column.id.replace(/^\d+-/, '')),
  ];
}

/** A rep has few calls a week: a last column has the mean of all of them. */
function withMean(map) {
  const means = map.rows.map((row) => {
    const weeks = map.cells.filter((cell) => cell.row === row.id && cell.n && known(cell.value));
    const n = weeks.reduce((sum, cell) => sum + cell.n, 0);
    const value = n ? weeks.reduce((sum, cell) => sum + cell.value * cell.n, 0) / n : null;
    const evidenceLink = link('/api/evidence', { rep: id, skill: row.id, weeks: chosen.weeks });
    return { row: row.id, column: ALL, value, n, evidenceLink, evidence: [] };
  });
  return { ...map, columns: [...map.columns, { id: ALL }], cells: [...map.cells, ...means] };
}

function latest(list, element) {
  const found = items(list);
  if (!found.length) {
    const upload = el('a', { href: '/calls#upload', className: 'button' }, icon('upload'), t('upload.open'));
    empty(element, t('rep.calls.empty'), [el('p', {}, t('rep.calls.empty.action')), upload]);
    return;
  }
  element.append(
    callList(found, { withoutRep: true }).element,
    el('p', { className: 'all-link' }, el('a', { href: link('/calls', { rep: id }) }, t('rep.calls.all', { name: found[0].repName }))),
  );
}
