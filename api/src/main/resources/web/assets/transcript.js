import { chips, isSpin, needs, questions, side } from './chips.js';
import { byHand, mendButton, secondOpinion } from './corrections.js';
import { el, fill, icon } from './dom.js';
import { voiceNote } from './emotion.js';
import { clock, known } from './format.js';
import { correct, correctable, correctName, speakersBar } from './speakers.js';
import { empty } from './states.js';
import { adviceLinks } from './suggestions.js';
import { t } from './words.js';

const KINDS = {
  all: () => true,
  questions: (one) => !one.unclear && questions(one).some(({ type }) => isSpin(type)),
  objections: (one) => !one.unclear && one.objection && one.objection !== 'none',
  needs,
  negative: (one) => !one.unclear && one.sentiment === 'negative',
};

/**
 * What was said, line by line. A click on a line plays from there.
 *
 * @param sound the player
 * @param reload called when a correction was taken
 * @returns open(id): goes to a line and plays it; at(seconds, playing): marks the line that sounds
 */
export function transcript(place, call, utterances, sound, reload) {
  if (!utterances.length) {
    empty(place, t('transcript.empty'), t('caution.no-speech.detail'), 'chat');
    return { open() {}, at() {} };
  }
  const lines = new Map(); // utterance id → its element
  const wanted = place.querySelector('.transcript-top select')?.value; // lines drawn anew show what they showed
  const list = el('ol', { className: 'lines' });
  const none = el('p', { className: 'muted', hidden: true }, t('transcript.show.none'));
  let now = null;
  let following = true;

  const followButton = el(
    'button',
    { type: 'button', 'aria-pressed': 'true', className: 'follow', hidden: !sound.canPlay, onclick: () => setFollowing(!following) },
    t('transcript.follow'),
  );
  const setFollowing = (value) => {
    following = value;
    followButton.setAttribute('aria-pressed', String(value));
    if (value && now) reveal(now);
  };
  const kinds = el(
    'select',
    { 'aria-label': t('transcript.show'), onchange: () => filter(kinds.value) },
    Object.keys(KINDS).map((kind) => el('option', { value: kind }, t(`transcript.show.${kind}`))),
  );
  const filter = (kind) => {
    let shown = 0;
    for (const one of utterances) {
      const fits = KINDS[kind](one);
      lines.get(one.id).hidden = !fits;
      if (fits) shown++;
    }
    list.classList.toggle('filtered', kind !== 'all');
    none.hidden = shown > 0;
  };

  const reveal = (line, behavior = calm() ? 'auto' : 'smooth') => line.scrollIntoView({ block: 'center', behavior });
  const mark = (line) => {
    if (line === now) return;
    now?.classList.remove('now');
    now?.removeAttribute('aria-current');
    now = line;
    now?.classList.add('now');
    now?.setAttribute('aria-current', 'true');
  };
  const play = (one) => {
    setFollowing(true);
    if (sound.canPlay && known(one.startSeconds)) sound.playFrom(one.startSeconds);
    else mark(lines.get(one.id));
    history.replaceState(null, '', `#u=${encodeURIComponent(one.id)}`);
  };

  const answers = new Set((call.objections ?? []).flatMap((objection) => objection.replyIds ?? []));
  let before = null;
  for (const one of utterances) {
    const labels = [...chips(one, answers.has(one.id)), byHand(one), secondOpinion(one), adviceLinks(call, one)].flat().filter(Boolean);
    const line = draw(one, before, labels, play, sound.canPlay, call.language);
    if (correctable(one)) line.querySelector('.words').after(correctButton(call, one, reload));
    if (call.status === 'analysed') {
      const beside = line.querySelector('.correct') ?? line.querySelector('.words');
      beside.after(mendButton(call, one, answers.has(one.id), () => waits(line, reload)));
    }
    lines.set(one.id, line);
    list.append(line);
    before = one;
  }
  // Whoever scrolls by hand wants to read on by himself.
  for (const gesture of ['wheel', 'touchmove']) {
    list.addEventListener(gesture, () => sound.canPlay && setFollowing(false), { passive: true });
  }
  fill(
    place,
    el(
      'div',
      { className: 'transcript-top' },
      el('h2', {}, t('transcript.title')),
      sound.canPlay && el('span', { className: 'muted small' }, t('transcript.hint')),
      el('span', { className: 'spring' }),
      kinds,
      followButton,
    ),
    voiceNote(utterances),
    speakersBar(call, utterances, reload),
    none,
    list,
  );
  if (wanted && wanted !== 'all') {
    kinds.value = wanted;
    filter(wanted);
  }

  const timed = utterances.filter((one) => known(one.startSeconds));
  return {
    open(id) {
      const one = utterances.find((utterance) => utterance.id === id);
      if (!one) return;
      if (lines.get(id).hidden) {
        kinds.value = 'all';
        filter('all');
      }
      play(one);
      mark(lines.get(id));
      reveal(lines.get(id), 'auto');
    },
    at(seconds, playing) {
      if (!playing && !now) return;
      const one = timed.findLast((utterance) => utterance.startSeconds <= seconds + 0.05);
      const line = one && lines.get(one.id);
      if (!line || line === now) return;
      mark(line);
      if (following && playing && !line.hidden) reveal(line);
    },
  };
}

function correctButton(call, one, reload) {
  return el(
    'button',
    { type: 'button', className: 'correct', 'aria-label': correctName(one), title: t('speakers.ask'), onclick: () => correct(call, one, reload) },
    icon('person'),
  );
}

/** A correction is on its way into the scores; the server says when, and if it does not, we look. */
function waits(line, reload) {
  line.querySelector('.waits')?.remove();
  line.querySelector('.bubble').append(el('p', { className: 'chips waits', role: 'status' }, el('span', { className: 'chip' }, t('labels.waits'))));
  setTimeout(() => line.isConnected && reload(), 4000);
}

const calm = () => matchMedia('(prefers-reduced-motion: reduce)').matches;

function draw(one, before, labels, play, canPlay, lang) {
  const turn = !before || before.speaker !== one.speaker;
  const timed = known(one.startSeconds);
  const time = timed ? clock(one.startSeconds) : String(one.index + 1);
  return el(
    'li',
    {
      data: { id: one.id },
      className: `line ${one.speaker ?? 'unknown'}${turn ? ' turn' : ''}${one.unclear ? ' unclear' : ''}`,
      onclick: (event) => {
        if (!event.target.closest('button') && getSelection().isCollapsed) play(one);
      },
    },
    turn && el('p', { className: 'who' }, side(one)),
    el(
      'div',
      { className: 'bubble' },
      el(
        'button',
        {
          type: 'button',
          className: 'time',
          'aria-label': t(timed ? (canPlay ? 'evidence.play' : 'transcript.at') : 'transcript.line', { time, n: one.index + 1 }),
          onclick: () => play(one),
        },
        timed && canPlay && icon('play'),
        time,
      ),
      el('p', { className: 'words', lang }, one.displayText || one.text),
      labels.length > 0 && el('p', { className: 'chips' }, labels),
    ),
  );
}
