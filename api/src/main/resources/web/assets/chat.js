import { drawAnswer, exchange, replyOf } from './answers.js';
import { get, items, remove } from './api.js';
import { el, fill, icon } from './dom.js';
import { when } from './format.js';
import { asked, frame, heading, place, remember, title } from './frame.js';
import { explanation } from './states.js';
import { askInPieces } from './stream.js';
import { t } from './words.js';

const HOVERS = matchMedia('(hover: hover)').matches;
const TOLD = 'talktrack.told';
let conversation = asked('c');
let underWay = null;

frame('chat');
title(t('chat.title'));
heading(place('heading'), t('chat.title'), t('chat.lead'), ' ', el('a', { href: '/questions' }, t('chat.to-questions')));

const question = el('textarea', {
  id: 'question',
  rows: 2,
  maxlength: 1000,
  required: true,
  placeholder: t('chat.placeholder'),
  onkeydown: (event) => {
    if (event.key === 'Enter' && !event.shiftKey && !event.isComposing) {
      event.preventDefault();
      place('ask').requestSubmit();
    }
  },
});
const sending = el('button', { type: 'submit', className: 'primary' }, icon('arrow'), t('chat.send'));
const stopping = el('button', { type: 'button', hidden: true, onclick: () => underWay?.abort() }, icon('stop'), t('chat.stop'));
fill(
  place('ask'),
  el('label', { for: 'question' }, t('chat.label')),
  el('div', { className: 'ask-row' }, question, sending, stopping),
  el('p', { className: 'muted' }, t('chat.each')),
);
place('ask').addEventListener('submit', (event) => {
  event.preventDefault();
  ask(question.value.trim());
});
begin();

async function begin() {
  if (conversation) await open(conversation);
  else examples();
  if (HOVERS) question.focus();
  listEarlier();
  tellOfAnswers();
}

function examples() {
  fill(
    place('talk'),
    el(
      'div',
      { className: 'examples' },
      el('p', { className: 'muted' }, t('chat.examples')),
      ['1', '2', '3', '4', '5'].map((n) => {
        const words = t(`chat.example.${n}`);
        return el('button', { type: 'button', onclick: () => ask(words) }, words);
      }),
    ),
  );
}

/** Whether it is asked: one question at a time. */
function ask(words) {
  if (!words || underWay) return false;
  pursue(words);
  return true;
}

async function pursue(words) {
  place('talk').querySelector('.examples')?.remove();
  underWay = new AbortController();
  sending.hidden = true;
  stopping.hidden = false;
  question.value = '';
  const answer = el('div', { className: 'answer', 'aria-busy': 'true' }, el('p', { className: 'thinking' }, t('chat.thinking')));
  const said = exchange(words, answer);
  place('talk').append(said);
  said.scrollIntoView({ block: 'start' });
  await reply(answer, words);
  answer.removeAttribute('aria-busy');
  underWay = null;
  sending.hidden = false;
  stopping.hidden = true;
  said.scrollIntoView({ block: 'start' });
  if (HOVERS) question.focus(); // On a phone the keyboard would cover the answer.
}

async function reply(answer, words) {
  const { signal } = underWay;
  let pieces = null;
  const onpiece = (text) => {
    if (!pieces) fill(answer, (pieces = el('p', { className: 'answer-words' })));
    pieces.append(text);
  };
  const onwithdrawn = () => pieces.replaceChildren();
  try {
    const body = conversation ? { question: words, conversationId: conversation } : { question: words };
    const said = await askInPieces(body, { onpiece, onwithdrawn }, signal);
    signal.throwIfAborted(); // Another conversation may have been opened since its last word.
    drawAnswer(answer, said);
    conversation = said.conversationId;
    remember({ c: conversation });
    listEarlier();
  } catch (problem) {
    if (problem.name === 'AbortError') {
      answer.append(el('p', { className: 'muted' }, t('chat.stopped')));
    } else {
      fill(answer, el('div', { className: 'bad', role: 'alert' }, explanation(problem)));
    }
    question.value ||= words; // Nothing typed is lost.
  }
}

