import { callPath, get, link } from './api.js';
import { script } from './chips.js';
import { el } from './dom.js';
import { clock, known } from './format.js';
import { quote } from './skills.js';
import { DEPTHS } from './labels.js';
import { label, t } from './words.js';

const level = (depth) => DEPTHS.indexOf(depth) + 1;

/** Customers with needs like a call's; none when they cannot be had, for the call stands without them. */
export const casesOf = (id) => get(`${callPath(id)}/cases`).then((found) => found.items, () => []);

/**
 * What the customer needs, topic by topic: how deep it went, in whose words, what the rep made of it, and which customers
 * with such a need there were.
 *
 * @param cases as `casesOf` gives them; none where nobody looks for them
 */
export function needs(call, utterances, open, cases = []) {
  const { topics = [], meanDepth, counted } = call.needs ?? {};
  const needy = topics.filter((topic) => level(topic.depth) > 1);
  const facts = topics.filter((topic) => level(topic.depth) === 1);
  return el(
    'section',
    { className: 'card needs' },
    el('h2', {}, t('needs.title'), needy.length > 0 && el('span', { className: 'count' }, String(needy.length))),
    known(meanDepth) && el('p', { className: 'muted small' }, t('needs.depth', { depth: meanDepth.toFixed(1), n: counted })),
    !needy.length && el('p', { className: 'muted' }, t('needs.empty')),
    needy.map((topic) => draw(topic, utterances, open, told(topic, cases))),
    facts.length > 0 &&
      el(
        'details',
        { className: 'perhaps' },
        el('summary', {}, t('needs.facts', { n: facts.length })),
        facts.map((topic) => words(topic, utterances, open)),
      ),
  );
}

/** The cases of the need that a topic states most deeply. */
const told = ({ reached }, cases) => {
  const ids = reached.at(-1)?.utteranceIds ?? [];
  return cases.find((one) => one.utteranceIds.some((id) => ids.includes(id)))?.cases ?? [];
};

function draw(topic, utterances, open, stories) {
  return el(
    'article',
    { className: 'need' },
    steps(topic),
    words(topic, utterances, open),
    el('p', { className: 'chips' }, followed(topic, utterances, open)),
    stories.length > 0 &&
      el(
        'details',
        { className: 'perhaps' },
        el('summary', {}, t('needs.cases', { n: stories.length })),
        el(
          'ul',
          { className: 'quotes' },
          stories.map(({ id, title, outcome }) =>
            el('li', {}, el('a', { href: link('/library', { kind: 'cases', id }) }, script(title)), outcome && el('p', { className: 'muted small' }, script(outcome))),
          ),
        ),
      ),
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
