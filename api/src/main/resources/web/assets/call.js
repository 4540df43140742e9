import { callPath, follow, get } from './api.js';
import { isRunning } from './call-list.js';
import { cautions, drawHead, drawState } from './call-head.js';
import { labelsOf } from './corrections.js';
import { el, fill } from './dom.js';
import { frame, heading, idInPath, place, title } from './frame.js';
import { metrics } from './metrics.js';
import { casesOf, needs } from './needs.js';
import { objections } from './objections.js';
import { phaseStrip } from './phases.js';
import { player } from './player.js';
import { skills } from './skills.js';
import { recapOf, summary } from './summary.js';
import { advice, missedChances } from './suggestions.js';
import { failed, loading } from './states.js';
import { transcript } from './transcript.js';
import { t } from './words.js';

const id = idInPath();
const PARTS = ['cautions', 'summary', 'player', 'findings', 'transcript'];
let shown = ''; // what the parts below the head were drawn from
let labels = ''; // and the transcript's labels, which people can correct while the sound goes on
let sound = null;
let at = () => {}; // marks the line that sounds
let open = () => {}; // goes to an utterance in the transcript

frame('calls');
title(t('call.title'));
read();
addEventListener('hashchange', openAsked);
follow(
  (event) => event.id === id && news(event),
  (first) => (!first || place('heading').querySelector('.reading-state')) && read(),
);

async function read() {
  if (!place('heading').hasChildNodes()) loading(place('heading'), 8);
  try {
    const call = await get(callPath(id));
    const [said, recap, cases] = await Promise.all([
      isReadable(call) && get(`${callPath(id)}/transcript`),
      call.status === 'analysed' && recapOf(id), // with the rest, so that nothing moves when it comes
      call.status === 'analysed' && casesOf(id),
    ]);
    draw(call);
    if (said) drawReading(call, said.utterances, recap, cases || []);
  } catch (problem) {
    if (problem.status === 404) missing();
    else failed(place('heading'), problem, read);
  }
}

function missing() {
  shown = '';
  PARTS.forEach((part) => fill(place(part)));
  heading(place('heading'), t('call.missing'), t('call.missing.action'));
  place('heading').append(el('p', { className: 'next-link' }, el('a', { href: '/calls', className: 'button' }, t('call.to-calls'))));
}

/** Whether there are words to show: from the moment the call is transcribed. */
const isReadable = (call) => call.status === 'analysing' || call.status === 'analysed';

function draw(call) {
  title(call.customer || t('calls.no-customer'), call.repName);
  drawHead(place('heading'), call);
  drawState(place('heading'), call, read);
  fill(place('cautions'), cautions(call, read));
  if (!isReadable(call)) {
    shown = '';
    fill(place('summary'));
    fill(place('player'));
    fill(place('findings'));
    fill(place('transcript'), isRunning(call.status) && el('p', { className: 'muted' }, t('transcript.waiting')));
  }
}

function drawReading(call, utterances, recap, cases) {
  const state = JSON.stringify([call.revision, call.status, call.rulesVersion]);
  const known = state === shown;
  if (!known) {
    sound = player(place('player'), call, utterances);
    sound.onTime((...position) => at(...position));
    place('player').append(phaseStrip(call, utterances, (id) => open(id), sound) ?? '');
    shown = state;
    labels = '';
  }
  const now = JSON.stringify([utterances.map(labelsOf), call.objections?.map((one) => one.replyIds), advice(call).map((one) => one.id)]);
  if (now !== labels) {
    drawLines(call, utterances);
    labels = now;
  }
  fill(place('findings'), call.status === 'analysed' && findings(call, utterances, cases));
  summary(place('summary'), recap, utterances, (one) => open(one));
  if (!known) openAsked();
}

function drawLines(call, utterances) {
  const focused = place('transcript').contains(document.activeElement) && document.activeElement.closest('.line')?.dataset.id;
  const lines = transcript(place('transcript'), call, utterances, sound, read);
  at = lines.at;
  open = lines.open;
  if (focused) place('transcript').querySelector(`[data-id="${CSS.escape(focused)}"] .mend`)?.focus();
}

function findings(call, utterances, cases) {
  const byId = new Map(utterances.map((utterance) => [utterance.id, utterance]));
  const speakers = new Set(utterances.map((utterance) => utterance.speaker ?? 'unknown'));
  if (speakers.size === 1 && speakers.has('unknown')) return notKnown(call, byId);
  return [objections(call, byId, open), missedChances(call, byId, open), needs(call, byId, open, cases), metrics(call, byId, open), skills(call, byId, open)];
}

/** Where nobody knows who speaks, the figures that hang on it stand greyed below the reason. */
function notKnown(call, byId) {
  const unsure = call.cautions?.includes('speakers-unsure');
  return [
    el(
      'section',
      { className: 'card' },
      el('h2', {}, t('call.one-stream')),
      el('p', { className: 'muted' }, t(unsure ? 'caution.speakers-unsure.detail' : 'call.one-stream.detail')),
    ),
    el('div', { className: 'unmeasured' }, metrics(call, byId, (id) => open(id))),
  ];
}

/** `#u=<utteranceId>` opens the call there. */
function openAsked() {
  const asked = /^#u=(.+)$/.exec(location.hash)?.[1];
  if (asked) open(decodeURIComponent(asked));
}

function news(event) {
  const ended = event.status === 'analysed' || event.status === 'failed' || event.status === 'analysing';
  if (ended || !place('heading').querySelector('.reading-state')) {
    read();
    return;
  }
  drawState(place('heading'), { id, status: event.status, progress: event }, read);
}
