import { modelWords } from './language-model.js';
import { passagePage, post, send } from './api.js';
import { callEvidence } from './call-answers.js';
import { el, fill, icon } from './dom.js';
import { dateOf, known, number } from './format.js';
import { explanation } from './states.js';
import { t } from './words.js';

const REASONS = ['wrong', 'incomplete', 'out-of-date', 'misunderstood', 'other'];
const REASONS_OF_REFUSALS = ['in-the-documents', 'misunderstood', 'other'];

const SOURCE_ICONS = { passages: 'file', 'language-model': 'chat', calls: 'phone' };

/** What was asked, and a place for the answer. */
export function exchange(words, answer) {
  return el(
    'article',
    { className: 'exchange' },
    el('p', { className: 'question' }, el('span', { className: 'unseen' }, `${t('chat.you')}: `), words),
    answer,
  );
}

/** Draws a whole reply, or a turn of an earlier conversation. */
export function drawAnswer(answer, said) {
  const citations = said.citations ?? [];
  const understood = said.understoodAs && el('p', { className: 'understood' }, t('chat.understood', { question: said.understoodAs }));
  if (!said.answered) {
    fill(answer, understood, refusal(said), nearest(said.nearest ?? []), team(said), thumbs(said));
    return;
  }
  fill(
    answer,
    understood,
    el('p', { className: 'answer-words' }, said.answer),
    said.calls
      ? callEvidence(said.calls)
      : said.source && el('p', { className: 'source' }, icon(SOURCE_ICONS[said.source]), sourceWords(said)),
    citations.length > 0 && el('h2', {}, t('chat.sources', { n: citations.length })),
    sources(citations, citations.length === 1),
    thumbs(said),
  );
}

/** A turn as it is kept has one list of passages for both. */
export function replyOf(turn) {
  return { ...turn, citations: turn.answered ? turn.passages.map(cited) : [], nearest: turn.answered ? [] : turn.passages };
}

/** A passage as conversations keep it, as a citation. */
function cited({ text, place, ...named }) {
  return { ...named, ...place, passage: text };
}

function refusal(said) {
  return el(
    'div',
    { className: 'refusal' },
    icon('info'),
    el('div', {}, el('p', {}, el('strong', {}, said.answer || t('chat.refused'))), el('p', {}, t('chat.refused.action'))),
  );
}

function nearest(passages) {
  if (passages.length === 0) return [];
  return [
    el('h2', {}, t('chat.near')),
    sources(passages.map(cited), false),
  ];
}

function sourceWords(said) {
  if (said.source === 'calls') return t('call-answer.source');
  return t(`chat.source.${said.source}`, { model: modelWords(said.model) });
}

function sources(citations, open) {
  return el(
    'ol',
    { className: 'sources' },
    citations.map((citation) =>
      el(
        'li',
        {},
        el(
          'details',
          { open },
          el(
            'summary',
            { title: known(citation.score) && t('chat.score', { score: number(citation.score, 2) }) },
            el('span', { className: 'document' }, citation.document),
            citation.heading && el('span', { className: 'section' }, citation.heading),
            citation.page && el('span', { className: 'section' }, t('documents.page', { n: citation.page })),
          ),
          el('blockquote', {}, citation.passage),
          citation.stale && el('p', { className: 'muted' }, t('documents.stale-source', { day: dateOf(citation.since) })),
          citation.documentId && el('p', {}, el('a', { href: passagePage(citation) }, t('documents.open'))),
        ),
      ),
    ),
  );
}

/** The refused question is in the team's list already; who wants to be told leaves an address. */
function team(said) {
  if (!said.unansweredId) return [];
  const place = el('div', { className: 'team' });
  const form = el(
    'form',
    { className: 'contact', hidden: true },
    el('label', {}, t('chat.team.contact'), el('input', { name: 'contact', maxlength: 200, autocomplete: 'email' })),
    el('button', { type: 'submit', className: 'primary' }, t('chat.team.send')),
  );
  const button = el(
    'button',
    {
      type: 'button',
      onclick: () => {
        form.hidden = false;
        button.hidden = true;
        form.elements.contact.focus();
      },
    },
    icon('person'),
    t('chat.team.ask'),
  );
  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    await attempt(place, t('chat.team.asked'), () =>
      post(`/api/chat/questions/${encodeURIComponent(said.unansweredId)}/contact`, {
        contact: form.elements.contact.value,
      }),
    );
  });
  return fill(place, button, form);
}

function thumbs(said) {
  const place = el('div', { className: 'thumbs', role: 'group', 'aria-label': t('chat.helped') });
  const judge = (body) =>
    attempt(place, t('chat.thanks'), () =>
      send(`/api/chat/turns/${encodeURIComponent(said.turnId)}/feedback`, {
        method: 'PUT',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify(body),
      }),
    );
  return fill(
    place,
    el('span', { className: 'muted' }, t('chat.helped')),
    el('button', { type: 'button', className: 'small', onclick: () => judge({ helpful: true }) }, icon('check'), t('chat.helped.yes')),
    el('button', { type: 'button', className: 'small', onclick: () => why(place, judge, said.answered ? REASONS : REASONS_OF_REFUSALS) }, icon('cross'), t('chat.helped.no')),
  );
}

function why(place, judge, reasons) {
  const form = el(
    'form',
    { className: 'why' },
    el(
      'label',
      {},
      t('chat.reason'),
      el('select', { name: 'reason' }, reasons.map((id) => el('option', { value: id }, t(`chat.reason.${id}`)))),
    ),
    el('label', {}, t('chat.comment'), el('input', { name: 'comment', maxlength: 1000 })),
    el('button', { type: 'submit', className: 'primary' }, t('chat.judge')),
  );
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    judge({ helpful: false, reason: form.elements.reason.value, comment: form.elements.comment.value });
  });
  fill(place, form);
  form.elements.reason.focus();
}

async function attempt(place, thanks, work) {
  try {
    await work();
    fill(place, el('p', { className: 'muted', role: 'status' }, thanks));
  } catch (problem) {
    place.append(el('div', { className: 'bad', role: 'alert' }, explanation(problem)));
  }
}
