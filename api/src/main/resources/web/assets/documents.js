import { get, patch, remove, send } from './api.js';
import { sure } from './dialog.js';
import { el, fill, icon } from './dom.js';
import { dateOf, number, when } from './format.js';
import { frame, heading, place, title } from './frame.js';
import { empty, explanation, failed, loading } from './states.js';
import { label, t } from './words.js';

const REVIEWER = 'talktrack.reviewer';
const LOOK_AGAIN = 2000;
const open = new Set(); // ids of the documents whose details are open
const rows = new Map(); // by id, what stays on the page as long as it says the same: somebody may be typing there
let list = [];

frame('documents');
title(t('documents.title'));
heading(place('heading'), t('documents.title'), t('documents.lead'));
const notes = el('ul', { className: 'notes', role: 'status' });
drop();
loading(place('documents'), 5);
read();

async function read() {
  try {
    list = (await get('/api/documents')).documents;
    draw();
    if (list.some((one) => one.state === 'reading')) setTimeout(read, LOOK_AGAIN);
  } catch (problem) {
    failed(place('documents'), problem, read);
  }
}

function drop() {
  const file = el('input', {
    id: 'file',
    type: 'file',
    multiple: true,
    className: 'unseen',
    onchange: () => take([...file.files]),
  });
  const target = el(
    'label',
    { className: 'drop', for: 'file' },
    icon('upload'),
    el('span', { className: 'drop-words' }, el('strong', {}, t('documents.drop')), el('small', {}, t('documents.formats'))),
  );
  addEventListener('dragover', (event) => {
    if (![...(event.dataTransfer?.types ?? [])].includes('Files')) return;
    event.preventDefault();
    target.classList.add('over');
  });
  addEventListener('dragleave', (event) => event.relatedTarget || target.classList.remove('over'));
  addEventListener('drop', (event) => {
    target.classList.remove('over');
    if (!event.dataTransfer?.files.length) return;
    event.preventDefault();
    take([...event.dataTransfer.files]);
  });
  fill(place('upload'), el('div', { className: 'drop-field' }, file, target), notes);

  async function take(files) {
    fill(notes);
    for (const one of files) await hand(one, '/api/documents');
    file.value = '';
    read();
  }
}

/** Uploads a file, and says below the form how that went. */
async function hand(file, path) {
  const note = el('li', {}, t('documents.uploading', { name: file.name }));
  notes.append(note);
  const form = new FormData();
  form.set('file', file);
  try {
    const taken = await send(path, { method: 'POST', body: form });
    note.textContent = t('documents.uploaded', { name: taken.name, n: taken.version });
  } catch (problem) {
    note.className = 'bad';
    fill(note, el('strong', {}, file.name), explanation(problem));
  }
}

function draw() {
  if (!list.length) {
    empty(place('documents'), t('documents.empty'), t('documents.empty.action'), 'file');
    return;
  }
  const focused = document.activeElement?.id;
  let shown = place('documents').querySelector('.documents');
  if (!shown) fill(place('documents'), (shown = el('ul', { className: 'documents' })));
  const wanted = list.map(row);
  for (const item of [...shown.children]) if (!wanted.includes(item)) item.remove();
  wanted.forEach((item, n) => item === shown.children[n] || shown.insertBefore(item, shown.children[n]));
  if (focused && document.activeElement?.id !== focused) document.getElementById(focused)?.focus();
}

function row(one) {
  const says = JSON.stringify([one.name, one.audience, one.expires, one.versions, one.byHand]);
  if (rows.get(one.id)?.says !== says) {
    const details = managed(one);
    rows.set(one.id, { item: el('li', { className: 'card', data: { id: one.id } }, details), details, says });
  }
  const { item, details } = rows.get(one.id);
  while (item.firstChild !== details) item.firstChild.remove();
  details.before(...described(one).flat().filter(Boolean));
  return item;
}

function managed(one) {
  const details = el(
    'details',
    { open: open.has(one.id), ontoggle: () => (details.open ? open.add(one.id) : open.delete(one.id)) },
    el('summary', {}, t('documents.manage')),
    el('div', { className: 'manage' }, audience(one), expiry(one), review(one), versions(one), removal(one)),
  );
  return details;
}

function described(one) {
  return [
    el(
      'div',
      { className: 'document-top' },
      el('h2', {}, el('a', { href: page(one, one.version) }, one.name)),
      el('span', { className: `mark ${{ indexed: 'analysed', unreadable: 'failed', reading: 'analysing' }[one.state]}` }, state(one)),
    ),
    one.problem && el('p', { className: 'bad', lang: 'en' }, one.problem),
    one.remarks.map((remark) => el('p', { className: 'remark', lang: 'en' }, remark)),
    el(
      'p',
      { className: 'chips' },
      chip(label('audience', one.audience), one.audience === 'public' && 'positive'),
      chip(label('language', one.language)),
      chip(t('documents.version', { n: one.version })),
      one.expired && chip(t('documents.expired', { day: dateOf(one.expires) }), 'negative'),
      one.expires && !one.expired && chip(t('documents.expires', { day: dateOf(one.expires) })),
      one.stale && chip(t('documents.stale'), 'objection'),
      one.reviewed && chip(reviewed(one)),
    ),
  ];
}

