import { el } from './dom.js';
import { clock, known, number, percent } from './format.js';
import { quote } from './skills.js';
import { label, t } from './words.js';

/** An answer this much faster or slower than the rep's usual pace is worth a word. */
const NOTABLE_PACE = 0.1;

/** How an objection went on: how the rep began to answer, what the customer said then, how it ended. */
export function arc({ course, replyIds }, utterances, open) {
  if (!course || !course.timesRaised) return null;
  const after = utterances.get(course.afterId);
  const end = course.endId !== course.afterId && utterances.get(course.endId);
  const facts = [pause(course.pauseSeconds), pace(course.paceRatio), times(course)].filter(Boolean);
  return el(
    'div',
    { className: 'arc' },
    facts.length > 0 && el('ul', { className: 'facts' }, facts.map((fact) => el('li', {}, fact))),
    (after || (course.outcome && replyIds?.length > 0)) &&
      el(
        'p',
        { className: 'ended' },
        el('span', { className: 'muted' }, t('objections.then')),
        course.outcome && el('span', { className: `chip ${course.outcome}` }, label('outcome', course.outcome)),
      ),
    after && quote(after, open),
    end && quote(end, open),
  );
}

/** A label that opens the line which shows it; plain words where no line is known. */
export function proof(id, words, objection, utterances, open) {
  const shown = utterances.get(objection.course?.evidence?.[id]);
  if (!shown) return words;
  const at = known(shown.startSeconds) ? clock(shown.startSeconds) : String(shown.index + 1);
  return el(
    'button',
    { type: 'button', className: 'proof', title: t('objections.proof', { at }), onclick: () => open(shown.id) },
    words,
  );
}

function pause(seconds) {
  if (!known(seconds)) return null;
  const n = number(Math.abs(seconds), 1);
  return seconds < 0 ? t('objections.overlap', { n }) : t('objections.pause', { n });
}

function pace(ratio) {
  if (!known(ratio) || Math.abs(ratio - 1) < NOTABLE_PACE) return null;
  return t(ratio > 1 ? 'objections.faster' : 'objections.slower', { percent: percent(Math.abs(ratio - 1)) });
}

const times = ({ timesRaised }) => timesRaised > 1 && t('objections.times', { n: timesRaised });
