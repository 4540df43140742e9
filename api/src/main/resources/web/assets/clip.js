import { callPath, get } from './api.js';
import { el, fill, icon } from './dom.js';
import { clock, known } from './format.js';
import { t } from './words.js';

const audio = new Audio();
let playing = null; // {button, until, stop} of the clip that sounds

audio.addEventListener('timeupdate', () => {
  if (playing && audio.currentTime >= playing.until) stop();
});
audio.addEventListener('ended', stop);
audio.addEventListener('error', () => {
  if (playing) playing.lost();
  playing = null;
});

function stop() {
  audio.pause();
  playing?.idle();
  playing = null;
}

/** Silences whatever clip sounds. */
export const silence = stop;

const recorded = new Map(); // call id → promise of whether it has a recording

/** Whether the call of this moment has a recording to play. */
function hasAudio(moment) {
  if (typeof moment.hasAudio === 'boolean') return Promise.resolve(moment.hasAudio);
  if (!recorded.has(moment.callId)) {
    const answer = get(callPath(moment.callId)).then((call) => Boolean(call.hasAudio), () => false);
    recorded.set(moment.callId, answer);
  }
  return recorded.get(moment.callId);
}

/**
 * A button that plays one utterance, or says that there is no recording.
 *
 * @param moment callId, startSeconds, endSeconds
 */
export function clip(moment) {
  const holder = el('span', { className: 'clip' });
  const none = () => fill(holder, el('small', { className: 'muted' }, t('evidence.silent')));
  if (!known(moment.startSeconds)) {
    none();
    return holder;
  }
  hasAudio(moment).then((has) => (has ? fill(holder, playButton(moment, none)) : none()));
  return holder;
}

function playButton(moment, lost) {
  const time = clock(moment.startSeconds);
  const button = el('button', { type: 'button', className: 'play small' });
  const idle = () => {
    fill(button, icon('play'), time);
    button.setAttribute('aria-label', t('evidence.play', { time }));
  };
  button.addEventListener('click', () => {
    const mine = playing?.button === button;
    stop();
    if (mine) return;
    const until = (moment.endSeconds ?? moment.startSeconds + 12) + 0.3;
    playing = { button, until, idle, lost };
    fill(button, icon('stop'), time);
    button.setAttribute('aria-label', t('evidence.stop'));
    playFrom(`${callPath(moment.callId)}/audio`, Math.max(0, moment.startSeconds - 0.2));
  });
  idle();
  return button;
}

function playFrom(source, seconds) {
  const begin = () => {
    audio.currentTime = seconds;
    audio.play().catch(() => stop()); // Stopped again before it began, or the sound is broken.
  };
  if (audio.getAttribute('src') === source && audio.readyState > 0) {
    begin();
    return;
  }
  audio.src = source;
  audio.addEventListener('loadedmetadata', begin, { once: true });
  audio.load();
}
