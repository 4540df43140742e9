import { callPath } from './api.js';
import { objects } from './chips.js';
import { el, fill, icon, svg } from './dom.js';
import { clock, known } from './format.js';
import { t } from './words.js';

const SPEEDS = ['1', '1.25', '1.5', '2'];
const PLACES = { rep: [2, 8], customer: [12, 8], unknown: [7, 8] };

/**
 * The recording with its two lanes: who speaks when. Without a recording it says so.
 *
 * @returns canPlay; playFrom(seconds); onTime(listener), which hears the position as it changes
 */
export function player(place, call, utterances) {
  const timed = utterances.filter((one) => known(one.startSeconds) && known(one.endSeconds));
  const length = Math.max(call.durationSeconds ?? 0, ...timed.map((one) => one.endSeconds), 1);
  const picture = timed.length > 0 && lanes(timed, length);
  if (!call.hasAudio) {
    fill(place, el('div', { className: 'player silent' }, picture, el('p', { className: 'muted' }, icon('info'), t('player.no-audio'))));
    return { canPlay: false, playFrom() {}, onTime() {} };
  }
  return sound(place, call, length, picture);
}

function sound(place, call, length, picture) {
  const audio = el('audio', { src: `${callPath(call.id)}/audio`, preload: 'metadata' });
  const toggle = el('button', { type: 'button', className: 'primary round', onclick: () => (audio.paused ? play() : audio.pause()) });
  const time = el('output', { className: 'position' });
  const seek = el('input', {
    type: 'range',
    min: 0,
    max: length.toFixed(1),
    step: 0.1,
    value: 0,
    'aria-label': t('player.seek'),
    oninput: () => (audio.currentTime = Number(seek.value)),
  });
  const speed = el(
    'select',
    { 'aria-label': t('player.speed'), onchange: () => (audio.playbackRate = Number(speed.value)) },
    SPEEDS.map((value) => el('option', { value }, `${value}×`)),
  );
  const trouble = el('p', { className: 'bad', role: 'alert', hidden: true }, t('player.lost'));
  const listeners = [];
  let frameAsked = 0;

  function play() {
    audio.play().catch(() => tick()); // The browser wants a click first, or the sound is lost: both show.
  }

  function tick() {
    cancelAnimationFrame(frameAsked);
    seek.value = audio.currentTime;
    seek.setAttribute('aria-valuetext', clock(audio.currentTime));
    time.textContent = `${clock(audio.currentTime)} / ${clock(length)}`;
    fill(toggle, icon(audio.paused ? 'play' : 'pause'));
    toggle.setAttribute('aria-label', t(audio.paused ? 'player.play' : 'player.pause'));
    listeners.forEach((listener) => listener(audio.currentTime, !audio.paused));
    if (!audio.paused) frameAsked = requestAnimationFrame(tick);
  }

  ['play', 'pause', 'seeked', 'timeupdate', 'loadedmetadata', 'ended'].forEach((name) => audio.addEventListener(name, tick));
  audio.addEventListener('error', () => (trouble.hidden = false));
  fill(
    place,
    el(
      'div',
      { className: 'player' },
      toggle,
      el('div', { className: 'track-line' }, picture, seek),
      el('div', { className: 'player-side' }, time, speed),
      audio,
      trouble,
    ),
  );
  tick();
  return {
    canPlay: true,
    playFrom(seconds) {
      audio.currentTime = seconds;
      play();
    },
    onTime(listener) {
      listeners.push(listener);
    },
  };
}

/** The two lanes: the rep above, the customer below; objections stand out. */
function lanes(timed, length) {
  const picture = svg('svg', {
    viewBox: `0 0 ${length} 22`,
    class: 'lanes',
    preserveAspectRatio: 'none',
    role: 'img',
    'aria-label': t('player.lanes'),
  });
  for (const one of timed) {
    const [y, height] = PLACES[one.speaker] ?? PLACES.unknown;
    picture.append(
      svg('rect', {
        x: one.startSeconds,
        y,
        width: Math.max(one.endSeconds - one.startSeconds, length / 600),
        height,
        class: objects(one) ? `${one.speaker} objects` : one.speaker,
      }),
    );
  }
  return picture;
}
