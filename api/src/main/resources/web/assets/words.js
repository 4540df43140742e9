import en from './words/en.js';
import zh from './words/zh.js';

const WORDS = { en, zh };
const KEY = 'talktrack.language';

/** The page's language: `?lang=`, else what was chosen before, else the browser's. */
export const language = choose();
document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en';

function choose() {
  const asked = new URLSearchParams(location.search).get('lang');
  if (Object.hasOwn(WORDS, asked)) {
    remember(asked);
    return asked;
  }
  const remembered = recall();
  if (Object.hasOwn(WORDS, remembered)) return remembered;
  const first = navigator.languages?.find((tag) => /^(en|zh)/i.test(tag)) ?? 'en';
  return first.slice(0, 2).toLowerCase();
}

function recall() {
  try {
    return localStorage.getItem(KEY);
  } catch {
    return null; // Storage is switched off: the browser's language decides each time.
  }
}

function remember(tag) {
  try {
    localStorage.setItem(KEY, tag);
  } catch {
    // Storage is switched off: the choice holds for this page only.
  }
}

const HAN_FIRST = /^\p{Script=Han}/u;
const HAN_LAST = /\p{Script=Han}$/u;

/**
 * The words under this key, with `{name}` filled in; `{n:call|calls}` picks the form for one or
 * for many. Chinese texts have a space where a figure or a Latin name meets them: where the value
 * turns out to be Chinese, such as a date, it goes.
 */
export function t(key, values = {}) {
  const text = WORDS[language][key];
  if (text === undefined) {
    console.error(`no words for ${key}`);
    return key;
  }
  return text
    .replace(/\{(\w+):([^|}]*)\|([^}]*)\}/g, (_, name, one, many) =>
      Number(values[name]) === 1 ? one : many,
    )
    .replace(/( ?)\{(\w+)\}( ?)/g, (_, before, name, after) => {
      const value = String(values[name] ?? '');
      const joined = (space, han) => (language === 'zh' && han.test(value) ? '' : space);
      return joined(before, HAN_FIRST) + value + joined(after, HAN_LAST);
    });
}

/** What parts two sentences; a Chinese full stop has its room within it. */
export const SPACE = language === 'zh' ? '' : ' ';

/** The words for a label of a closed set; a label that this page does not know yet is shown as it is. */
export function label(family, id) {
  return WORDS[language][`${family}.${id}`] ?? id ?? '';
}

/** The same, or nothing when there are no words for it. */
export function maybe(key) {
  return WORDS[language][key] ?? '';
}
