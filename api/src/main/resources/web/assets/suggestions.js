import { link } from './api.js';
import { script } from './chips.js';
import { el, icon } from './dom.js';
import { modelWords } from './language-model.js';
import { quote } from './skills.js';
import { label, t } from './words.js';

/** Where a suggestion's card stands, so that the transcript can lead there. */
export const anchor = (one) => `advice-${one.id}`;

/** All suggestions for a call's moments. */
export const advice = (call) => [...(call.objections ?? []).map((one) => one.suggestion), ...(call.missedChances ?? [])].filter(Boolean);

/** What leads from a line of the transcript to the suggestions for it. */
export function adviceLinks(call, utterance) {
  return advice(call)
    .filter((one) => one.utteranceId === utterance.id)
    .map((one) => el('a', { className: 'chip advice', href: `#${anchor(one)}` }, icon('chat'), t('advice.mark')));
}

/** The chances that were missed: what the customer said, what was not asked, what to say next time. */
export function missedChances(call, utterances, open) {
  const missed = call.missedChances ?? [];
  return (
    missed.length > 0 &&
    el(
      'section',
      { className: 'card missed' },
      el('h2', {}, t('advice.missed.title'), el('span', { className: 'count' }, String(missed.length))),
      missed.map((one) =>
        el(
          'article',
          { className: 'objection' },
          el('header', {}, el('h3', {}, label('advice.kind', one.kind))),
          utterances.get(one.utteranceId) && quote(utterances.get(one.utteranceId), open),
          el('p', { className: 'muted small' }, t(`advice.about.${one.kind}`)),
          suggestion(one, utterances, open),
        ),
      ),
    )
  );
}

/** One suggestion: what to say, what to ask then, why, in whose words, and what else would fit. */
export function suggestion(one, utterances, open) {
  const lang = one.language === 'zh' ? 'zh-CN' : one.language;
  const cited = (one.citedIds ?? []).filter((id) => id !== one.utteranceId).map((id) => utterances.get(id)).filter(Boolean);
  return el(
    'div',
    { className: 'track', id: anchor(one) },
    el('h4', {}, t('suggestion.title')),
    words(one, lang),
    one.why && el('details', {}, el('summary', {}, t('suggestion.why')), el('p', { lang }, script(one.why))),
    cited.length > 0 &&
      el('details', {}, el('summary', {}, t('advice.cites', { n: cited.length })), cited.map((utterance) => quote(utterance, open))),
    one.others?.length > 0 && el('details', {}, el('summary', {}, t('advice.others', { n: one.others.length })), one.others.map((other) => otherTrack(other, lang, one.since))),
    source(one),
  );
}

function otherTrack(other, lang, since) {
  return el(
    'div',
    { className: 'other-track' },
    words(other, lang),
    el('p', { className: 'source' }, icon('file'), el('span', {}, changes(since, other.talkTrackId), trackLink(other.talkTrackId))),
  );
}

/** What to say and what to ask then, in the call's language. */
function words({ title, text, nextQuestion }, lang) {
  return [
    title && el('p', { className: 'track-title', lang }, title),
    el('p', { className: 'script', lang }, script(text)),
    nextQuestion && el('p', {}, el('strong', {}, t('suggestion.next')), ' ', el('span', { className: 'script', lang }, script(nextQuestion))),
  ];
}

/** Where the words come from, and whether they are only general advice. */
function source(one) {
  const fitted = one.source === 'language-model';
  const words = fitted
    ? t('suggestion.language-model', { model: modelWords(one.model) })
    : t(one.source === 'blanks-filled' ? 'suggestion.blanks-filled' : 'suggestion.talk-track');
  return el(
    'p',
    { className: 'source' },
    icon(fitted ? 'chat' : 'check'),
    el('span', {}, words, one.talkTrackIds?.[0] && [' · ', changes(one.since, one.talkTrackIds[0]), trackLink(one.talkTrackIds[0])], one.general && ` · ${t('advice.general')}`),
  );
}

/** Whether the talk track is not as it was any more: then these words are not what a coach approves of now. */
const changes = (since, id) => since?.[id] && [el('strong', {}, t(`advice.since.${since[id]}`)), ' · '];

/** Where the talk track stands, with what it did. */
const trackLink = (id) => el('a', { href: link('/library', { id }) }, t('advice.talk-track'));
