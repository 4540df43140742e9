import { postText } from './api.js';
import { el, fill, icon } from './dom.js';
import { place } from './frame.js';
import { explanation } from './states.js';
import { t } from './words.js';

/** Takes a file in: first says what it would do, then does it when asked. All of it or nothing. */
export function importer(kind, done) {
  const result = el('div', { 'aria-live': 'polite' });
  const file = el('input', { type: 'file', accept: '.md,.markdown,.csv,text/markdown,text/csv', onchange: () => look() });
  const dialog = el(
    'dialog',
    { className: 'ask library-ask', 'aria-labelledby': 'import-title', onclose: () => dialog.remove() },
    el('h2', { id: 'import-title' }, t('library.import')),
    el('p', { className: 'muted' }, t('library.import.lead')),
    el('label', { className: 'field' }, el('span', {}, t('library.import.file')), file),
    result,
    el('p', { className: 'actions' }, el('button', { type: 'button', onclick: () => dialog.close() }, t('speakers.cancel'))),
  );
  document.body.append(dialog);
  dialog.showModal();

  const address = (dry) => `${kind.path}/import?format=${/\.csv$/i.test(file.files[0].name) ? 'csv' : 'markdown'}${dry ? '&dry-run=true' : ''}`;

  async function look() {
    if (!file.files.length) return;
    await attempt(async () => {
      const text = await file.files[0].text();
      const found = await postText(address(true), text);
      const count = (what) => found.rows.filter((row) => row.what === what).length;
      const news = count('new') + count('changed');
      fill(
        result,
        el('p', {}, t('library.import.would', { created: count('new'), changed: count('changed'), same: count('same') })),
        el(
          'ul',
          { className: 'import-rows' },
          found.rows
            .filter((row) => row.what !== 'same')
            .map((row) =>
              el('li', {}, t('library.import.row', { line: row.line, what: t(`library.import.${row.what}`), status: t(`library.status.${row.status}`), title: row.title })),
            ),
        ),
        news > 0 && el('button', { type: 'button', className: 'primary', onclick: () => take(text) }, t('library.import.take', { n: news })),
      );
    });
  }

  async function take(text) {
    await attempt(async () => {
      await postText(address(false), text);
      dialog.close();
      fill(place('result'), el('p', { className: 'notice' }, icon('check'), t('library.import.done')));
      done();
    });
  }

  async function attempt(work) {
    try {
      await work();
    } catch (problem) {
      fill(result, el('div', { className: 'bad', role: 'alert' }, explanation(problem)));
    }
  }
}
