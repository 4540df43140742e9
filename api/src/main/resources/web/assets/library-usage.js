import { callPage, get } from './api.js';
import { el, fill } from './dom.js';
import { day, known, number, percent } from './format.js';
import { show } from './states.js';
import { label, t } from './words.js';

/** Where it was suggested and said, and what came after; every number opens its calls. */
export function usage(element, path) {
  const body = el('div', { className: 'card' });
  fill(element, el('h2', {}, t('library.usage')), body);
  return show(body, () => get(`${path}/usage`), (found) => fill(body, draw(found)), 3);
}

function draw(found) {
  return [
    el(
      'dl',
      { className: 'figures' },
      figure('suggested', found.suggestedMoments, { calls: found.suggestedCalls }),
      figure('used', found.usedCalls, { calls: found.lookedAt }),
      figure('followed', found.followedCalls, {}),
    ),
    el('h3', {}, t('library.after')),
    after('used', found.used),
    after('others', found.others),
    el('p', { className: 'muted small' }, t('library.after.caution')),
    found.evidence.length > 0 &&
      el(
        'details',
        {},
        el('summary', {}, t('library.evidence', { n: found.evidence.length })),
        el('ul', { className: 'evidence-lines' }, found.evidence.map(moment)),
      ),
  ];
}

function figure(name, value, values) {
  return el(
    'div',
    {},
    el('dt', {}, t(`library.usage.${name}`)),
    el('dd', {}, el('strong', {}, number(value)), ' ', el('span', { className: 'muted small' }, t(`library.usage.${name}.about`, values))),
  );
}

function after(name, one) {
  const parts = [
    known(one.valenceAfter) &&
      t('library.after.mood', { before: signed(one.valenceBefore), after: signed(one.valenceAfter), n: one.valenceN }),
    known(one.settled) && t('library.after.settled', { share: percent(one.settled) }),
    known(one.won) && t('library.after.won', { share: percent(one.won), n: one.calls }),
  ].filter(Boolean);
  return el(
    'p',
    {},
    el('strong', {}, t(`library.after.${name}`, { n: one.n })),
    ' ',
    parts.length ? parts.join(' · ') : el('span', { className: 'muted' }, t('library.after.few')),
  );
}

const signed = (value) => (value > 0 ? `+${number(value, 2)}` : number(value, 2));

function moment(one) {
  return el(
    'li',
    {},
    el('a', { href: callPage(one.callId, one.utteranceId) }, `${day(one.startedAt)} · ${one.customer || t('library.unnamed')}`),
    ' ',
    el('span', { className: 'muted small' }, [t(`library.role.${one.role}`), one.commitment && label('commitment', one.commitment)].filter(Boolean).join(' · ')),
  );
}
