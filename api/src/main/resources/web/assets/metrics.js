import { isSpin } from './chips.js';
import { el, svg } from './dom.js';
import { clock, known, number, percent } from './format.js';
import { label, t } from './words.js';

/** The call's figures, those with a reference range first; what was not measured says so. */
export function metrics(call) {
  const figures = call.metrics;
  if (!figures) return null;
  const seconds = (value) => t('metrics.seconds', { n: number(value, 1) });
  return el(
    'section',
    { className: 'card metrics' },
    el('h2', {}, t('metrics.title')),
    talkRatio(figures),
    el(
      'dl',
      {},
      line('metrics.monologue', figures.longestMonologueSeconds, clock, t('metrics.up-to', { value: '2:30' })),
      line('metrics.patience', figures.patienceSeconds, seconds, `${number(0.6, 1)}–${seconds(1)}`),
      line(
        'metrics.interactivity',
        figures.switchesPerMinute,
        (value) => t('metrics.per-minute', { n: number(value, 1) }),
        t('metrics.from', { value: t('metrics.per-minute', { n: 5 }) }),
      ),
      line('metrics.interruptions', figures.interruptions, number),
      known(figures.preparedPresentationRatio) &&
        line('metrics.prepared', figures.preparedPresentationRatio, percent),
      line('metrics.questions', figures.questionsPerHour, (value) => t('metrics.per-hour', { n: number(value) })),
    ),
    byType(figures.questionsByType),
    el(
      'details',
      {},
      el('summary', {}, t('metrics.more')),
      el(
        'dl',
        {},
        line('metrics.story', figures.longestCustomerStorySeconds, clock),
        line('metrics.pace', figures.repPacePerMinute, (value) => t(`metrics.pace.${call.language ?? 'en'}`, { n: number(value) })),
        line('metrics.fillers', figures.fillerRatio, (value) => `${number(value * 100, 1)}%`),
        line('metrics.silence', figures.nonTalkSeconds, clock),
        line('metrics.overlap', figures.overlapSeconds, clock),
      ),
    ),
    el('p', { className: 'muted small' }, t('metrics.reference.about')),
  );
}

function line(key, value, words, reference) {
  return el(
    'div',
    {},
    el('dt', {}, t(key)),
    el(
      'dd',
      {},
      known(value) ? el('strong', {}, words(value)) : el('span', { className: 'muted' }, t('metrics.none')),
      reference && el('small', { className: 'reference' }, t('metrics.reference', { range: reference })),
    ),
  );
}

/** The talk ratio as a bar of both sides, with a mark at the reference. */
function talkRatio(figures) {
  const name = t(figures.talkRatioBasis === 'words' ? 'metrics.talk-ratio.words' : 'metrics.talk-ratio');
  if (!known(figures.talkRatio)) {
    return el('dl', {}, line('metrics.talk-ratio', undefined, String, '43 : 57'));
  }
  const rep = Math.round(figures.talkRatio * 100);
  return el(
    'div',
    { className: 'talk-ratio' },
    el(
      'p',
      {},
      el('span', {}, name),
      el('span', {}, el('strong', {}, `${rep} : ${100 - rep}`), el('small', { className: 'muted' }, ` ${t('metrics.talk-ratio.sides')}`)),
    ),
    svg(
      'svg',
      { viewBox: '0 0 100 10', preserveAspectRatio: 'none', 'aria-hidden': 'true' },
      svg('rect', { x: 0, y: 0, width: rep, height: 10, class: 'rep' }),
      svg('rect', { x: rep, y: 0, width: 100 - rep, height: 10, class: 'customer' }),
      svg('rect', { x: 42.8, y: 0, width: 0.5, height: 10, class: 'at-reference' }),
    ),
    el('small', { className: 'reference' }, t('metrics.reference', { range: '43 : 57' })),
  );
}

function byType(counts = {}) {
  const asked = Object.entries(counts).filter(([type, count]) => isSpin(type) && count > 0);
  if (!asked.length) return null;
  const order = ['situation', 'problem', 'implication', 'need-payoff'];
  asked.sort(([a], [b]) => order.indexOf(a) - order.indexOf(b));
  return el(
    'p',
    { className: 'by-type' },
    el('span', { className: 'unseen' }, t('metrics.by-type')),
    asked.map(([type, count]) =>
      el('span', { className: `chip spin ${type}` }, el('b', {}, String(count)), label('question', type)),
    ),
  );
}
