import { postText } from './api.js';
import { ask, field } from './dialog.js';
import { el, fill, icon } from './dom.js';
import { place } from './frame.js';
import { explanation } from './states.js';
import { t } from './words.js';

/** Takes a file in: first says what it would do, then does it when asked. All of it or nothing. */
export function importer(kind, done) {
  const result = el('div', { 'aria-live': 'polite' });
  const file = el('input', { type: 'file', accept: '.md,.markdown,.csv,text/markdown,text/csv' });
  ask(
    { title: t('library.import'), lead: t('library.import.lead'), wide: true },
    (act) => {
      file.addEventListener('change', () => look((text) => act(() => take(text))));
      return [field(t('library.import.file'), file), result];
    },
    null,
    () => {
      fill(place('result'), el('p', { className: 'notice' }, icon('check'), t('library.import.done')));
      done();
    },
  );

  const address = (dry) => `${kind.path}/import?format=${/\.csv$/i.test(file.files[0].name) ? 'csv' : 'markdown'}${dry ? '&dry-run=true' : ''}`;
  const take = (text) => postText(address(false), text);

  async function look(taken) {
    if (!file.files.length) return;
    try {
      const text = await file.files[0].text();
      const { rows } = await postText(address(true), text);
      fill(result, would(rows, () => taken(text)));
    } catch (problem) {
      fill(result, el('div', { className: 'bad', role: 'alert' }, explanation(problem)));
    }
  }
}

/** What taking the file in would do, line by line, and the button that does it. */
function would(rows, take) {
  const count = (what) => rows.filter((row) => row.what === what).length;
  const changes = rows.filter((row) => row.what !== 'same');
  return [
    el('p', {}, t('library.import.would', { created: count('new'), changed: count('changed'), same: count('same') })),
    el(
      'ul',
      { className: 'import-rows' },
      changes.map((row) =>
        el('li', {}, t('library.import.row', { line: row.line, what: t(`library.import.${row.what}`), status: t(`library.status.${row.status}`), title: row.title })),
      ),
    ),
    changes.length > 0 && el('button', { type: 'button', className: 'primary', onclick: take }, t('library.import.take', { n: changes.length })),
  ];
}
