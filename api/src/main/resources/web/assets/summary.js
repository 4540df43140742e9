import { callPath, get } from './api.js';
import { el, fill, icon } from './dom.js';
import { clock, known } from './format.js';
import { modelWords } from './language-model.js';
import { t } from './words.js';

const PARTS = ['needs', 'turns', 'agreed', 'next'];

/** The call in two minutes, or null where it cannot be had: the rest of the page says what is wrong. */
export const recapOf = (id) => get(`${callPath(id)}/summary`).catch(() => null);

/** Draws it into its place; a call that says nothing readable has none, and its cautions say why. */
export function summary(place, recap, utterances, open) {
  if (!recap || !recap.message.length) {
    fill(place);
    return;
  }
  const byId = new Map(utterances.map((one) => [one.id, one]));
  const lang = recap.language === 'zh' ? 'zh-CN' : 'en';
  fill(
    place,
    el(
      'section',
      { className: 'card recap' },
      el('h2', {}, t('recap.title')),
      el('div', { className: 'recap-parts' }, PARTS.map((part) => lines(part, recap[part] ?? [], byId, lang, open))),
      message(recap, byId, lang, open),
      el(
        'p',
        { className: 'source' },
        icon(recap.source === 'language-model' ? 'chat' : 'check'),
        recap.source === 'language-model' ? t('recap.source.language-model', { model: modelWords(recap.model) }) : t('recap.source.extract'),
      ),
    ),
  );
}

function lines(part, found, byId, lang, open) {
  return el(
    'div',
    {},
    el('h3', {}, t(`recap.${part}`)),
    found.length
      ? el('ul', {}, found.map((line) => el('li', { lang }, line.text, ' ', proofs(line, byId, open))))
      : el('p', { className: 'muted' }, t('recap.nothing')),
  );
}

/** Small buttons that open the utterances a line rests on. */
function proofs(line, byId, open) {
  return line.utteranceIds
    .map((id) => byId.get(id))
    .filter(Boolean)
    .map((one) =>
      el(
        'button',
        { type: 'button', className: 'proof', title: one.displayText, 'aria-label': t('recap.hear', { at: at(one) }), onclick: () => open(one.id) },
        at(one),
      ),
    );
}

const at = (one) => (known(one.startSeconds) ? clock(one.startSeconds) : `#${one.index + 1}`);

function message(recap, byId, lang, open) {
  const text = recap.message.map((line) => line.text).join('\n\n');
  const copied = el('span', { className: 'muted small', role: 'status' });
  const copy = el('button', { type: 'button', className: 'quiet' }, icon('file'), t('recap.copy'));
  copy.addEventListener('click', async () => {
    try {
      await navigator.clipboard.writeText(text);
      copied.textContent = t('recap.copied');
    } catch {
      copied.textContent = t('recap.not-copied');
    }
  });
  return el(
    'details',
    { className: 'draft' },
    el('summary', {}, t('recap.message')),
    el('p', { className: 'muted small' }, t('recap.message.about')),
    el('div', { className: 'draft-text' }, recap.message.map((line) => el('p', { lang }, line.text, ' ', proofs(line, byId, open)))),
    el('p', { className: 'actions' }, copy, copied),
  );
}
