import { get, items, link, post } from './api.js';
import { el, fill, icon } from './dom.js';
import { when } from './format.js';
import { place } from './frame.js';
import { author } from './library-edit.js';
import { statusClass } from './library-kinds.js';
import { explanation, show } from './states.js';
import { maybe, t } from './words.js';

/** All versions, newest first, each with what it changed and a way to have it again. */
export function history(element, kind, path, record, again) {
  const list = el('ol', { className: 'versions' });
  fill(element, el('h2', {}, t('library.history')), list);
  show(list, () => get(`${path}/versions`), (all) => fill(list, items(all).map(line)), 2);

  function line(version, i, all) {
    const before = all[i + 1];
    const difference = el('div', { className: 'difference', hidden: true });
    const open = el(
      'button',
      { type: 'button', className: 'small', 'aria-expanded': 'false', onclick: () => toggle(open, difference, before.version, version.version) },
      t('library.diff', { from: before?.version ?? '', to: version.version }),
    );
    return el(
      'li',
      {},
      el(
        'p',
        { className: 'version-head' },
        el('strong', {}, t('library.version', { version: version.version })),
        el('span', { className: statusClass(version.status) }, t(`library.status.${version.status}`)),
        el('span', { className: 'muted small' }, [version.author, version.changedAt && when(version.changedAt), version.changeNote].filter(Boolean).join(' · ')),
      ),
      el(
        'div',
        { className: 'actions' },
        before && open,
        i > 0 &&
          el(
            'button',
            { type: 'button', className: 'small', onclick: () => restore(version.version) },
            icon('again'),
            t('library.restore', { version: version.version }),
          ),
      ),
      difference,
    );
  }

  async function toggle(button, box, from, to) {
    const opens = box.hidden;
    box.hidden = !opens;
    button.setAttribute('aria-expanded', String(opens));
    if (opens) show(box, () => get(link(`${path}/diff`, { from, to })), (found) => fill(box, fields(found)), 1);
  }

  function fields(found) {
    if (!found.fields.length) return el('p', { className: 'muted' }, t('library.diff.none'));
    return found.fields.map((field) => [
      el('h3', {}, maybe(`library.field.${field.name}`) || field.name),
      el('p', { lang: record.language }, field.pieces.map(piece)),
    ]);
  }

  async function restore(version) {
    try {
      await post(`${path}/restore`, { restore: version, version: record.version, author: author() });
      fill(place('result'), el('p', { className: 'notice' }, icon('check'), t('library.restore.done', { version })));
      again();
    } catch (problem) {
      fill(place('result'), el('div', { className: 'bad', role: 'alert' }, explanation(problem)));
    }
  }
}

/** Said as well as drawn: what is struck out, what is new. */
function piece({ op, text }) {
  if (op === 'same') return text;
  return el(
    op === 'added' ? 'ins' : 'del',
    {},
    el('span', { className: 'unseen' }, ` ${t(`library.diff.${op}`)}: `),
    text,
  );
}
