import { post, put } from './api.js';
import { el, fill } from './dom.js';
import { read } from './library-kinds.js';
import { explanation } from './states.js';
import { language, t } from './words.js';

const KEY = 'talktrack.author';
const BLANK = language === 'zh' ? '{报价金额}' : '{the amount quoted}';

/** Who writes here, as said last time. */
export function author() {
  try {
    return localStorage.getItem(KEY) ?? '';
  } catch {
    return ''; // Storage is switched off: the name is typed each time.
  }
}

function keepAuthor(name) {
  try {
    localStorage.setItem(KEY, name);
  } catch {
    // Storage is switched off: the name is typed each time.
  }
}

/**
 * The form for a new one, or for a change of this one.
 *
 * @param record null for a new one
 * @param done called when it was kept
 */
export function edit(kind, record, done) {
  const answer = el('div', {});
  const saves = (approve, words, className) =>
    el('button', { type: 'submit', className, value: approve ? 'approve' : 'draft' }, t(words));
  const form = el(
    'form',
    { method: 'dialog' },
    el('h2', { id: 'edit-title' }, t(record ? 'library.edit' : 'library.new')),
    kind.fields.map((field) => control(field, record)),
    line('author', author()),
    line('changeNote', ''),
    answer,
    el('p', { className: 'muted small' }, t('library.draft.hint')),
    el(
      'p',
      { className: 'actions' },
      el('button', { type: 'button', onclick: () => dialog.close() }, t('speakers.cancel')),
      saves(false, 'library.save', ''),
      !record?.example && saves(true, 'library.save.approve', 'primary'),
    ),
  );
  const dialog = el(
    'dialog',
    { className: 'ask library-ask', 'aria-labelledby': 'edit-title', onclose: () => dialog.remove() },
    form,
  );
  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    const body = { ...values(kind, form), version: record?.version, approve: event.submitter?.value === 'approve' };
    keepAuthor(body.author);
    try {
      if (record) await put(`${kind.path}/${encodeURIComponent(record.id)}`, body);
      else await post(kind.path, body);
      dialog.close();
      done();
    } catch (problem) {
      fill(answer, el('div', { className: 'bad', role: 'alert' }, explanation(problem)));
      answer.scrollIntoView({ block: 'nearest' });
    }
  });
  document.body.append(dialog);
  dialog.showModal();
}

function values(kind, form) {
  const said = new FormData(form);
  const body = { author: said.get('author').trim(), changeNote: said.get('changeNote').trim() };
  for (const field of kind.fields) {
    const value = said.get(field.name);
    if (field.kind === 'yes') body[field.name] = value !== null;
    else if (field.kind === 'lines') body[field.name] = value.split('\n').map((one) => one.trim()).filter(Boolean);
    else body[field.name] = value;
  }
  return body;
}

function line(name, value) {
  return labelled(name, el('input', { name, value, maxlength: 200 }));
}

function control(field, record) {
  const value = record ? read(field, record) : field.name === 'language' ? language : '';
  const common = { name: field.name, required: field.needed };
  if (field.kind === 'choice') {
    const choices = field.needed ? field.choices() : [['', t('library.any')], ...field.choices()];
    return labelled(
      field.name,
      el('select', common, choices.map(([id, words]) => el('option', { value: id, selected: id === (value ?? '') }, words))),
    );
  }
  if (field.kind === 'yes') {
    return el(
      'label',
      { className: 'check' },
      el('input', { ...common, type: 'checkbox', checked: Boolean(value) }),
      t(`library.field.${field.name}`),
    );
  }
  if (field.kind === 'line') return labelled(field.name, el('input', { ...common, value: value ?? '', maxlength: 200 }));
  const text = field.kind === 'lines' ? (value || []).join('\n') : (value ?? '');
  return labelled(field.name, el('textarea', { ...common, rows: field.kind === 'lines' ? 3 : 4, maxlength: 4000, value: text }), field.hint);
}

function labelled(name, input, hint) {
  return el(
    'label',
    { className: 'field' },
    el('span', {}, t(`library.field.${name}`)),
    input,
    hint && el('small', { className: 'muted' }, t(hint, { blank: BLANK })),
  );
}