/** The conversations of whoever is logged in here; not knowing them keeps nobody from asking. */
async function listEarlier() {
  let all;
  try {
    all = items(await get('/api/chat/conversations'));
  } catch (problem) {
    console.warn(problem);
    all = [];
  }
  place('earlier').hidden = all.length === 0;
  fill(
    place('earlier'),
    el('summary', {}, t('chat.earlier', { n: all.length })),
    el('button', { type: 'button', className: 'small', onclick: fresh }, icon('chat'), t('chat.new')),
    el('ul', {}, all.map(listed)),
    el('p', { className: 'muted' }, t('chat.kept')),
  );
}

function listed(one) {
  return el(
    'li',
    {},
    el(
      'button',
      { type: 'button', className: 'quiet', 'aria-current': one.id === conversation && 'true', onclick: () => open(one.id) },
      el('span', {}, one.title),
      el('small', {}, when(one.lastAt)),
    ),
    el(
      'button',
      {
        type: 'button',
        className: 'quiet danger',
        'aria-label': t('chat.delete', { title: one.title }),
        onclick: () => forget(one.id),
      },
      icon('trash'),
    ),
  );
}

async function open(id) {
  try {
    const { turns } = await get(`/api/chat/conversations/${encodeURIComponent(id)}`);
    const same = id === conversation;
    if (!same) underWay?.abort();
    conversation = id;
    remember({ c: id });
    fill(
      place('talk'),
      turns.map((turn) => {
        const answer = el('div', { className: 'answer' });
        drawAnswer(answer, replyOf(turn));
        return exchange(turn.question, answer);
      }),
      same && place('talk').querySelector('.exchange:has([aria-busy])'), // What was asked meanwhile goes on.
    );
    place('earlier').open = false;
    place('talk').lastElementChild?.scrollIntoView({ block: 'start' });
  } catch (problem) {
    console.warn(problem);
    if (underWay) return;
    if (problem.status === 404) fresh(); // It is gone, or was never theirs.
    else if (!place('talk').children.length) examples();
  }
}

function fresh() {
  underWay?.abort();
  conversation = '';
  remember({ c: '' });
  place('earlier').open = false;
  examples();
  listEarlier();
  question.focus();
}

async function forget(id) {
  try {
    await remove(`/api/chat/conversations/${encodeURIComponent(id)}`);
  } catch (problem) {
    console.warn(problem); // The list that is read next says whether it is gone.
  }
  if (id === conversation) fresh();
  else listEarlier();
}

/** Questions of theirs that nobody could answer, and that a document answers by now. */
async function tellOfAnswers() {
  let answered;
  try {
    answered = items(await get('/api/chat/questions/answered'));
  } catch (problem) {
    console.warn(problem);
    return;
  }
  const told = recall();
  fill(
    place('told'),
    answered
      .filter((one) => !told.includes(one.id))
      .slice(0, 3)
      .map((one) => {
        const note = el(
          'div',
          { className: 'told', role: 'status' },
          icon('check'),
          el('p', {}, t('chat.told', { question: one.question })),
          el('button', { type: 'button', className: 'small', onclick: () => ask(one.question) && done() }, t('chat.told.ask')),
          el('button', { type: 'button', className: 'small quiet', onclick: () => done() }, t('evidence.close')),
        );
        const done = () => {
          keep([...recall(), one.id]);
          note.remove();
        };
        return note;
      }),
  );
}

function recall() {
  try {
    return JSON.parse(localStorage.getItem(TOLD)) ?? [];
  } catch {
    return []; // Storage is switched off: they are told again.
  }
}

function keep(ids) {
  try {
    localStorage.setItem(TOLD, JSON.stringify(ids.slice(-100)));
  } catch {
    // Storage is switched off: they are told again.
  }
}
