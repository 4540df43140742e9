import { el, fill, icon } from './dom.js';
import { t } from './words.js';

/** Something is on its way. */
export function loading(element, rows = 4) {
  return fill(
    element,
    el(
      'div',
      { className: 'loading', role: 'status' },
      el('span', { className: 'unseen' }, t('state.loading')),
      Array.from({ length: rows }, () => el('i', { 'aria-hidden': 'true' })),
    ),
  );
}

/** Nothing is here: says so, and what to do next (a link, a button, or a sentence). */
export function empty(element, what, next, picture = 'phone') {
  return fill(
    element,
    el(
      'div',
      { className: 'state' },
      icon(picture),
      el('p', { className: 'what' }, what),
      el('div', { className: 'next' }, next),
    ),
  );
}

/** A problem in words: what happened, in the server's own words too, and what to do about it. */
export function explanation(problem) {
  return [
    el('p', { className: 'what' }, problem.title ?? String(problem.message ?? problem)),
    problem.detail && el('p', { lang: 'en' }, problem.detail),
    problem.action && el('p', {}, problem.action),
  ];
}

/** Something went wrong: what, and what to do about it. */
export function failed(element, problem, again) {
  console.warn(problem);
  return fill(
    element,
    el(
      'div',
      { className: 'state failed', role: 'alert' },
      icon('alert'),
      explanation(problem),
      again && el('button', { type: 'button', onclick: again }, icon('again'), t('state.retry')),
    ),
  );
}

/**
 * Shows that something is loading, then what it is, or what went wrong with a way to try again.
 *
 * @param quietly what is on the page stays until the new is there
 */
export async function show(element, load, draw, rows, quietly = false) {
  if (!quietly) loading(element, rows);
  try {
    const value = await load();
    fill(element);
    draw(value, element);
  } catch (problem) {
    failed(element, problem, () => show(element, load, draw, rows));
  }
}
