import { el, fill, icon } from './dom.js';
import { place, title } from './frame.js';
import { language, t } from './words.js';

const COMMAND = 'talktrack link';

title(t('signin.title'));
const copy = el('button', { type: 'button', onclick: take }, t('copy'));
const other = language === 'zh' ? 'en' : 'zh';
const address = new URL(location.href);
address.searchParams.set('lang', other);
fill(
  place('signin'),
  el('img', { src: '/assets/logo.svg', alt: t('app.name'), width: 48, height: 48 }),
  el('h1', {}, t('signin.title')),
  el('p', { className: 'lead' }, t('signin.lead')),
  el(
    'ol',
    {},
    el('li', {}, t('signin.step1'), el('p', { className: 'command' }, el('code', {}, COMMAND), copy)),
    el('li', {}, t('signin.step2')),
  ),
  el('p', { className: 'muted' }, icon('info'), ' ', t('signin.why')),
  el('a', { href: address.href, lang: other === 'zh' ? 'zh-CN' : 'en' }, t('language.other')),
);

async function take() {
  try {
    await navigator.clipboard.writeText(COMMAND);
    copy.textContent = t('copied');
  } catch {
    getSelection().selectAllChildren(document.querySelector('.command code')); // Not allowed to copy: select it instead.
  }
}
