import { get, items, passagePage, post } from './api.js';
import { el, fill, icon } from './dom.js';
import { when } from './format.js';
import { frame, heading, place, title } from './frame.js';
import { empty, explanation, show } from './states.js';
import { t } from './words.js';

const ROWS = 100;

frame('chat');
title(t('questions.title'));
heading(place('heading'), t('questions.title'), t('questions.lead'), ' ', el('a', { href: '/chat' }, t('questions.back')));
list();
show(place('feedback'), async () => items(await get('/api/chat/feedback')), feedback, 2);

function list(quietly = false) {
  return show(place('questions'), async () => items(await get('/api/chat/questions')), draw, 3, quietly);
}

function draw(all, element) {
  const open = all.filter((one) => one.status === 'open');
  const closed = all.filter((one) => one.status !== 'open');
  fill(element, el('h2', { id: 'questions-title' }, t('questions.open', { n: open.length })));
  if (open.length === 0) empty(element.appendChild(el('div')), t('questions.none'), t('questions.none.next'), 'check');
  else element.append(el('ul', { className: 'asked' }, open.map(card)));
  if (closed.length > 0) {
    element.append(
      el(
        'details',
        {},
        el('summary', {}, t('questions.closed', { n: closed.length })),
        el('ul', { className: 'asked' }, closed.map(card)),
      ),
    );
  }
}

function card(one) {
  const answer = el('div', { className: 'bad', role: 'alert', hidden: true });
  const item = el(
    'li',
    { className: 'card' },
    el('p', { className: 'asked-words', lang: tag(one.language) }, one.question),
    el(
      'p',
      { className: 'muted' },
      [
        t('questions.times', { n: one.timesAsked }),
        t('questions.last', { time: when(one.lastAskedAt) }),
        one.status === 'answered' && t('questions.answered', { document: one.answeredBy ?? '' }),
        one.status === 'dismissed' && t('questions.dismissed'),
      ]
        .filter(Boolean)
        .join(' · '),
    ),
    one.wordings.length > 0 && el('p', { className: 'muted', lang: tag(one.language) }, t('questions.also'), one.wordings.join(' / ')),
    one.contacts.length > 0 && el('p', {}, t('questions.contacts'), el('strong', {}, one.contacts.join(', '))),
    nearest(one.nearest),
    el(
      'div',
      { className: 'actions' },
      one.status === 'open'
        ? [
            el('button', { type: 'button', className: 'primary', onclick: () => write(item, one) }, icon('file'), t('questions.write')),
            el('button', { type: 'button', onclick: () => turn(one, 'dismissed', answer) }, t('questions.dismiss')),
          ]
        : el('button', { type: 'button', className: 'small', onclick: () => turn(one, 'open', answer) }, t('questions.reopen')),
    ),
    answer,
  );
  return item;
}

const tag = (language) => (language === 'zh' ? 'zh-CN' : 'en');

function nearest(passages) {
  return (
    passages.length > 0 &&
    el(
      'details',
      {},
      el('summary', {}, t('questions.nearest', { n: passages.length })),
      passages.map((one) =>
        el(
          'div',
          { className: 'near' },
          el('p', { className: 'muted' }, [one.document, one.heading].filter(Boolean).join(' · ')),
          el('blockquote', {}, one.text),
          one.place && el('p', {}, el('a', { href: passagePage(one.place) }, t('documents.open'))),
        ),
      ),
    )
  );
}

async function turn(one, status, answer) {
  await attempt(answer, () => post(`/api/chat/questions/${encodeURIComponent(one.id)}/status`, { status }));
}

async function attempt(answer, work) {
  try {
    await work();
    await list(true);
  } catch (problem) {
    answer.hidden = false;
    fill(answer, explanation(problem));
  }
}

function write(item, one) {
  const answer = el('div', { className: 'bad', role: 'alert', hidden: true });
  const form = el(
    'form',
    { className: 'write' },
    el('label', {}, t('questions.form.title'), el('input', { name: 'title', value: one.question, required: true, maxlength: 200 })),
    el('label', {}, t('questions.form.text'), el('textarea', { name: 'text', rows: 6, required: true })),
    el(
      'label',
      {},
      t('questions.form.language'),
      el(
        'select',
        { name: 'language' },
        ['en', 'zh'].map((id) => el('option', { value: id, selected: id === one.language }, t(`language.${id}`))),
      ),
    ),
    el('label', { className: 'tick' }, el('input', { type: 'checkbox', name: 'visitors' }), t('questions.form.visitors')),
    el(
      'div',
      { className: 'actions' },
      el('button', { type: 'submit', className: 'primary' }, t('questions.form.save')),
      el('button', { type: 'button', onclick: () => list(true) }, t('dialog.cancel')),
    ),
    answer,
  );
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    attempt(answer, () =>
      post(`/api/chat/questions/${encodeURIComponent(one.id)}/document`, {
        title: form.elements.title.value,
        text: form.elements.text.value,
        language: form.elements.language.value,
        forVisitors: form.elements.visitors.checked,
      }),
    );
  });
  item.querySelector('.actions').replaceWith(form);
  form.elements.text.focus();
}

function feedback(all, element) {
  fill(element, el('h2', { id: 'feedback-title' }, t('feedback.title')));
  if (all.length === 0) {
    element.append(el('p', { className: 'muted' }, t('feedback.none')));
    return;
  }
  element.append(
    el(
      'div',
      { className: 'scrolls', tabindex: 0, role: 'region', 'aria-labelledby': 'feedback-title' },
      el(
        'table',
        {},
        el('thead', {}, el('tr', {}, ['judged', 'question', 'answer', 'why'].map((name) => el('th', { scope: 'col' }, t(`feedback.${name}`))))),
        el('tbody', {}, all.slice(0, ROWS).map(judged)),
      ),
    ),
    all.length > ROWS && el('p', { className: 'muted' }, t('feedback.newest', { n: ROWS, all: all.length })),
  );
}

function judged(one) {
  return el(
    'tr',
    {},
    el('td', {}, icon(one.helpful ? 'check' : 'cross'), ' ', t(one.helpful ? 'feedback.helped' : 'feedback.not'), el('br'), el('small', {}, when(one.givenAt)), one.visitor && [el('br'), el('small', {}, t('feedback.visitor'))]),
    el('td', { lang: tag(one.language) }, one.understoodAs ?? one.question),
    el('td', { lang: tag(one.language) }, one.answer),
    el('td', {}, [one.reason && t(`chat.reason.${one.reason}`), one.comment].filter(Boolean).join(' · ')),
  );
}
