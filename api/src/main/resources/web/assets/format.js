import { language } from './words.js';

const LOCALE = language === 'zh' ? 'zh-CN' : 'en-GB';
const dateTime = new Intl.DateTimeFormat(LOCALE, {
  year: 'numeric',
  month: 'short',
  day: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
});
const shortDate = new Intl.DateTimeFormat(LOCALE, { month: 'short', day: 'numeric' });
const plainDate = new Intl.DateTimeFormat(LOCALE, { weekday: 'short', month: 'short', day: 'numeric', timeZone: 'UTC' });
const wholeDate = new Intl.DateTimeFormat(LOCALE, { year: 'numeric', month: 'short', day: 'numeric', timeZone: 'UTC' });
const weekRange = new Intl.DateTimeFormat(LOCALE, {
  month: 'short',
  day: 'numeric',
  timeZone: 'UTC',
});

/** Date and time in the browser's zone. */
export function when(instant) {
  const date = new Date(instant);
  return Number.isNaN(date.getTime()) ? '' : dateTime.format(date);
}

/** Month and day in the browser's zone. */
export function day(instant) {
  const date = new Date(instant);
  return Number.isNaN(date.getTime()) ? '' : shortDate.format(date);
}

/** Weekday, day and month of an ISO date. */
export function dayOf(date) {
  return plainDate.format(new Date(`${date}T00:00:00Z`));
}

/** Day, month and year of an ISO date. */
export function dateOf(date) {
  return wholeDate.format(new Date(`${date}T00:00:00Z`));
}

/** `3:07`, or `1:02:09` from an hour on. */
export function clock(seconds) {
  const whole = Math.max(0, Math.floor(seconds));
  const parts = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60, whole % 60];
  if (parts[0] === 0) parts.shift();
  return parts.map((part, i) => (i === 0 ? String(part) : String(part).padStart(2, '0'))).join(':');
}

/** A number with so many decimals, in the page's language. */
export function number(value, decimals = 0) {
  return value.toLocaleString(LOCALE, {
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals,
  });
}

export function percent(ratio) {
  return `${Math.round(ratio * 100)}%`;
}

/** Whether a value was measured at all: what cannot be measured is absent, never 0. */
export function known(value) {
  return typeof value === 'number' && Number.isFinite(value);
}

/** The first day of an ISO week such as `2026-W45`, or the id itself when it is none. */
export function weekStart(id) {
  const match = /^(\d{4})-W(\d{2})$/.exec(id);
  if (!match) return id;
  const fourth = new Date(Date.UTC(Number(match[1]), 0, 4));
  const monday = new Date(fourth);
  monday.setUTCDate(fourth.getUTCDate() - ((fourth.getUTCDay() + 6) % 7) + (match[2] - 1) * 7);
  return weekRange.format(monday);
}
