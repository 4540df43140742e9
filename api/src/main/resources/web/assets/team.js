import { followHeatmaps, get, items } from './api.js';
import { el, fill, icon } from './dom.js';
import { openEvidence, reading } from './evidence.js';
import { asked, choice, frame, heading, place, remember, title } from './frame.js';
import { heatmap, legend } from './heatmap.js';
import { moments } from './moments.js';
import { coaching } from './practice.js';
import { empty, failed, loading, show } from './states.js';
import { label, t } from './words.js';

const WEEKS = ['4', '10', '26'];
const chosen = { team: asked('team'), weeks: WEEKS.includes(asked('weeks')) ? asked('weeks') : '10' };

frame('team');
title(t('team.title'));
start();
followHeatmaps(() => reading() || start(true));

async function start(quietly = false) {
  if (!quietly) loading(place('heading'), 6);
  try {
    const teams = items(await get('/api/teams'));
    if (!teams.length) {
      heading(place('heading'), t('team.title'));
      empty(place('heatmap'), t('team.empty'), uploadLink(t('team.empty.action')), 'grid');
      return;
    }
    // Without a wish the largest team is the most telling.
    const wished = teams.find((team) => team.id === chosen.team);
    chosen.team = (wished ?? [...teams].sort((a, b) => b.reps - a.reps)[0]).id;
    choices(teams);
    draw(teams, quietly);
  } catch (problem) {
    heading(place('heading'), t('team.title'));
    failed(place('heatmap'), problem, () => start());
  }
}

function uploadLink(words) {
  return [el('p', {}, words), el('a', { href: '/calls#upload', className: 'button' }, icon('upload'), t('upload.open'))];
}

function choices(teams) {
  const change = (name) => (value) => {
    chosen[name] = value;
    remember(chosen);
    draw(teams);
  };
  fill(
    place('choices'),
    choice(t('team.team'), teams.map((team) => [team.id, team.name]), chosen.team, change('team')),
    choice(t('weeks'), WEEKS.map((n) => [n, t('weeks.option', { n })]), chosen.weeks, change('weeks')),
  );
}

function draw(teams, quietly = false) {
  const team = teams.find(({ id }) => id === chosen.team);
  title(team.name);
  heading(place('heading'), team.name, t('team.lead'));
  const wanted = chosen.team + chosen.weeks;
  if (!quietly) fill(place('legend'));
  const map = show(
    place('heatmap'),
    () => get(`/api/teams/${encodeURIComponent(team.id)}/heatmap`, { weeks: chosen.weeks }),
    (map, element) => wanted === chosen.team + chosen.weeks && drawMap(map, element),
    6,
    quietly,
  );
  // From the top down, so that nothing moves when what is above it comes.
  map.finally(() => coaching(team.id, chosen.weeks, quietly).finally(() => moments({ team: team.id }, chosen.weeks, quietly)));
  return map;
}

function drawMap(map, element) {
  if (!map.cells.some((cell) => cell.n)) {
    empty(element, t('team.quiet'), uploadLink(t('team.quiet.action')), 'grid');
    return;
  }
  const skill = (column) => label('skill', column.id);
  const names = new Map(map.rows.map((row) => [row.id, row.label]));
  const open = (cell, button) =>
    openEvidence(
      cell,
      { title: `${names.get(cell.row)} · ${label('skill', cell.column)}`, skill: cell.column, rep: cell.row },
      button,
    );
  element.append(
    heatmap(map, {
      corner: t('team.corner'),
      rowLabel: (row) => el('a', { href: `/reps/${encodeURIComponent(row.id)}` }, row.label),
      columnLabel: skill,
      words: (thing) => names.get(thing.id) ?? skill(thing),
      open,
    }),
  );
  fill(place('legend'), legend(map.cells.some((cell) => cell.trend)));
}
