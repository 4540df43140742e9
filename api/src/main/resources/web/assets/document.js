import { get } from './api.js';
import { el, fill } from './dom.js';
import { asked, frame, heading, idInPath, place, title } from './frame.js';
import { show } from './states.js';
import { t } from './words.js';

const TABLE_ROW = /^\|(.*)\|$/;
const path = `/api/documents/${encodeURIComponent(idInPath())}`;

frame('documents');
title(t('documents.title'));
heading(place('heading'), t('documents.title'));
fill(place('versions'), el('p', { className: 'muted' }, '\u00a0')); // As high as what comes.
show(place('text'), load, draw, 8);

async function load() {
  const version = asked('version') || (await get(path)).version;
  return get(`${path}/versions/${encodeURIComponent(version)}/passages`);
}

function draw(text) {
  title(text.name);
  heading(place('heading'), text.name);
  fill(
    place('versions'),
    el(
      'p',
      { className: 'muted' },
      t('documents.version', { n: text.version }),
      ' · ',
      el('a', { href: `${path}/versions/${text.version}`, download: true }, t('documents.download', { n: text.version })),
      ' · ',
      el('a', { href: '/documents' }, t('documents.all')),
    ),
    text.version !== text.current &&
      el(
        'p',
        { className: 'remark' },
        t('documents.old'),
        ' ',
        el('a', { href: `?version=${text.current}` }, t('documents.version', { n: text.current })),
      ),
  );
  let above = [];
  let page = null;
  for (const passage of text.passages) {
    const headings = passage.heading ? passage.heading.split(' > ') : [];
    const same = headings.findIndex((one, i) => one !== above[i]);
    const fresh = same < 0 ? [] : headings.slice(same);
    place('text').append(
      el(
        'section',
        { id: `passage-${passage.number}`, tabindex: -1 },
        passage.page && passage.page !== page && el('p', { className: 'page' }, t('documents.page', { n: passage.page })),
        fresh.map((one, i) => el(`h${Math.min(6, 2 + same + i)}`, {}, one)),
        parts(passage.text),
      ),
    );
    above = headings;
    page = passage.page ?? page;
  }
  mark();
}

addEventListener('hashchange', mark);

/** The passage that a citation names is marked and brought into view. */
function mark() {
  document.querySelector('.cited')?.classList.remove('cited');
  const cited = /^#passage-\d+$/.test(location.hash) && document.getElementById(location.hash.slice(1));
  if (!cited) return;
  cited.classList.add('cited');
  cited.scrollIntoView({ block: 'center' });
  cited.focus({ preventScroll: true });
}

/** Paragraphs and tables; lists and code keep their lines. */
function parts(text) {
  return text.split('\n\n').map((part) => {
    const lines = part.split('\n');
    return lines.length > 1 && lines.every((line) => TABLE_ROW.test(line)) ? table(lines) : el('p', {}, part);
  });
}

function table(lines) {
  const rows = lines.map((line) => TABLE_ROW.exec(line)[1].split(' | ').map((cell) => cell.trim()));
  const ruled = rows[1].every((cell) => cell === '---');
  const body = ruled ? rows.slice(2) : rows;
  return el(
    'div',
    { className: 'scroll', tabindex: 0, role: 'region', 'aria-label': t('documents.table') },
    el(
      'table',
      {},
      ruled && el('thead', {}, el('tr', {}, rows[0].map((cell) => (cell ? el('th', { scope: 'col' }, cell) : el('td', {}))))),
      el('tbody', {}, body.map((row) => el('tr', {}, row.map((cell) => el('td', {}, cell))))),
    ),
  );
}
