import { callPage, get, items, link } from './api.js';
import { chips, side } from './chips.js';
import { clip, silence } from './clip.js';
import { el, fill, icon } from './dom.js';
import { version } from './explain.js';
import { day, known } from './format.js';
import { SURE, rounded, step } from './heatmap.js';
import { empty, failed, loading } from './states.js';
import { maybe, t } from './words.js';

const NARROW = matchMedia('(width < 60rem)');
let opener = null;

const body = el('div', { className: 'evidence-body' });
const top = el('div', { className: 'panel-top' });
const panel = el('dialog', { id: 'evidence', className: 'panel', 'aria-label': t('evidence.title') }, top, body);
panel.addEventListener('close', () => {
  silence();
  opener?.classList.remove('open');
  opener?.focus();
  opener = null;
});
panel.addEventListener('click', (event) => {
  if (event.target === panel) panel.close(); // The backdrop of the phone's dialog.
});
addEventListener('keydown', (event) => {
  if (event.key === 'Escape' && panel.open) panel.close();
});

/** Whether somebody reads evidence right now, or has a cell in focus: no time to redraw. */
export const reading = () => panel.open || Boolean(document.activeElement?.closest('.heatmap'));

/**
 * Opens the side panel (on a phone: a dialog) with what a cell rests on.
 *
 * @param cell the heatmap's cell
 * @param words title of the panel; skill: id, or where the cell is no score: figure, summary and
 *     answers (whether its lines answer objections); rep: id of the rep, or nothing
 * @param from the button that asked; it gets the focus back
 */
export function openEvidence(cell, words, from) {
  opener?.classList.remove('open');
  opener = from;
  from.classList.add('open');
  if (!panel.isConnected) document.body.append(panel);
  fill(
    top,
    el('div', {}, el('h2', { tabindex: -1 }, words.title), el('p', {}, maybe(`skill.${words.skill}.about`))),
    el(
      'button',
      { type: 'button', className: 'quiet', 'aria-label': t('evidence.close'), onclick: () => panel.close() },
      icon('close'),
    ),
    summary(cell, words),
  );
  if (!panel.open) {
    if (NARROW.matches) panel.showModal();
    else panel.show();
  }
  panel.scrollTop = 0;
  from.scrollIntoView({ block: 'nearest', inline: 'nearest' }); // The panel made the page narrower.
  top.querySelector('h2').focus();
  read(cell, words);
}

function summary(cell, words) {
  const sure = cell.n >= SURE;
  if (words.figure) {
    return el(
      'p',
      { className: 'evidence-summary' },
      el('strong', {}, words.figure),
      el('span', {}, words.summary, !sure && ` ${t('evidence.unsure')}`),
    );
  }
  return el(
    'p',
    { className: 'evidence-summary' },
    el('span', { className: 'swatch', data: sure ? { step: step(cell.value) } : { sure: 'false' } }, Math.round(cell.value)),
    el(
      'span',
      {},
      t('evidence.summary', { value: Math.round(cell.value), n: cell.n }),
      cell.band && ` ${t('evidence.band', rounded(cell.band))}`,
      !sure && ` ${t('evidence.unsure')}`,
    ),
  );
}

async function read(cell, words) {
  loading(body, 5);
  const asked = opener;
  const source = cell.evidenceLink ?? link('/api/evidence', { rep: words.rep, skill: words.skill });
  try {
    const list = await get(source);
    if (asked === opener) draw(list, source, words); // Else another cell was opened meanwhile.
  } catch (problem) {
    if (asked === opener) failed(body, problem, () => read(cell, words));
  }
}

function draw(list, source, words) {
  const found = items(list);
  if (!found.length) {
    const calls = el('a', { href: link('/calls', { rep: words.rep }) }, t('evidence.empty.action'));
    empty(body, t('evidence.empty'), calls, 'chat');
    return;
  }
  const drawn = (utterance) => entry(utterance, words.answers ?? words.skill === 'objection-handling');
  const entries = el('ol', { className: 'evidence-list' }, found.map(drawn));
  fill(body, entries, list.next && more(list.next, source, entries, drawn));
}

function more(cursor, source, entries, drawn) {
  let next = cursor;
  const button = el('button', { type: 'button', className: 'wide' }, t('state.more'));
  button.addEventListener('click', async () => {
    button.disabled = true;
    try {
      const list = await get(`${source}${source.includes('?') ? '&' : '?'}cursor=${encodeURIComponent(next)}`);
      entries.append(...items(list).map(drawn));
      next = list.next;
      if (!next) button.remove();
    } catch (problem) {
      button.textContent = `${problem.title} ${t('state.retry')}`;
    }
    button.disabled = false;
  });
  return button;
}

function entry(utterance, answers) {
  return el(
    'li',
    { className: `said ${utterance.speaker ?? 'unknown'}` },
    el(
      'p',
      { className: 'said-head' },
      el('strong', {}, side(utterance)),
      el('span', {}, [utterance.customer, utterance.startedAt && day(utterance.startedAt)].filter(Boolean).join(' · ')),
    ),
    el('p', { className: 'words' }, utterance.displayText || utterance.text),
    el('p', { className: 'chips' }, chips(utterance, answers)),
    el(
      'p',
      { className: 'said-foot' },
      clip(utterance),
      el('a', { href: callPage(utterance.callId, utterance.id) }, t('evidence.open')),
      known(utterance.skillScore) &&
        el('small', { className: 'muted' }, t('evidence.score', { score: Math.round(utterance.skillScore) })),
      utterance.rulesVersion && el('small', { className: 'muted' }, version(utterance)),
    ),
  );
}