function state(one) {
  return one.state === 'indexed' ? t('documents.passages', { n: number(one.passages) }) : label('documents.state', one.state);
}

function chip(words, kind) {
  return el('span', { className: `chip ${kind || ''}` }, words);
}

function reviewed(one) {
  const day = dateOf(one.reviewed);
  return one.reviewedBy ? t('documents.reviewed-by', { day, name: one.reviewedBy }) : t('documents.reviewed', { day });
}

function page(one, version) {
  return `/documents/${encodeURIComponent(one.id)}?version=${version}`;
}

function path(one) {
  return `/api/documents/${encodeURIComponent(one.id)}`;
}

async function change(one, what, beside, asItWas = () => {}) {
  try {
    const changed = await patch(path(one), what);
    beside.parentElement.querySelector('.bad')?.remove();
    list = list.map((other) => (other.id === changed.id ? changed : other));
    draw();
  } catch (problem) {
    asItWas(list.find((other) => other.id === one.id) ?? one);
    complain(beside, problem);
  }
}

function complain(beside, problem) {
  beside.parentElement.querySelector('.bad')?.remove();
  beside.after(el('div', { className: 'bad', role: 'alert' }, explanation(problem)));
}

function audience(one) {
  const select = el(
    'select',
    { id: `audience-${one.id}`, onchange: () => change(one, { audience: select.value }, field, (was) => (select.value = was.audience)) },
    ['internal', 'public'].map((id) => el('option', { value: id, selected: id === one.audience }, label('audience', id))),
  );
  const field = el('label', { className: 'field' }, t('documents.audience'), select);
  return el('div', {}, field);
}

function expiry(one) {
  const input = el('input', {
    id: `expires-${one.id}`,
    type: 'date',
    value: one.expires ?? '',
    onchange: () => change(one, { expires: input.value }, field, (was) => (input.value = was.expires ?? '')),
  });
  const field = el('label', { className: 'field' }, t('documents.expiry'), input);
  return el('div', {}, field);
}

function review(one) {
  const name = el('input', { id: `reviewer-${one.id}`, value: recall(), maxlength: 100, required: true, autocomplete: 'name' });
  const form = el(
    'form',
    {
      className: 'review',
      onsubmit: (event) => {
        event.preventDefault();
        keep(name.value);
        for (const other of document.querySelectorAll('.review input')) other.value ||= name.value;
        change(one, { reviewedBy: name.value }, form);
      },
    },
    el('label', { className: 'field' }, t('documents.reviewer'), name),
    el('button', { id: `review-${one.id}` }, icon('check'), t('documents.review')),
  );
  return el('div', {}, form);
}

function versions(one) {
  return el(
    'div',
    {},
    el('h3', {}, t('documents.versions')),
    el(
      'ul',
      { className: 'versions' },
      one.versions.map((version) =>
        el(
          'li',
          {},
          el('a', { href: page(one, version.number) }, t('documents.version', { n: version.number })),
          el('small', {}, `${when(version.addedAt)} · ${size(version.sizeBytes)}`),
          el('a', { href: `${path(one)}/versions/${version.number}`, download: true }, t('documents.download', { n: version.number })),
        ),
      ),
    ),
    one.byHand ? el('p', { className: 'muted' }, t('documents.by-hand')) : replacement(one),
  );
}

function replacement(one) {
  const file = el('input', {
    id: `file-${one.id}`,
    type: 'file',
    className: 'unseen',
    onchange: async () => {
      if (!file.files.length) return;
      fill(notes);
      const [chosen] = file.files;
      file.value = ''; // The same file, mended, can be chosen again.
      await hand(chosen, `${path(one)}/versions`);
      read();
      notes.scrollIntoView({ block: 'center' });
    },
  });
  return el('div', { className: 'drop-field' }, file, el('label', { className: 'replace', for: file.id }, icon('again'), t('documents.replace')));
}

function removal(one) {
  const words = { title: t('documents.remove.sure', { name: one.name }), text: t('documents.remove.text'), yes: t('documents.remove.yes') };
  const gone = () => {
    list = list.filter((other) => other.id !== one.id);
    draw();
    place('main').focus();
  };
  const start = () => sure(words, () => remove(path(one)), gone);
  return el('div', { className: 'removal' }, el('button', { type: 'button', className: 'quiet danger', onclick: start }, icon('trash'), t('documents.remove')));
}

function size(bytes) {
  return bytes >= 1e6 ? `${number(bytes / 1e6, 1)} MB` : `${number(Math.max(1, Math.round(bytes / 1000)))} kB`;
}

function recall() {
  try {
    return localStorage.getItem(REVIEWER) ?? '';
  } catch {
    return ''; // Storage is switched off: the name is asked for each time.
  }
}

function keep(name) {
  try {
    localStorage.setItem(REVIEWER, name);
  } catch {
    // Storage is switched off: the name is asked for each time.
  }
}
