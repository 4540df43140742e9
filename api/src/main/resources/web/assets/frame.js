import { get } from './api.js';
import { el, fill, icon } from './dom.js';
import { language, t } from './words.js';

const DEMONSTRATION = 'talktrack.demonstration';
let asking = null;

/** What `/api/status` says, or null when nobody may know; asked once a page. */
export const status = () => (asking ??= get('/api/status').catch(() => null));

/**
 * Draws what every page has: the header with the way to the other pages, the banners, the title.
 *
 * @param here the name of the page in the navigation; nothing is marked for others
 */
export function frame(here) {
  document.body.prepend(
    el('a', { href: '#main', className: 'skip' }, t('nav.skip')),
    el(
      'header',
      { className: 'top' },
      el(
        'a',
        { href: '/', className: 'brand' },
        el('img', { src: '/assets/logo.svg', alt: '', width: 28, height: 28 }),
        el('span', {}, t('app.name')),
      ),
      el(
        'nav',
        { 'aria-label': t('nav.label') },
        tab('/', 'team', here),
        tab('/calls', 'calls', here),
        tab('/chat', 'chat', here),
        tab('/practice', 'practice', here),
        tab('/documents', 'documents', here),
        tab('/library', 'library', here),
      ),
      languageSwitch(),
    ),
    el('div', { id: 'banners' }),
  );
  const nav = document.querySelector('.top nav');
  const current = nav.querySelector('[aria-current]');
  nav.addEventListener('scroll', () => nav.classList.toggle('scrolled', nav.scrollLeft > 4), { passive: true });
  if (current) nav.scrollLeft = current.offsetLeft - nav.offsetLeft - nav.clientWidth / 2 + current.clientWidth / 2;
  banners({ demonstration: recall() }); // As on the page before, so that nothing moves when the answer comes.
  status().then((known) => {
    if (!known) return;
    keep(known.demonstration);
    banners(known);
  });
}

function tab(href, name, here) {
  return el('a', { href, 'aria-current': name === here && 'page' }, t(`nav.${name}`));
}

function languageSwitch() {
  const other = language === 'zh' ? 'en' : 'zh';
  const address = new URL(location.href);
  address.searchParams.set('lang', other);
  const link = el(
    'a',
    {
      href: address.href,
      className: 'language',
      lang: other === 'zh' ? 'zh-CN' : 'en',
      hreflang: other,
      title: t('language.switch'),
    },
    t('language.other'),
  );
  link.addEventListener('click', () => {
    const now = new URL(location.href); // Filters and the open utterance may have changed since.
    now.searchParams.set('lang', other);
    link.href = now.href;
    if (now.pathname === location.pathname && now.search === location.search) location.reload();
  });
  return link;
}

function banners(known) {
  fill(
    place('banners'),
    known.demonstration && banner('demonstration', 'info', 'demo', {}),
    known.status === 'degraded' && banner('degraded', 'alert', 'degraded', { role: 'status' }),
  );
}

function banner(className, picture, words, attributes) {
  return el(
    'p',
    { className: `banner ${className}`, ...attributes },
    icon(picture),
    el('span', {}, el('strong', {}, t(`${words}.banner`)), ' ', t(`${words}.detail`)),
  );
}

function recall() {
  try {
    return sessionStorage.getItem(DEMONSTRATION) === 'true';
  } catch {
    return false; // Storage is switched off: the banner waits for the answer.
  }
}

function keep(demonstration) {
  try {
    sessionStorage.setItem(DEMONSTRATION, String(demonstration));
  } catch {
    // Storage is switched off: the next page waits for its own answer.
  }
}

/** Names the page in the browser's tab. */
export function title(...parts) {
  document.title = [...parts.filter(Boolean), t('app.name')].join(' · ');
}

/** The element of the page's skeleton with this id. */
export function place(id) {
  return document.getElementById(id);
}

/** A labelled select; `options` are pairs of value and words. */
export function choice(words, options, chosen, onchange) {
  const select = el(
    'select',
    { onchange: (event) => onchange(event.target.value) },
    options.map(([value, text]) => el('option', { value, selected: value === chosen }, text)),
  );
  return el('label', { className: 'choice' }, el('span', {}, words), select);
}

/** Changes the address without loading the page, so that a reload or a link shows the same. */
export function remember(parameters) {
  const address = new URL(location.href);
  for (const [name, value] of Object.entries(parameters)) {
    if (value) address.searchParams.set(name, value);
    else address.searchParams.delete(name);
  }
  history.replaceState(null, '', address);
}

/** What the address asks for under this name, or an empty text. */
export function asked(name) {
  return new URLSearchParams(location.search).get(name) ?? '';
}

/** The id at the end of the page's path. */
export function idInPath() {
  return decodeURIComponent(location.pathname.split('/').filter(Boolean).pop() ?? '');
}

/** Puts a heading and a sentence on the page. */
export function heading(element, name, ...lead) {
  return fill(element, el('h1', {}, name), lead.length > 0 && el('p', { className: 'lead' }, ...lead));
}
