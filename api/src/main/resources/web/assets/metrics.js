import { isSpin } from './chips.js';
import { el, svg } from './dom.js';
import { version } from './explain.js';
import { clock, known, number, percent } from './format.js';
import { quote } from './skills.js';
import { SPIN } from './labels.js';
import { label, t } from './words.js';

/** Where reference values were read; those without a place are rules of thumb. */
const STUDY = {
  talk: 'https://gong.io/resources/labs/talk-to-listen-conversion-ratio',
  story: 'https://lemonly.com/work/winning-sales-conversations-infographic',
  questions: 'https://www.slideshare.net/slideshow/navigating-sales-conversations-from-first-call-to-closed-deal/105791822',
};

/**
 * The call's figures, those with a reference range first; what was not measured says so. Each opens
 * the utterances to hear it by.
 *
 * @param utterances of the call by id
 * @param open goes to an utterance in the transcript
 */
export function metrics(call, utterances, open) {
  const figures = call.metrics;
  if (!figures) return null;
  const seconds = (value) => t('metrics.seconds', { n: number(value, 1) });
  const minute = (value) => t('metrics.per-minute', { n: number(value, 1) });
  const asked = Object.entries(figures.questionsByType ?? {}).reduce((sum, [type, n]) => sum + (isSpin(type) ? n : 0), 0);
  const line = (name, key, words, reference) =>
    figure(call, { name, label: t(key), value: figures[name], words, reference }, utterances, open);
  return el(
    'section',
    { className: 'card metrics' },
    el('h2', {}, t('metrics.title')),
    el(
      'ul',
      {},
      talkRatio(call, utterances, open),
      line('longestMonologueSeconds', 'metrics.monologue', clock, { high: 150, most: 300, words: t('metrics.up-to', { value: '2:30' }) }),
      line('longestCustomerStorySeconds', 'metrics.story', clock, {
        low: 50,
        most: 300,
        words: t('metrics.from', { value: '0:50' }),
        source: STUDY.story,
      }),
      line('patienceSeconds', 'metrics.patience', seconds, { low: 0.6, high: 1, most: 3, words: `${number(0.6, 1)}–${seconds(1)}` }),
      line('switchesPerMinute', 'metrics.interactivity', minute, {
        low: 5,
        most: 15,
        words: t('metrics.from', { value: t('metrics.per-minute', { n: 5 }) }),
      }),
      line('interruptions', 'metrics.interruptions', number),
      known(figures.preparedPresentationRatio) && line('preparedPresentationRatio', 'metrics.prepared', percent),
      line('questionsPerHour', 'metrics.questions', (value) => t('metrics.questions.count', { n: asked, rate: t('metrics.per-hour', { n: number(value) }) }), {
        low: 11,
        high: 14,
        most: 25,
        at: asked,
        words: t('metrics.questions.range', { range: '11–14' }),
        source: STUDY.questions,
      }),
    ),
    byType(figures.questionsByType),
    el(
      'details',
      { className: 'more' },
      el('summary', {}, t('metrics.more')),
      el(
        'ul',
        {},
        line('repPacePerMinute', 'metrics.pace', (value) => t(`metrics.pace.${call.language ?? 'en'}`, { n: number(value) })),
        line('customerPacePerMinute', 'metrics.pace.customer', (value) => t(`metrics.pace.${call.language ?? 'en'}`, { n: number(value) })),
        line('fillerRatio', 'metrics.fillers', (value) => `${number(value * 100, 1)}%`),
        line('nonTalkSeconds', 'metrics.silence', clock),
        line('overlapSeconds', 'metrics.overlap', clock),
      ),
    ),
    el('p', { className: 'muted small' }, t('metrics.reference.about')),
  );
}

/** One metric; what it was heard from, its reference's source and who measured it lie below it. */
function figure(call, { name, label: title, value, words, reference, drawn }, utterances, open) {
  const found = (call.metricEvidence?.[name] ?? []).map((id) => utterances.get(id)).filter(Boolean);
  const head = [
    el('span', { className: 'metric-name' }, title),
    el(
      'span',
      { className: 'metric-value' },
      known(value) ? el('strong', {}, words(value)) : el('span', { className: 'muted' }, t('metrics.none')),
      reference && el('small', { className: 'reference' }, t('metrics.reference', { range: reference.words })),
    ),
    known(value) && (drawn ?? (reference && range(reference.at ?? value, reference))),
  ];
  if (!known(value)) return el('li', { className: 'metric' }, el('div', { className: 'metric-head' }, head));
  return el(
    'li',
    { className: 'metric' },
    el(
      'details',
      {},
      el('summary', { className: 'metric-head', title: version(call) }, head),
      found.length
        ? el('ul', { className: 'quotes' }, found.map((utterance) => el('li', {}, quote(utterance, open))))
        : el('p', { className: 'muted small' }, t('metrics.no-evidence')),
      el(
        'p',
        { className: 'muted small' },
        reference && [source(reference), ' '],
        version(call),
      ),
    ),
  );
}

function source(reference) {
  return reference.source
    ? el('a', { href: reference.source, rel: 'noreferrer', target: '_blank' }, t('metrics.reference.source'))
    : t('metrics.reference.thumb');
}

/** The reference range on a scale, with a mark where this call is. */
function range(value, { low = 0, high, most }) {
  const x = (number) => Math.min(100, (100 * number) / most);
  return svg(
    'svg',
    { viewBox: '0 0 100 6', preserveAspectRatio: 'none', class: 'range', 'aria-hidden': 'true' },
    svg('rect', { x: 0, y: 2, width: 100, height: 2, class: 'rail' }),
    svg('rect', { x: x(low), y: 1, width: x(high ?? most) - x(low), height: 4, class: 'usual' }),
    svg('rect', { x: Math.min(98.5, x(value)), y: 0, width: 1.5, height: 6, class: 'here' }),
  );
}

/** The talk ratio as a bar of both sides, with a mark at the reference. */
function talkRatio(call, utterances, open) {
  const figures = call.metrics;
  const rep = Math.round((figures.talkRatio ?? 0) * 100);
  const drawn = svg(
    'svg',
    { viewBox: '0 0 100 10', preserveAspectRatio: 'none', class: 'sides', 'aria-hidden': 'true' },
    svg('rect', { x: 0, y: 0, width: rep, height: 10, class: 'rep' }),
    svg('rect', { x: rep, y: 0, width: 100 - rep, height: 10, class: 'customer' }),
    svg('rect', { x: 42.8, y: 0, width: 0.5, height: 10, class: 'at-reference' }),
  );
  return figure(
    call,
    {
      name: 'talkRatio',
      label: t(figures.talkRatioBasis === 'words' ? 'metrics.talk-ratio.words' : 'metrics.talk-ratio'),
      value: figures.talkRatio,
      words: () => `${rep} : ${100 - rep} ${t('metrics.talk-ratio.sides')}`,
      reference: { words: t('metrics.talk-ratio.range'), source: STUDY.talk },
      drawn,
    },
    utterances,
    open,
  );
}

function byType(counts = {}) {
  const asked = Object.entries(counts).filter(([type, count]) => isSpin(type) && count > 0);
  if (!asked.length) return null;
  asked.sort(([a], [b]) => SPIN.indexOf(a) - SPIN.indexOf(b));
  return el(
    'p',
    { className: 'by-type' },
    el('span', { className: 'unseen' }, t('metrics.by-type')),
    asked.map(([type, count]) =>
      el('span', { className: `chip spin ${type}` }, el('b', {}, String(count)), label('question', type)),
    ),
  );
}
