import { post } from './api.js';
import { el, fill, icon } from './dom.js';
import { known, number } from './format.js';
import { frame, heading, place, title } from './frame.js';
import { modelWords } from './language-model.js';
import { explanation } from './states.js';
import { language, t } from './words.js';

const HOVERS = matchMedia('(hover: hover)').matches;

frame('chat');
title(t('chat.title'));
heading(place('heading'), t('chat.title'), t('chat.lead'));

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
const send = el('button', { type: 'submit', className: 'primary' }, icon('arrow'), t('chat.send'));
fill(
  place('ask'),
  el('label', { for: 'question' }, t('chat.label')),
  el('div', { className: 'ask-row' }, question, send),
  el('p', { className: 'muted' }, t('chat.each')),
);
place('ask').addEventListener('submit', (event) => {
  event.preventDefault();
  ask(question.value.trim());
});
examples();
if (HOVERS) question.focus();

function examples() {
  fill(
    place('talk'),
    el(
      'div',
      { className: 'examples' },
      el('p', { className: 'muted' }, t('chat.examples')),
      ['1', '2', '3'].map((n) => {
        const words = t(`chat.example.${n}`);
        return el('button', { type: 'button', onclick: () => ask(words) }, words);
      }),
    ),
  );
}

async function ask(words) {
  if (!words || send.disabled) return;
  place('talk').querySelector('.examples')?.remove();
  send.disabled = true;
  question.value = '';
  const answer = el('div', { className: 'answer' }, el('p', { className: 'thinking' }, t('chat.thinking')));
  const exchange = el(
    'article',
    { className: 'exchange' },
    el('p', { className: 'question' }, el('span', { className: 'unseen' }, `${t('chat.you')}: `), words),
    answer,
  );
  place('talk').append(exchange);
  exchange.scrollIntoView({ block: 'start' });
  await reply(answer, words);
  send.disabled = false;
  exchange.scrollIntoView({ block: 'start' });
  if (HOVERS) question.focus(); // On a phone the keyboard would cover the answer.
}

async function reply(answer, words) {
  try {
    const said = await post('/api/chat', { question: words, language });
    draw(answer, said);
  } catch (problem) {
    fill(
      answer,
      el('div', { className: 'bad', role: 'alert' }, explanation(problem)),
    );
    question.value ||= words; // Nothing typed is lost.
  }
}

function draw(answer, said) {
  const citations = said.citations ?? [];
  if (!said.answered) {
    fill(
      answer,
      el(
        'div',
        { className: 'refusal' },
        icon('info'),
        el('div', {}, el('p', {}, el('strong', {}, t('chat.refused'))), el('p', {}, t('chat.refused.action'))),
      ),
      citations.length > 0 && el('p', { className: 'muted' }, t('chat.near')),
      sources(citations, false),
    );
    return;
  }
  fill(
    answer,
    el('p', { className: 'answer-words' }, said.answer),
    el('p', { className: 'source' }, icon(said.source === 'language-model' ? 'chat' : 'file'), sourceWords(said)),
    citations.length > 0 && el('h2', {}, t('chat.sources', { n: citations.length })),
    sources(citations, citations.length === 1),
  );
}

function sourceWords(said) {
  if (said.source !== 'language-model') return t('chat.source.passages');
  return t('chat.source.language-model', { model: modelWords(said.model) });
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
          ),
          el('blockquote', {}, citation.passage),
        ),
      ),
    ),
  );
}
