import { callPath, follow, get } from './api.js';
import { isRunning } from './call-list.js';
import { cautions, drawHead, drawState } from './call-head.js';
import { el, fill } from './dom.js';
import { frame, idInPath, place, title } from './frame.js';
import { metrics } from './metrics.js';
import { objections } from './objections.js';
import { player } from './player.js';
import { skills } from './skills.js';
import { empty, failed, loading } from './states.js';
import { transcript } from './transcript.js';
import { t } from './words.js';

const id = idInPath();
let shown = ''; // what the parts below the head were drawn from
let open = () => {}; // goes to an utterance in the transcript

frame('calls');
title(t('call.title'));
read();
addEventListener('hashchange', openAsked);
follow(
  (event) => event.id === id && news(event),
  () => read(),
);

async function read() {
  if (!shown) loading(place('transcript'), 6);
  try {
    const call = await get(callPath(id));
    draw(call);
    if (isReadable(call)) await readTranscript(call);
  } catch (problem) {
    if (problem.status === 404) missing();
    else failed(place('heading'), problem, read);
    if (!shown) fill(place('transcript'));
  }
}

function missing() {
  shown = '';
  ['cautions', 'player', 'findings', 'transcript'].forEach((part) => fill(place(part)));
  const calls = el('a', { href: '/calls', className: 'button' }, t('call.to-calls'));
  empty(place('heading'), t('call.missing'), [el('p', {}, t('call.missing.action')), calls]);
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
    fill(place('player'));
    fill(place('findings'));
    fill(place('transcript'), isRunning(call.status) && el('p', { className: 'muted' }, t('transcript.waiting')));
  }
}

async function readTranscript(call) {
  const state = JSON.stringify([call.revision, call.status, call.rulesVersion]);
  const content = await get(`${callPath(id)}/transcript`);
  if (state !== shown) {
    const sound = player(place('player'), call, content.utterances);
    const lines = transcript(place('transcript'), call, content.utterances, sound);
    sound.onTime(lines.at);
    shown = state;
    open = lines.open;
    openAsked();
  }
  drawFindings(call, content.utterances);
}

function drawFindings(call, utterances) {
  const byId = new Map(utterances.map((utterance) => [utterance.id, utterance]));
  const analysed = call.status === 'analysed';
  fill(
    place('findings'),
    analysed && objections(call, byId, open),
    analysed && metrics(call),
    analysed && skills(call, byId, open),
  );
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
