import { el } from './dom.js';
import { clock, known } from './format.js';
import { label, t } from './words.js';

/**
 * The phases of a call as a strip, each as wide as it is long; a click goes there.
 *
 * @param open goes to an utterance
 * @param sound whose position is shown in the strip
 */
export function phaseStrip(call, utterances, open, sound) {
  if (!call.phases?.length) return null;
  const places = new Map(utterances.map((one, i) => [one.id, i]));
  const parts = call.phases.map((span) => {
    const link = el(
      'a',
      {
        href: `#u=${encodeURIComponent(span.firstId)}`,
        title: words(span),
        onclick: (event) => {
          event.preventDefault();
          open(span.firstId);
        },
      },
      el('span', {}, label('phase', span.phase)),
      known(span.startSeconds) && el('small', {}, clock(span.startSeconds)),
    );
    const part = el('li', { className: `phase ${span.phase}` }, link);
    part.style.flexGrow = Math.max(1, weight(span, places));
    return part;
  });
  sound.onTime((seconds) => {
    call.phases.forEach((span, i) => {
      const here = seconds > 0 && seconds >= span.startSeconds && !(seconds >= call.phases[i + 1]?.startSeconds);
      parts[i].firstChild.toggleAttribute('aria-current', here);
    });
  });
  return el('nav', { 'aria-label': t('phases.title') }, el('ol', { className: 'phases' }, parts));
}

/** Its seconds, or without times its utterances. */
function weight(span, places) {
  if (known(span.startSeconds) && known(span.endSeconds)) return span.endSeconds - span.startSeconds;
  return places.get(span.lastId) - places.get(span.firstId) + 1;
}

function words(span) {
  const name = label('phase', span.phase);
  return known(span.startSeconds) && known(span.endSeconds)
    ? `${name}, ${clock(span.startSeconds)}–${clock(span.endSeconds)}`
    : name;
}
