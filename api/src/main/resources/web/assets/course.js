import { ask } from './dialog.js';
import { el } from './dom.js';
import { known, number, percent } from './format.js';
import { heatmap } from './heatmap.js';
import { quote } from './skills.js';
import { label, t } from './words.js';

const AMOUNTS = 5;
const SHARES = ['negative', 'tense', 'rep-talk'];

/** A column's words. */
export const tenth = (id) => `${10 * id - 10}–${10 * id}%`;

/** How a heatmap of behaviours by tenths is drawn, of one call or of many. */
export function courseView(map) {
  const unit = new Map(map.rows.map((row) => [row.id, row.unit]));
  const most = new Map(map.rows.map((row) => [row.id, Math.max(...map.cells.filter((cell) => cell.row === row.id).map((cell) => cell.value ?? 0))]));
  return {
    corner: t('course.corner'),
    rowLabel: (row) => label('behaviour', row.id),
    columnLabel: (column) => tenth(column.id),
    words: (thing) => (unit.has(thing.id) ? label('behaviour', thing.id) : t('course.tenth', { tenth: tenth(thing.id) })),
    figure: (cell, value = cell.value) => (unit.get(cell.row) === 'share' ? percent(value) : number(value, value && value < 0.1 ? 2 : 1)),
    shade: (cell) => ({ amount: Math.min(AMOUNTS - 1, Math.floor((AMOUNTS * cell.value) / (most.get(cell.row) || 1))) }),
  };
}

/**
 * Where in a single call things happened; a cell opens the words behind it.
 *
 * @param said all utterances, in order
 * @param open goes to an utterance
 */
export function courseOfCall({ course }, said, open) {
  if (!course.rows.length) return null;
  const map = {
    rows: course.rows.map(({ behaviour }) => ({ id: behaviour, unit: SHARES.includes(behaviour) ? 'share' : 'per-call' })),
    columns: course.rows[0].tenths.map((one, i) => ({ id: i + 1 })),
    cells: course.rows.flatMap(({ behaviour, tenths }) => tenths.map((one, i) => cell(behaviour, i + 1, one))),
  };
  const view = courseView(map);
  return el(
    'section',
    { className: 'card course' },
    el('h2', {}, t('course.title')),
    el('p', { className: 'muted small' }, t('course.single')),
    heatmap(map, {
      ...view,
      single: true,
      figure: (one) => (SHARES.includes(one.row) ? view.figure(one) : String(one.value)),
      open: (one) => behind(one, view, said, open),
    }),
    el('p', { className: 'muted small' }, t('course.legend')),
  );
}

function cell(row, column, { thousandths, evidence }) {
  const there = known(thousandths);
  return { row, column, value: there ? thousandths / 1000 : null, n: there ? 1 : 0, evidence };
}

/** The words that a cell rests on, and to the rep's what the customer answered. */
function behind(one, view, said, open) {
  const go = (id) => {
    document.querySelector('dialog[open]')?.close();
    open(id);
  };
  const lines = said.flatMap((line, i) => {
    if (!one.evidence.includes(line.id)) return [];
    const answer = line.speaker === 'rep' && said[i + 1]?.speaker === 'customer' ? [said[i + 1]] : [];
    return [line, ...answer];
  });
  ask(
    { title: `${label('behaviour', one.row)} · ${tenth(one.column)}`, cancel: t('evidence.close') },
    el('ul', { className: 'quotes' }, [...new Set(lines)].map((line) => el('li', {}, quote(line, go)))),
  );
}
