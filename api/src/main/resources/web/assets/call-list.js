import { callPage } from './api.js';
import { statusMark } from './chips.js';
import { el, fill } from './dom.js';
import { clock, known, when } from './format.js';
import { label, t } from './words.js';

const RUNNING = new Set(['queued', 'decoding', 'transcribing', 'analysing']);

/** Whether there is more to come for a call in this status. */
export const isRunning = (status) => RUNNING.has(status);

/**
 * A list of calls whose lines can be updated while the calls are read.
 *
 * @param options withoutRep: true where all calls are of one rep
 * @returns element; has(id); put(call): adds or redraws a line; add(calls): appends; news(event)
 */
export function callList(calls, options = {}) {
  const lines = new Map(); // call id → {call, element}
  const element = el('ul', { className: options.withoutRep ? 'calls one-rep' : 'calls' });
  const redraw = (line) => fill(line.element, draw(line.call, options));
  const put = (call, first) => {
    const existing = lines.get(call.id);
    if (existing) {
      existing.call = call;
      redraw(existing);
      return;
    }
    const line = { call, element: el('li') };
    lines.set(call.id, line);
    redraw(line);
    if (first) element.prepend(line.element);
    else element.append(line.element);
  };
  calls.forEach((call) => put(call));
  return {
    element,
    has: (id) => lines.has(id),
    put,
    add: (more) => more.forEach((call) => put(call)),
    news(event) {
      const line = lines.get(event.id);
      line.call = { ...line.call, status: event.status, progress: known(event.totalSeconds) ? event : undefined };
      redraw(line);
    },
  };
}

function draw(call, options) {
  return [
    el(
      'a',
      { href: callPage(call.id), className: 'call-line' },
      el('span', { className: 'call-customer' }, call.customer || t('calls.no-customer')),
      !options.withoutRep && el('span', { className: 'call-rep' }, call.repName),
      el(
        'span',
        { className: 'call-facts' },
        el('span', {}, when(call.startedAt)),
        known(call.durationSeconds) && el('span', {}, clock(call.durationSeconds)),
        call.language && el('span', {}, label('language', call.language)),
      ),
      el('span', { className: 'call-status' }, statusMark(call), progress(call)),
    ),
    call.status === 'failed' &&
      el('p', { className: 'call-failure' }, label('failure', call.failure?.kind ?? 'internal')),
  ];
}

/** How far a call has come, or nothing when it is not under way. */
export function progress(call) {
  if (!isRunning(call.status)) return null;
  const { doneSeconds: done, totalSeconds: total, remainingSeconds: remaining } = call.progress ?? {};
  if (!known(done) || !(total > 0) || call.status === 'queued' || call.status === 'analysing') {
    return el('progress', { 'aria-label': t(`status.${call.status}`) });
  }
  const words = t('status.progress', { done: clock(done), total: clock(total) });
  return [
    el('progress', { value: done, max: total, 'aria-label': t(`status.${call.status}`) }),
    el('small', {}, words),
    known(remaining) && el('small', {}, inWords(remaining)),
  ];
}

/** An estimate is worth no seconds. */
function inWords(seconds) {
  return seconds < 60 ? t('status.remaining.soon') : t('status.remaining', { minutes: Math.round(seconds / 60) });
}
