import { callPath, post, remove } from './api.js';
import { isRunning, progress } from './call-list.js';
import { statusMark } from './chips.js';
import { sure } from './dialog.js';
import { el, fill, icon } from './dom.js';
import { clock, dayOf, known, percent, when } from './format.js';
import { modelOffers } from './models.js';
import { explanation } from './states.js';
import { label, language, maybe, t } from './words.js';

/** Whose call it is, with whom, when, how long, read by which model, and how it ended. */
export function drawHead(place, call) {
  const outcome = call.commitment && [
    label('commitment', call.commitment),
    call.commitmentDay && el('time', { datetime: call.commitmentDay }, ` · ${dayOf(call.commitmentDay)}`),
    call.commitmentIds?.length > 0 && [
      ' ',
      el('a', { href: `#u=${encodeURIComponent(call.commitmentIds[0])}` }, t('call.outcome.heard')),
    ],
  ];
  fill(
    place,
    el(
      'div',
      { className: 'call-top' },
      el('h1', {}, call.customer || t('calls.no-customer')),
      el(
        'button',
        { type: 'button', className: 'quiet danger', onclick: () => confirmDeletion(call) },
        icon('trash'),
        el('span', {}, t('call.delete')),
      ),
    ),
    el(
      'dl',
      { className: 'facts' },
      fact(t('call.rep'), el('a', { href: `/reps/${encodeURIComponent(call.repId)}` }, call.repName)),
      fact(t('call.started'), el('time', { datetime: call.startedAt }, when(call.startedAt))),
      known(call.durationSeconds) && fact(t('call.length'), clock(call.durationSeconds)),
      call.model && fact(t('call.model'), model(call)),
      call.kind && fact(t('call.kind'), judged('kind', call.kind)),
      call.sale && fact(t('call.sale'), judged('sale', call.sale)),
      outcome && fact(t('call.outcome'), outcome),
    ),
    el('div', { className: 'call-state', 'aria-live': 'polite' }),
  );
}

function fact(name, ...value) {
  return el('div', {}, el('dt', {}, name), el('dd', {}, ...value));
}

/** What a person declared, or a guess that says so. */
function judged(family, { label: id, certainty, declared }) {
  if (declared) return label(family, id);
  return [label(family, id), ' ', el('small', { className: 'muted' }, t('call.guessed', { percent: percent(certainty) }))];
}

function model(call) {
  const name = call.model === 'imported' ? t('call.imported') : call.model;
  if (!known(call.wordConfidence)) return name;
  return t('call.word-confidence', { model: name, percent: percent(call.wordConfidence) });
}

/** How far the call has come, or why it failed and what to do; nothing for a finished call. */
export function drawState(place, call, reload) {
  const state = place.querySelector('.call-state');
  if (call.status === 'failed') {
    fill(state, failure(call, reload));
    return;
  }
  if (!isRunning(call.status)) {
    fill(state);
    return;
  }
  const words = { queued: 'call.reading.queued', analysing: 'call.partial' }[call.status] ?? 'call.reading.now';
  fill(
    state,
    el(
      'div',
      { className: 'card reading-state' },
      el('p', {}, el('strong', {}, t('call.reading')), statusMark(call)),
      progress(call),
      el('p', { className: 'muted' }, t(words)),
    ),
  );
}

function failure(call, reload) {
  const kind = call.failure?.kind ?? 'internal';
  const reason = call.failure?.reason; // in English, and more exact than the words for its kind
  const words = (language === 'en' && reason) || maybe(`failure.${kind}`) || reason || t('failure.internal');
  const helps = AGAIN_HELPS.has(kind);
  const [again, answer] = readAgain(call, reload, helps ? 'primary' : 'quiet');
  const upload = el('a', { href: '/calls#upload', className: helps ? '' : 'button' }, t('upload.open'));
  return el(
    'div',
    { className: 'card failure', role: 'alert' },
    el('h2', {}, icon('alert'), t('call.failed')),
    el('p', {}, words),
    reason && reason !== words && el('p', { className: 'muted', lang: 'en' }, reason),
    el('h3', {}, t('call.failed.next')),
    el('p', {}, maybe(`failure.${kind}.action`) || t('failure.internal.action')),
    kind === 'no-speech-model' && offered(call),
    el('p', { className: 'actions' }, helps ? [again, upload] : [upload, again]),
    answer,
  );
}

/** Failures that may not come again; the others are the file's, and another file is the way out. */
const AGAIN_HELPS = new Set(['internal', 'no-speech-model', 'decoder-stopped', 'unrecognisable']);

/** A button that has the call read once more, and the place of the answer. */
function readAgain(call, reload, className) {
  const again = el('button', { type: 'button', className }, icon('again'), t('call.retry'));
  const answer = el('div', { className: 'muted', role: 'status' });
  again.addEventListener('click', async () => {
    again.disabled = true;
    try {
      await post(`${callPath(call.id)}/retry`);
      answer.textContent = t('call.retrying');
      reload();
    } catch (problem) {
      fill(answer, explanation(problem));
      again.disabled = false;
    }
  });
  return [again, answer];
}

/** The offer of a speech model for the call's language. */
function offered(call) {
  const offer = el('div');
  modelOffers(offer, call.language ?? 'en');
  return offer;
}

/** Cautions that a better speech model may end, once it is installed. */
const BETTER_MODEL = new Set(['starter-model', 'low-word-confidence']);

/** What the reader must know before trusting the numbers, in words. */
export function cautions(call, reload) {
  if (!call.cautions?.length) return null;
  return el(
    'ul',
    { className: 'cautions' },
    call.cautions.map((id) =>
      el(
        'li',
        {},
        el(
          'details',
          {},
          el('summary', {}, icon('alert'), el('span', {}, label('caution', id))),
          el('p', {}, maybe(`caution.${id}.detail`) && t(`caution.${id}.detail`, { language: call.language ?? 'en' })),
          id === 'starter-model' && offered(call),
          BETTER_MODEL.has(id) && el('div', { className: 'again' }, readAgain(call, reload)),
        ),
      ),
    ),
  );
}

function confirmDeletion(call) {
  sure(
    { title: t('call.delete.title'), text: t('call.delete.text'), yes: t('call.delete.yes') },
    () => remove(callPath(call.id)),
    () => location.replace('/calls'),
  );
}
