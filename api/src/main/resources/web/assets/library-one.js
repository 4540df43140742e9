import { callPage, get, link, post } from './api.js';
import { el, fill, icon } from './dom.js';
import { when } from './format.js';
import { heading, place, title } from './frame.js';
import { script } from './chips.js';
import { author, edit } from './library-edit.js';
import { history } from './library-history.js';
import { read, statusClass } from './library-kinds.js';
import { usage } from './library-usage.js';
import { explanation, show } from './states.js';
import { t } from './words.js';

/** Parts of a case that its fields name otherwise. */
const FIELD_OF_PART = { 'decision-chain': 'decisionChain', 'value-shown': 'valueShown' };

/** One talk track or case: its words, what it did, its versions, and what can be done with it. */
export function one(kind, id) {
  const path = `${kind.path}/${encodeURIComponent(id)}`;
  const again = () => show(place('content'), () => get(path), draw, 6, true);
  // In the heading's place, since the heading comes with the rest and would move it.
  show(place('heading'), () => get(path), (record) => draw(record, place('content')), 6);

  function draw(record, element) {
    title(record.title, t(`library.${kind.name}`));
    heading(place('heading'), record.title);
    fill(
      place('tools'),
      el('p', {}, el('a', { href: link('/library', { kind: kind.name === 'tracks' ? '' : kind.name }) }, t(`library.back.${kind.name}`))),
      el(
        'p',
        { className: 'chips' },
        el('span', { className: statusClass(record.status) }, t(`library.status.${record.status}`)),
        kind.chips(record).filter(Boolean).map((words) => el('span', { className: 'chip' }, words)),
      ),
      el('p', { className: 'muted small' }, made(record)),
      buttons(record),
    );
    const uses = el('section', {});
    const versions = el('section', {});
    fill(
      element,
      el('section', { className: 'card words', lang: record.language }, words(record), sources(record)),
      kind.name === 'tracks' && uses,
      versions,
    );
    const above = kind.name === 'tracks' ? usage(uses, path) : Promise.resolve();
    above.finally(() => history(versions, kind, path, record, again)); // or it would move down
  }

  function made(record) {
    const by = record.author || t(unsigned(record));
    const at = record.changedAt ? when(record.changedAt) : '';
    return [t('library.version', { version: record.version }), by, at, record.changeNote].filter(Boolean).join(' · ');
  }

  /** What nobody ever changed came with Talktrack. */
  function unsigned(record) {
    if (record.minedFrom) return 'library.mined';
    return record.changedAt ? 'library.no-author' : 'library.shipped';
  }

  function words(record) {
    return kind.fields
      .filter((field) => field.shown && read(field, record)?.length)
      .map((field) => [el('h2', {}, t(`library.field.${field.name}`)), shown(field, read(field, record))]);
  }

  function shown(field, value) {
    if (field.shown === 'lines') {
      return el('ul', { className: 'chips' }, value.map((line) => el('li', { className: 'chip' }, line)));
    }
    return el('p', { className: 'script' }, field.shown === 'script' ? script(value) : value);
  }

  function sources(record) {
    if (record.proofs?.length) return proofs(record);
    const moments = record.minedFrom ? [record.minedFrom] : (record.sources ?? []);
    return (
      moments.length > 0 && [
        el('h2', {}, t('library.source')),
        el(
          'ul',
          {},
          moments.map((moment, i) =>
            el('li', {}, el('a', { href: callPage(moment.callId, moment.utteranceId) }, icon('play'), ' ', t('library.hear', { n: i + 1 }))),
          ),
        ),
      ]
    );
  }

  /** Of a case from a call: which lines say which part. */
  function proofs(record) {
    return [
      el('h2', {}, t('library.source')),
      el(
        'ul',
        {},
        record.proofs.map(({ part, utteranceIds }) =>
          el(
            'li',
            {},
            t(`library.field.${FIELD_OF_PART[part] ?? part}`),
            utteranceIds.map((id, i) => [' ', el('a', { href: callPage(record.minedFrom.callId, id) }, icon('play'), ' ', t('library.hear', { n: i + 1 }))]),
          ),
        ),
      ),
    ];
  }

  function buttons(record) {
    return el(
      'div',
      { className: 'actions' },
      record.status !== 'approved' &&
        !record.example &&
        el('button', { type: 'button', className: 'primary', onclick: () => become(record, 'approve') }, icon('check'), t('library.approve')),
      el('button', { type: 'button', onclick: () => edit(kind, record, again) }, t('library.edit')),
      record.status !== 'retired' &&
        el('button', { type: 'button', className: 'quiet', onclick: () => become(record, 'retire') }, t('library.retire')),
    );
  }

  async function become(record, act) {
    try {
      await post(`${path}/${act}`, { version: record.version, author: author() });
      fill(place('result'), el('p', { className: 'notice' }, icon('check'), t(`library.${act}.done`)));
      again();
    } catch (problem) {
      fill(place('result'), el('div', { className: 'bad', role: 'alert' }, explanation(problem)));
    }
  }
}
