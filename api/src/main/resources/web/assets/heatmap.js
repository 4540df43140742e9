import { el, icon, svg } from './dom.js';
import { known } from './format.js';
import { t } from './words.js';

/** From so many calls on, a mean is drawn as good or bad (docs/conversation-model.md §7). */
export const SURE = 3;
const STEPS = 9;

/** Which of the colour scale's nine steps a score of 0…100 has. */
export function step(value) {
  return Math.min(STEPS - 1, Math.max(0, Math.floor((value / 100) * STEPS)));
}

/**
 * A heatmap as a table of buttons.
 *
 * @param map rows, columns and cells as the API gives them
 * @param view corner: words; rowLabel, columnLabel: (row or column) → words or an element;
 *     words: (row or column) → plain words; open: (cell, button) → opens its evidence;
 *     and where cells are no scores: figure: cell → words; shade: cell → dataset; mark: cell →
 *     element or nothing; n: cell → words; single: whether all of it is one call, which counts
 *     nothing and is drawn as sure
 */
export function heatmap(map, view) {
  const cells = new Map(map.cells.map((cell) => [`${cell.row}\n${cell.column}`, cell]));
  const table = el(
    'table',
    { className: 'heatmap', onkeydown: walk },
    el(
      'thead',
      {},
      el(
        'tr',
        {},
        el('th', { scope: 'col', className: 'corner' }, view.corner),
        map.columns.map((column) => el('th', { scope: 'col' }, view.columnLabel(column))),
      ),
    ),
    el(
      'tbody',
      {},
      map.rows.map((row) =>
        el(
          'tr',
          {},
          el('th', { scope: 'row' }, view.rowLabel(row)),
          map.columns.map((column) => {
            const cell = cells.get(`${row.id}\n${column.id}`) ?? { row: row.id, column: column.id, value: null, n: 0 };
            return el('td', {}, draw(cell, view.words(row), view.words(column), view));
          }),
        ),
      ),
    ),
  );
  return el(
    'div',
    { className: 'heatmap-scroll', tabindex: 0, role: 'region', 'aria-label': t('heat.scroll') },
    table,
  );
}

function draw(cell, row, column, view) {
  if (view.figure && cell.n && known(cell.value) && !cell.evidence.length) return bare(cell, row, column, view);
  if (!cell.n || !known(cell.value)) {
    return el(
      'span',
      { className: 'cell none' },
      el('span', { 'aria-hidden': 'true' }, '–'),
      el('span', { className: 'unseen' }, t(view.single ? 'heat.nothing' : 'heat.none', { row, column })),
    );
  }
  const sure = view.single || cell.n >= SURE;
  const unseen = (...words) => el('span', { className: 'unseen' }, ...words);
  const button = el(
    'button',
    {
      type: 'button',
      className: 'cell',
      data: sure ? { sure: 'true', ...(view.shade?.(cell) ?? { step: step(cell.value) }) } : { sure: 'false' },
      title: cell.band && t('heat.band', rounded(cell.band)),
      'aria-haspopup': 'dialog',
      onclick: () => view.open(cell, button),
    },
    unseen(t('heat.cell', { row, column })),
    el('span', { className: 'value' }, view.figure?.(cell) ?? Math.round(cell.value)),
    !view.single && el('span', { className: 'n' }, el('span', { 'aria-hidden': 'true' }, t(view.count ?? 'heat.n', { n: cell.n })), unseen(view.n?.(cell) ?? t('heat.calls', { n: cell.n }))),
    sure && view.mark?.(cell),
    cell.trend && sure && el('span', { className: `trend ${cell.trend}` }, icon(cell.trend), unseen(t(`trend.${cell.trend}`))),
    !sure && unseen(t('heat.unsure')),
  );
  return button;
}

/** A cell in which nothing was found has nothing to open. */
function bare(cell, row, column, view) {
  return el(
    'span',
    { className: 'cell nothing' },
    el('span', { className: 'unseen' }, t('heat.cell', { row, column })),
    el('span', { className: 'value' }, view.figure(cell)),
    !view.single && el('span', { className: 'n' }, t('heat.n', { n: cell.n })),
  );
}

export const rounded = ({ low, high }) => ({ low: Math.round(low), high: Math.round(high) });

/** Arrow keys go from cell to cell, over the empty ones. */
function walk(event) {
  const moves = { ArrowLeft: [0, -1], ArrowRight: [0, 1], ArrowUp: [-1, 0], ArrowDown: [1, 0] };
  const move = moves[event.key];
  const from = event.target.closest('td');
  if (!move || !from) return;
  const rows = event.currentTarget.rows;
  let y = from.parentElement.rowIndex + move[0];
  let x = from.cellIndex + move[1];
  while (rows[y]?.cells[x]) {
    const button = rows[y].cells[x].querySelector('button');
    if (button) {
      event.preventDefault();
      button.focus();
      return;
    }
    y += move[0];
    x += move[1];
  }
}

/** How to read a cell: the scale, the number, the arrow, and what uncertain looks like. */
export function legend(trends) {
  const scale = svg('svg', { viewBox: '0 0 90 8', class: 'scale', 'aria-hidden': 'true', preserveAspectRatio: 'none' });
  for (let i = 0; i < STEPS; i++) {
    scale.append(svg('rect', { x: i * 10, y: 0, width: 10, height: 8, class: `step${i}` }));
  }
  return el(
    'section',
    { className: 'legend', 'aria-label': t('heat.legend') },
    el(
      'p',
      { className: 'legend-scale' },
      el('span', {}, `0 ${t('heat.low')}`),
      scale,
      el('span', {}, `${t('heat.high')} 100`),
    ),
    el(
      'ul',
      {},
      el('li', {}, t('heat.legend.n')),
      trends &&
        el(
          'li',
          {},
          ...['up', 'flat', 'down'].map((trend) => icon(trend)),
          el('span', {}, t('heat.legend.trend')),
        ),
      el('li', {}, el('i', { className: 'sample unsure', 'aria-hidden': 'true' }), t('heat.legend.unsure')),
      el('li', {}, el('i', { className: 'sample none', 'aria-hidden': 'true' }, '–'), t('heat.legend.none')),
    ),
  );
}
