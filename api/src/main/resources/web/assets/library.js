import { get, items, link, post } from './api.js';
import { el, fill, icon } from './dom.js';
import { asked, choice, frame, heading, place, remember, title } from './frame.js';
import { edit } from './library-edit.js';
import { importer } from './library-import.js';
import { KINDS, LANGUAGES, STATUSES, options, statusClass } from './library-kinds.js';
import { one } from './library-one.js';
import { empty, explanation, failed, loading } from './states.js';
import { language, t } from './words.js';

const name = asked('kind') in KINDS ? asked('kind') : 'tracks';
const kind = { name, ...KINDS[name] };
const chosen = {
  q: asked('q'),
  status: asked('status'),
  language: asked('language') || (asked('status') || asked('q') ? '' : language),
  ...Object.fromEntries(kind.filters.map(([field]) => [field, asked(field)])),
};
let reading = 0;

frame('library');
if (asked('id')) one(kind, asked('id'));
else list();

function list() {
  title(t(`library.${kind.name}`));
  heading(place('heading'), t(`library.${kind.name}`), t(kind.lead));
  fill(place('tools'), kinds(), actions(), filters());
  draw();
}

function kinds() {
  return el(
    'nav',
    { className: 'kinds', 'aria-label': t('library.kinds') },
    Object.keys(KINDS).map((other) =>
      el(
        'a',
        { href: link('/library', { kind: other === 'tracks' ? '' : other }), 'aria-current': other === kind.name && 'page' },
        t(`library.${other}`),
      ),
    ),
  );
}

function actions() {
  return el(
    'div',
    { className: 'actions library-actions' },
    el('button', { type: 'button', className: 'primary', onclick: () => edit(kind, null, () => location.reload()) }, t(`library.new.${kind.name}`)),
    el('button', { type: 'button', onclick: (event) => mine(event.target) }, icon('phone'), t('library.mine')),
    el('button', { type: 'button', onclick: () => importer(kind, () => draw()) }, icon('upload'), t('library.import')),
    ['markdown', 'csv'].map((format) =>
      el('a', { href: `${kind.path}/export?format=${format}`, download: true }, t(`library.export.${format}`)),
    ),
  );
}

function filters() {
  const search = el('input', {
    type: 'search',
    value: chosen.q,
    oninput: (event) => change('q', event.target.value.trim()),
  });
  return el(
    'div',
    { className: 'choices library-filters' },
    el('label', { className: 'choice' }, el('span', {}, t('library.search')), search),
    filter('language', 'library.field.language', LANGUAGES),
    filter('status', 'library.field.status', options('library.status', STATUSES)),
    kind.filters.map(([field, words, choices]) => filter(field, words, choices())),
  );
}

function filter(field, words, choices) {
  return choice(t(words), [['', t('library.all')], ...choices], chosen[field], (value) => change(field, value));
}

function change(field, value) {
  chosen[field] = value;
  remember(chosen);
  draw();
}

async function draw() {
  const mine = ++reading;
  if (!place('content').hasChildNodes()) loading(place('content'), 8);
  try {
    const found = items(await get(kind.path, chosen));
    if (mine !== reading) return;
    if (!found.length) {
      empty(place('content'), t('library.none'), el('a', { href: link('/library', { kind: asked('kind') }) }, t('library.none.action')), 'chat');
      return;
    }
    fill(
      place('content'),
      el('p', { className: 'muted small', role: 'status' }, t('library.count', { n: found.length })),
      el('ul', { className: 'library-list' }, found.map(line)),
    );
  } catch (problem) {
    if (mine === reading) failed(place('content'), problem, draw);
  }
}

function line(record) {
  return el(
    'li',
    {},
    el(
      'a',
      { href: link('/library', { kind: kind.name === 'tracks' ? '' : kind.name, id: record.id }), lang: record.language },
      record.title,
    ),
    el(
      'span',
      { className: 'chips' },
      el('span', { className: statusClass(record.status) }, t(`library.status.${record.status}`)),
      kind.chips(record).filter(Boolean).map((words) => el('span', { className: 'chip' }, words)),
      record.minedFrom && el('span', { className: 'chip' }, t('library.mined')),
    ),
  );
}

async function mine(button) {
  button.disabled = true;
  fill(place('result'), el('p', { className: 'muted' }, t('library.mining')));
  try {
    const found = await post(`${kind.path}/mine`);
    fill(
      place('result'),
      el('p', { className: 'notice' }, icon('check'), t('library.mine.done', { n: found.proposed.length, calls: found.calls, alike: found.alike })),
    );
    if (found.proposed.length) {
      Object.assign(chosen, { status: 'draft', language: '', q: '', objection: '', question: '' });
      remember(chosen);
      fill(place('tools'), kinds(), actions(), filters());
      await draw();
    }
  } catch (problem) {
    fill(place('result'), el('div', { className: 'bad', role: 'alert' }, explanation(problem)));
  }
  button.disabled = false;
}
