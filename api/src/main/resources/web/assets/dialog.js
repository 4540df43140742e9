import { el, fill, icon } from './dom.js';
import { explanation } from './states.js';
import { t } from './words.js';

/**
 * Asks something in a dialog. It stays open, with what went wrong, until what it is for is done.
 *
 * @param words title, and where wanted: lead, under it; note, above the buttons; cancel and save,
 *     instead of the usual words; wide, for long forms
 * @param body what stands between; or a function that gives it, of a function that does other work
 *     of the dialog as `send` is done
 * @param send gets the form's data and the value of the button pressed; gives `false` where there
 *     was nothing to do. Without it there is no button to save with
 * @param done called when the work was done and the dialog is closed
 */
export function ask(words, body, send, done = () => {}) {
  const answer = el('div', { className: 'bad', role: 'alert', hidden: true });
  const act = async (work) => {
    const buttons = [...dialog.querySelectorAll('button')].filter((button) => !button.disabled);
    buttons.forEach((button) => (button.disabled = true));
    answer.hidden = true;
    let changed;
    try {
      changed = (await work()) !== false;
    } catch (problem) {
      answer.hidden = false;
      fill(answer, explanation(problem));
      answer.scrollIntoView({ block: 'nearest' });
      buttons.forEach((button) => (button.disabled = false));
      return;
    }
    dialog.close();
    if (changed) await done();
  };
  const form = el(
    'form',
    { method: 'dialog' },
    el('h2', { id: 'ask-title' }, words.title),
    words.lead && el('p', { className: 'muted small' }, words.lead),
    typeof body === 'function' ? body(act) : body,
    words.note && el('p', { className: 'muted small' }, words.note),
    answer,
    el(
      'p',
      { className: 'actions' },
      el('button', { type: 'button', autofocus: words.careful, onclick: () => dialog.close() }, words.cancel ?? t('dialog.cancel')),
      send && (words.save ?? saving()),
    ),
  );
  const dialog = el(
    'dialog',
    { className: words.wide ? 'ask wide' : 'ask', 'aria-labelledby': 'ask-title', onclose: () => dialog.remove() },
    form,
  );
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    act(() => send(new FormData(form), event.submitter?.value));
  });
  document.body.append(dialog);
  dialog.showModal();
}

/** Asks before something that cannot be undone; `words` are title, text and yes. */
export function sure(words, work, done) {
  const save = saving([icon('trash'), words.yes], '', 'primary danger');
  ask({ title: words.title, cancel: t('dialog.keep'), save, careful: true }, el('p', {}, words.text), work, done);
}

/** The button that does what the dialog is for; `value` tells several of them apart. */
export function saving(words = t('dialog.save'), value = '', className = 'primary') {
  return el('button', { type: 'submit', className, value }, words);
}

/** A field with its name over it, and a hint under it. */
export function field(name, control, hint) {
  return el('label', { className: 'field' }, el('span', {}, name), control, hint && el('small', { className: 'muted' }, hint));
}

/** A choice; `options` are pairs of value and words. */
export function select(name, options, chosen) {
  return el('select', { name }, options.map(([value, text]) => el('option', { value, selected: value === chosen }, text)));
}
