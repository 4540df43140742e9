import { clock, known, number } from './format.js';
import { SPACE, label, maybe, t } from './words.js';

/** A band wider than this is no judgement (`Band.MOST_WIDTH`). */
const MOST_WIDTH = 50;
const AT_MOST = 3;
const ROUNDING = 1e-6;

/** Whether there was enough clear speech to judge by this score; records of old have no band. */
export const judged = ({ band }) => !band || band.high - band.low <= MOST_WIDTH + ROUNDING;

/** Why there is no judgement: nearly nothing was said, or there was hardly an occasion. */
export function unjudged({ grounds: of }) {
  return of && of.speech >= 1 ? t('skills.unjudged.few', { n: number(of.occasions) }) : t('skills.unjudged');
}

/**
 * Why a skill has its score, in one or two sentences; nothing where the call's facts are not kept.
 *
 * @param score with facts and evidence as the API gives them
 * @param utterances of the call by id
 */
export function explanation(call, score, utterances) {
  const facts = Object.entries(score.facts ?? {}).map(([name, value]) => [name, number(value, Number.isInteger(value) ? 0 : 1)]);
  const values = Object.fromEntries([...facts, ['commitment', call.commitment && label('commitment', call.commitment)]]);
  const text = [`explain.${score.skill}`, `explain.${score.skill}.less`].find(
    (key) => maybe(key) && blanks(maybe(key)).every((name) => values[name] !== undefined),
  );
  if (!text) return '';
  const times = (score.evidence ?? [])
    .map((id) => utterances.get(id)?.startSeconds)
    .filter(known)
    .slice(0, AT_MOST)
    .map(clock);
  return [t(text, values), times.length && t('explain.at', { times: times.join(', ') })].filter(Boolean).join(SPACE);
}

const blanks = (text) => [...text.matchAll(/\{(\w+)/g)].map((match) => match[1]);

/** What the band follows from: each cause of doubt takes its share of the occasions. */
export function grounds({ grounds: of, band }) {
  if (!of || !band) return '';
  const share = (value) => `${Math.round(value * 100)}%`;
  const clear = of.occasions * of.labels * of.words * of.speakers * of.speech;
  return t('explain.grounds', {
    low: Math.round(band.low),
    high: Math.round(band.high),
    occasions: number(of.occasions),
    labels: share(of.labels),
    words: share(of.words),
    speakers: share(of.speakers),
    speech: share(of.speech),
    clear: number(clear, 1),
  });
}

/** Which rules and which speech model said so. */
export function version(call) {
  const rules = call.rulesVersion ?? '–';
  return call.model === 'imported' ? t('explain.version.imported', { rules }) : t('explain.version', { rules, model: call.model ?? '–' });
}
