import { callPage } from './api.js';
import { el, fill, icon } from './dom.js';
import { percent } from './format.js';
import { status } from './frame.js';
import { resumable } from './resumable.js';
import { explanation } from './states.js';
import { language, t } from './words.js';

const KEY = 'talktrack.upload';
const CHANNELS = ['auto', 'rep,customer', 'customer,rep', 'mono'];
const KINDS = ['cold', 'discovery', 'demo', 'negotiation', 'renewal', 'service'];
const SALES = ['simple', 'major'];
const WIDE = matchMedia('(width >= 60rem)');

/**
 * The form that takes a recording, by choosing or by dropping it anywhere on the page.
 *
 * @param people promise of the reps, teams of the teams: what is offered while typing
 * @param onuploaded hears the new call's id
 */
export function uploadForm(place, people, teams, onuploaded) {
  const before = recall();
  const file = el('input', { type: 'file', name: 'file', id: 'file', className: 'unseen' });
  const chosen = el('span', { className: 'drop-words' });
  const drop = el('label', { className: 'drop', for: 'file' }, icon('upload'), chosen);
  const result = el('div', { className: 'upload-result', 'aria-live': 'polite' });
  const hint = el('p', { className: 'hint', role: 'status' });
  const tongue = el(
    'select',
    { name: 'language', onchange: () => warn() },
    ['en', 'zh', 'auto'].map((id) =>
      el(
        'option',
        { value: id, selected: id === (before.language ?? language) },
        t(id === 'auto' ? 'upload.language.auto' : `language.${id}`),
      ),
    ),
  );
  const send = el('button', { type: 'submit', className: 'primary' }, icon('upload'), t('upload.send'));
  const form = el(
    'form',
    { className: 'upload', onsubmit: submit },
    el('div', { className: 'drop-field' }, file, drop),
    field('rep', t('upload.rep'), {
      required: true,
      placeholder: t('upload.rep.hint'),
      value: before.rep ?? '',
      list: 'reps',
      autocomplete: 'off',
    }),
    field('customer', t('upload.customer'), { placeholder: t('upload.customer.hint'), autocomplete: 'off' }, true),
    el('label', { className: 'field' }, el('span', {}, t('upload.language')), tongue),
    hint,
    el(
      'label',
      { className: 'field' },
      el('span', {}, t('upload.channels')),
      el('select', { name: 'channels' }, CHANNELS.map((id) => el('option', { value: id }, t(`upload.channels.${id}`)))),
    ),
    el(
      'details',
      {},
      el('summary', {}, t('upload.more')),
      field('team', t('upload.team'), { list: 'teams', autocomplete: 'off' }, true),
      field('startedAt', t('upload.started'), { type: 'datetime-local' }, true),
      choice('kind', t('upload.kind'), KINDS),
      choice('sale', t('upload.sale'), SALES),
    ),
    offers('reps', people),
    offers('teams', teams),
    send,
  );
  const details = el('details', { className: 'upload-card card' }, el('summary', {}, el('h2', {}, t('upload.title'))), form, result);
  details.open = WIDE.matches || location.hash === '#upload';
  WIDE.addEventListener('change', () => (details.open ||= WIDE.matches));
  fill(place, details);
  file.addEventListener('change', picked);
  dropAnywhere();
  picked();
  warn();

  function picked() {
    const one = file.files[0];
    drop.classList.toggle('has-file', Boolean(one));
    fill(
      chosen,
      el('strong', {}, one ? one.name : t('upload.drop')),
      el('small', {}, one ? `${size(one.size)} · ${t('upload.change')}` : t('upload.kinds')),
    );
  }

  function dropAnywhere() {
    addEventListener('dragover', (event) => {
      if (![...(event.dataTransfer?.types ?? [])].includes('Files')) return;
      event.preventDefault();
      details.open = true;
      drop.classList.add('over');
    });
    addEventListener('dragleave', (event) => {
      if (!event.relatedTarget) drop.classList.remove('over');
    });
    addEventListener('drop', (event) => {
      drop.classList.remove('over');
      if (!event.dataTransfer?.files.length) return;
      event.preventDefault();
      file.files = event.dataTransfer.files;
      picked();
    });
  }

  /** Says before the upload what the speech models on the server will make of it. */
  async function warn() {
    hint.textContent = '';
    const models = (await status())?.speechModels;
    const id = tongue.value;
    if (!models || id === 'auto') return;
    const named = { language: t(`language.${id}`) };
    if (!models[id]) hint.textContent = t('upload.no-model', named);
    else if (models[id].startsWith('starter')) hint.textContent = t('upload.starter', named);
  }

  async function submit(event) {
    event.preventDefault();
    const refused = wrong(file.files[0]);
    if (refused) {
      problem(refused);
      file.focus();
      return;
    }
    const data = new FormData(form);
    for (const [name, value] of [...data]) if (value === '') data.delete(name);
    const began = data.get('startedAt');
    if (began) data.set('startedAt', new Date(began).toISOString()); // Typed in the browser's zone.
    keep({ rep: data.get('rep'), language: data.get('language') });
    send.disabled = true;
    const bar = el('progress', { max: 1, value: 0 });
    const words = el('p', {}, t('upload.sending', { percent: percent(0) }));
    show(bar, words);
    try {
      const id = await resumable(data, (share, away) => {
        bar.value = share;
        words.textContent = told(share, away);
      });
      done(id);
    } catch (failure) {
      problem(failure);
    }
    send.disabled = false;
  }

  function told(share, away) {
    if (away) return t('upload.away', { percent: percent(share) });
    return share < 1 ? t('upload.sending', { percent: percent(share) }) : t('upload.received');
  }

  function done(id) {
    file.value = '';
    form.elements.customer.value = '';
    picked();
    show(
      el('p', { className: 'good' }, icon('check'), ' ', t('upload.done')),
      el('p', {}, el('a', { href: callPage(id) }, t('upload.follow'))),
    );
    onuploaded(id);
  }

  function problem(failure) {
    show(el('div', { className: 'bad', role: 'alert' }, explanation(failure)));
  }

  /** On a phone the answer would else stand below the screen's end. */
  function show(...answer) {
    fill(result, ...answer);
    result.scrollIntoView({ block: 'nearest' });
  }
}

