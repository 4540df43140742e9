import { post, put } from './api.js';
import { ask, field, saving, select } from './dialog.js';
import { el } from './dom.js';
import { read } from './library-kinds.js';
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
  const approving = !record?.example && saving(t('library.save.approve'), 'approve');
  ask(
    { title: t(record ? 'library.edit' : `library.new.${kind.name}`), note: t('library.draft.hint'), wide: true, save: [saving(t('library.save'), 'draft', ''), approving] },
    [kind.fields.map((one) => control(one, record)), line('author', author()), line('changeNote', '')],
    async (said, pressed) => {
      const body = { ...values(kind, said), version: record?.version, approve: pressed === 'approve' };
      keepAuthor(body.author);
      if (record) await put(`${kind.path}/${encodeURIComponent(record.id)}`, body);
      else await post(kind.path, body);
    },
    done,
  );
}

function values(kind, said) {
  const body = { author: said.get('author').trim(), changeNote: said.get('changeNote').trim() };
  for (const { name, kind: written } of kind.fields) {
    const value = said.get(name);
    if (written === 'yes') body[name] = value !== null;
    else if (written === 'lines') body[name] = value.split('\n').map((one) => one.trim()).filter(Boolean);
    else body[name] = value;
  }
  return body;
}

const line = (name, value) => labelled(name, el('input', { name, value, maxlength: 200 }));

function control(one, record) {
  const { name, kind: written } = one;
  const value = record ? read(one, record) : name === 'language' ? language : '';
  const common = { name, required: one.needed };
  if (written === 'choice') {
    const choices = one.needed ? one.choices() : [['', t('library.any')], ...one.choices()];
    return labelled(name, select(name, choices, value ?? ''), one.hint);
  }
  if (written === 'yes') {
    return el('label', { className: 'check' }, el('input', { ...common, type: 'checkbox', checked: Boolean(value) }), t(`library.field.${name}`));
  }
  if (written === 'line') return labelled(name, el('input', { ...common, value: value ?? '', maxlength: 200 }), one.hint);
  const text = written === 'lines' ? (value || []).join('\n') : (value ?? '');
  return labelled(name, el('textarea', { ...common, rows: written === 'lines' ? 3 : 4, maxlength: 4000, value: text }), one.hint);
}

const labelled = (name, input, hint) => field(t(`library.field.${name}`), input, hint && t(hint, { blank: BLANK }));
