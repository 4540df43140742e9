import { el } from './dom.js';
import { clock, known } from './format.js';
import { quote } from './skills.js';
import { DEPTHS } from './labels.js';
import { label, t } from './words.js';

const level = (depth) => DEPTHS.indexOf(depth) + 1;

/** What the customer needs, topic by topic: how deep it went, in whose words, and what the rep made of it. */
export function needs(call, utterances, open) {
  const { topics = [], meanDepth, counted } = call.needs ?? {};
  const needy = topics.filter((topic) => level(topic.depth) > 1);
  const facts = topics.filter((topic) => level(topic.depth) === 1);
  return el(
    'section',
    { className: 'card needs' },
    el('h2', {}, t('needs.title'), needy.length > 0 && el('span', { className: 'count' }, String(needy.length))),
    known(meanDepth) && el('p', { className: 'muted small' }, t('needs.depth', { depth: meanDepth.toFixed(1), n: counted })),
    !needy.length && el('p', { className: 'muted' }, t('needs.empty')),
    needy.map((topic) => draw(topic, utterances, open)),
    facts.length > 0 &&
      el(
        'details',
        { className: 'perhaps' },
        el('summary', {}, t('needs.facts', { n: facts.length })),
        facts.map((topic) => words(topic, utterances, open)),
      ),
  );
}

function draw(topic, utterances, open) {
  return el(
    'article',
    { className: 'need' },
    steps(topic),
    words(topic, utterances, open),
    el('p', { className: 'chips' }, followed(topic, utterances, open)),
  );
}

/** Four steps; those that were skipped on the way down look different from those not reached. */
function steps({ depth, reached }) {
  const there = new Set(reached.map((one) => one.depth));
  return el(
    'ol',
    { className: 'depth', 'aria-label': t('needs.steps', { depth: level(depth) }) },
    DEPTHS.map((step) => {
      const state = there.has(step) ? 'reached' : level(step) < level(depth) ? 'skipped' : 'open';
      return el(
        'li',
        { className: state },
        label('need-depth', step),
        el('span', { className: 'unseen' }, `: ${t(`needs.${state}`)}`),
      );
    }),
  );
}

/** The customer's first words for every depth that was reached, those that say more than facts. */
function words({ depth, reached }, utterances, open) {
  const ids = new Set(
    reached.filter((one) => one.depth !== 'situation' || depth === 'situation').map((one) => one.utteranceIds[0]),
  );
  const said = [...ids].map((id) => utterances.get(id)).filter(Boolean);
  return el('ul', { className: 'quotes' }, said.map((utterance) => el('li', {}, quote(utterance, open))));
}

function followed({ followedUp, followUpIds }, utterances, open) {
  if (!followedUp) return el('span', { className: 'chip fault' }, `! ${t('needs.dropped')}`);
  const first = utterances.get(followUpIds[0]);
  const words = `✓ ${t('needs.followed')}`;
  if (!first) return el('span', { className: 'chip step' }, words);
  return el(
    'button',
    { type: 'button', className: 'chip step', onclick: () => open(first.id) },
    known(first.startSeconds) ? `${words} · ${clock(first.startSeconds)}` : words,
  );
}