/** What can be said of a file before it is sent, or nothing. */
function wrong(file) {
  if (!file) return { title: t('upload.need-file') };
  if (file.size === 0) return { title: t('failure.empty-file'), action: t('failure.empty-file.action') };
  return null;
}

function field(name, words, attributes, optional) {
  return el(
    'label',
    { className: 'field' },
    el('span', {}, words, optional && el('small', {}, ` ${t('upload.optional')}`)),
    el('input', { name, maxlength: 200, ...attributes }),
  );
}

/** What nobody says is guessed. */
function choice(name, words, ids) {
  return el(
    'label',
    { className: 'field' },
    el('span', {}, words),
    el(
      'select',
      { name },
      el('option', { value: '' }, t('upload.guess')),
      ids.map((id) => el('option', { value: id }, t(`${name}.${id}`))),
    ),
  );
}

function offers(id, things) {
  const list = el('datalist', { id });
  things.then((found) => fill(list, found.map((thing) => el('option', { value: thing.name }))));
  return list;
}

function size(bytes) {
  return bytes < 1e6 ? `${Math.ceil(bytes / 1e3)} kB` : `${(bytes / 1e6).toFixed(1)} MB`;
}

function recall() {
  try {
    return JSON.parse(localStorage.getItem(KEY)) ?? {};
  } catch {
    return {}; // Storage is off or holds something else: start with an empty form.
  }
}

function keep(values) {
  try {
    localStorage.setItem(KEY, JSON.stringify(values));
  } catch {
    // Storage is off: the form starts empty next time.
  }
}
