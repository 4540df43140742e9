import { callPath, post } from './api.js';
import { side } from './chips.js';
import { ask } from './dialog.js';
import { el, fill, icon } from './dom.js';
import { known, percent } from './format.js';
import { explanation } from './states.js';
import { label, t } from './words.js';

/**
 * How the speakers were told and how sure that is, with one click that swaps them.
 *
 * @param reload called once the server has taken the correction
 */
export function speakersBar(call, utterances, reload) {
  const swap = swapOf(call, utterances);
  const answer = el('span', { className: 'bad', role: 'alert', hidden: true });
  const button =
    swap &&
    el('button', { type: 'button', className: 'quiet swap' }, icon('swap'), el('span', {}, t('speakers.swap')));
  button?.addEventListener('click', async () => {
    button.disabled = true;
    answer.hidden = true;
    try {
      await change(call, swap);
      reload();
    } catch (problem) {
      answer.hidden = false;
      fill(answer, explanation(problem));
      button.disabled = false;
    }
  });
  return el('p', { className: 'speakers-bar' }, el('span', { className: 'muted' }, how(call)), button, answer);
}

function how(call) {
  const { voices = 0, errorShare, repConfidence } = call.speakers ?? {};
  const words = [label('mode', call.mode ?? 'stereo')];
  if (voices > 1) words.push(t('speakers.voices', { n: voices }));
  if (known(errorShare)) words.push(t('speakers.error', { percent: percent(errorShare) }));
  if (known(repConfidence)) words.push(t('speakers.rep-guessed', { percent: percent(repConfidence) }));
  return words.join(' · ');
}

/** What to send to swap rep and customer; nothing where that has no meaning. */
function swapOf(call, utterances) {
  if (call.mode === 'stereo') {
    const layout = { 'rep,customer': 'customer,rep', 'customer,rep': 'rep,customer' }[call.layout];
    return layout && { layout };
  }
  const customers = utterances.filter((one) => one.speaker === 'customer');
  if (!customers.length || !utterances.some((one) => one.speaker === 'rep')) return null;
  const names = new Set(customers.map((one) => one.speakerName ?? ''));
  if (!names.has('')) return names.size === 1 ? { repSpeaker: customers[0].speakerName } : null;
  const longest = customers
    .filter((one) => one.voice > 0)
    .reduce((best, one) => (seconds(one) > seconds(best) ? one : best), { startSeconds: 0, endSeconds: 0 });
  return longest.voice ? { fix: fixOf(longest, 'rep', true) } : null;
}

const seconds = (one) => one.endSeconds - one.startSeconds;

function fixOf(one, speaker, wholeVoice) {
  const { startSeconds, endSeconds, channel = 0 } = one;
  return { startSeconds, endSeconds, channel, speaker, wholeVoice };
}

/** Only there have voices and channels anything to tell. */
const RECORDED = new Set(['stereo', 'fake-stereo', 'mono']);

/** Whether a person can say of this utterance who speaks. */
export const correctable = (one) => (one.speakerName ? one.speaker !== 'rep' : known(one.startSeconds));

/** Asks who speaks in an utterance, and for how much of the call that holds. */
export function correct(call, one, reload) {
  const named = Boolean(one.speakerName);
  const whole = el('input', { type: 'checkbox', name: 'whole', checked: call.mode !== 'stereo' && one.voice > 0 });
  const scope = one.voice > 0 ? t('speakers.whole.voice') : t('speakers.whole.channel');
  ask(
    { title: t('speakers.ask'), note: t('speakers.effect') },
    [
      el('blockquote', { lang: call.language }, one.displayText || one.text),
      named
        ? el('p', {}, t('speakers.name-is-rep', { name: one.speakerName }))
        : [
            el(
              'fieldset',
              { className: 'who-choice' },
              el('legend', { className: 'unseen' }, t('speakers.ask')),
              ['rep', 'customer', 'unknown'].map((who) =>
                el(
                  'label',
                  {},
                  el('input', { type: 'radio', name: 'speaker', value: who, checked: who === (one.speaker ?? 'unknown') }),
                  label('speaker', who),
                ),
              ),
            ),
            RECORDED.has(call.mode) && el('label', { className: 'whole' }, whole, scope),
          ],
    ],
    (said) => change(call, named ? { repSpeaker: one.speakerName } : { fix: fixOf(one, said.get('speaker'), whole.checked) }),
    reload,
  );
}

/** A name for the button that opens the question. */
export const correctName = (one) => t('speakers.correct', { who: side(one) });

const change = (call, what) => post(`${callPath(call.id)}/speakers`, what);
