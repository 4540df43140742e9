import { callPage, get, link, post, remove } from './api.js';
import { script } from './chips.js';
import { clip } from './clip.js';
import { el, icon } from './dom.js';
import { day, known } from './format.js';
import { place } from './frame.js';
import { step } from './heatmap.js';
import { decide, dismiss } from './practice-dialogs.js';
import { empty, failed, show } from './states.js';
import { SPACE, label, t } from './words.js';

/** What a rep should practise, what became of it, and what fell. */
export function practice(id, weeks, quietly = false) {
  const again = () => practice(id, weeks, true);
  return show(
    place('practise'),
    () => get(`/api/reps/${encodeURIComponent(id)}/recommendations`, { weeks }),
    (found, element) => draw(id, found, element, again),
    3,
    quietly,
  );
}

function draw(id, found, element, again) {
  element.append(...found.warnings.map((one) => warning(one)));
  if (found.items.length) {
    element.append(el('div', { className: 'advice' }, found.items.map((one) => card(id, one, again))));
  } else {
    const nothing = el('div', {});
    empty(nothing, t('rep.practise.empty'), t('rep.practise.empty.action'), 'check');
    element.append(nothing);
  }
  const held = found.notShown.map((one) => heldBack(id, one, again));
  if (held.length) element.append(el('ul', { className: 'held' }, held));
  if (found.followUps.length) {
    element.append(
      el('h3', {}, t('practice.follow-up')),
      el('p', { className: 'muted small' }, t('practice.follow-up.lead')),
      el('ul', { className: 'follow-ups' }, found.followUps.map(followUp)),
    );
  }
}

/** A skill that fell, with the calls that show it; on a team's page with the rep's name. */
export function warning(one, named = false) {
  return el(
    'div',
    { className: 'warning' },
    icon('down'),
    el(
      'div',
      {},
      el(
        'p',
        {},
        named && [el('a', { href: `/reps/${encodeURIComponent(one.repId)}` }, one.repName), ' · '],
        el('strong', {}, t('practice.falls', { skill: label('skill', one.skill) })),
        ' ',
        t('practice.falls.numbers', { before: sure(one.before), after: sure(one.after), n: one.after.n }),
      ),
      el(
        'p',
        { className: 'small' },
        t('practice.falls.calls'),
        ' ',
        one.calls.slice(0, 4).map((call, i) => [
          i > 0 && ' · ',
          el('a', { href: callPage(call.callId) }, `${call.customer || day(call.startedAt)} (${Math.round(call.score)})`),
        ]),
      ),
    ),
  );
}

const sure = ({ score, band }) =>
  t('practice.score', { score: Math.round(score), low: Math.round(band.low), high: Math.round(band.high) });

function card(id, one, again) {
  return el(
    'article',
    { className: 'card practice' },
    el(
      'header',
      {},
      el('span', { className: 'swatch', data: { step: step(one.score) } }, Math.round(one.score)),
      el(
        'div',
        {},
        el('h3', {}, label('skill', one.skill)),
        el('p', { className: 'muted' }, one.reason, SPACE, t('practice.band', { low: Math.round(one.band.low), high: Math.round(one.band.high) })),
      ),
    ),
    one.status !== 'proposed' &&
      el(
        'p',
        { className: 'practice-status' },
        icon('check'),
        one.status === 'accepted' ? t('practice.accepted', { day: day(one.decidedAt) }) : t('practice.edited'),
      ),
    el('ol', { className: 'steps' }, one.steps.map((each) => exerciseStep(one, each))),
    (one.wrongClips > 0 || one.wrongTalkTracks > 0) &&
      el('p', { className: 'muted small' }, t('practice.left-out', { clips: one.wrongClips, tracks: one.wrongTalkTracks })),
    actions(id, one, again),
  );
}

function exerciseStep(one, { kind, minutes }) {
  const parts = {
    'own-clip': () => moment(one.clip),
    example: () => moment(one.example, true),
    'talk-track': () => track(one.talkTrack),
    rehearse: () => null,
    task: () => el('p', { className: one.ownTask ? 'task own' : 'task' }, one.task),
  };
  return el(
    'li',
    {},
    el('h4', {}, t(`practice.step.${kind}`), ' ', el('small', { className: 'muted' }, t('practice.minutes', { n: minutes }))),
    parts[kind](),
  );
}

/** A clip with the lines around it. */
export function moment(one, named = false) {
  return el(
    'blockquote',
    { className: 'said', lang: one.language === 'zh' ? 'zh-CN' : 'en' },
    named && el('p', { className: 'said-head' }, one.repName),
    one.lines.map(({ speaker, text }) =>
      el('p', { className: `line ${speaker}` }, el('small', { className: 'muted' }, label('speaker', speaker)), ' ', text),
    ),
    el(
      'p',
      { className: 'said-foot' },
      known(one.startSeconds) && clip(one),
      el('a', { href: callPage(one.callId, one.utteranceId) }, t('evidence.open')),
    ),
  );
}

function track(one) {
  return el(
    'div',
    { className: 'track' },
    el('p', { className: 'track-title' }, one.title),
    el('p', { className: 'script' }, script(one.text)),
    el('p', { className: 'source' }, icon('check'), t('suggestion.talk-track')),
  );
}

/** What stays as it is, so that a later change of the ranking does not swap the exercise. */
export function chosen(one) {
  return {
    task: one.ownTask ? one.task : undefined,
    clipId: one.clip?.utteranceId,
    exampleId: one.example?.utteranceId,
    talkTrackId: one.talkTrack?.id,
  };
}

export const decisions = (id, skill) => `/api/reps/${encodeURIComponent(id)}/recommendations/${skill}/decisions`;

function actions(id, one, again) {
  const path = decisions(id, one.skill);
  const name = label('skill', one.skill);
  const accept = el('button', { type: 'button', className: 'primary' }, t('practice.accept'));
  const row = el(
    'p',
    { className: 'actions' },
    one.status !== 'accepted' && accept,
    el('button', { type: 'button', 'aria-label': t('practice.edit.of', { skill: name }), onclick: () => decide(path, one, again) }, t('practice.edit')),
    el('button', { type: 'button', className: 'quiet', 'aria-label': t('practice.dismiss.of', { skill: name }), onclick: () => dismiss(path, one, again) }, t('practice.dismiss')),
    one.status !== 'proposed' &&
      el('button', { type: 'button', className: 'quiet', onclick: () => work(row, again, () => remove(`${path}/newest`)) }, t('labels.take-back')),
  );
  accept.addEventListener('click', () => work(row, again, () => post(path, { decision: 'accepted', ...chosen(one) })));
  return row;
}

async function work(row, again, send) {
  row.querySelectorAll('button').forEach((button) => (button.disabled = true));
  try {
    await send();
    await again();
  } catch (problem) {
    failed(row, problem, again);
  }
}

function heldBack(id, one, again) {
  const why = { skill: label('skill', one.skill), reason: t(`practice.reason.${one.why}`), day: day(one.dismissedAt) };
  const row = el(
    'li',
    {},
    t('practice.held', why),
    one.note && ` “${one.note}”`,
    SPACE,
    one.until && t('practice.held.until', { day: day(one.until) }),
    known(one.bandMustLieUnder) &&
      t('practice.held.band', { low: Math.round(one.band.low), high: Math.round(one.band.high), under: Math.round(one.bandMustLieUnder) }),
    ' ',
    el(
      'button',
      { type: 'button', className: 'quiet small', 'aria-label': t('practice.show-again.of', why), onclick: () => work(row, again, () => remove(`${decisions(id, one.skill)}/newest`)) },
      t('practice.show-again'),
    ),
  );
  return row;
}

function followUp(one) {
  return el(
    'li',
    {},
    el('strong', {}, label('skill', one.skill)),
    ' ',
    el('span', { className: `mark ${one.verdict}` }, t(`practice.verdict.${one.verdict}`)),
    el(
      'p',
      { className: 'small muted' },
      t('practice.since', { day: day(one.acceptedAt) }),
      SPACE,
      one.before.n > 0 && t('practice.before', { score: sure(one.before), n: one.before.n }),
      SPACE,
      one.after.n > 0 ? t('practice.after', { score: sure(one.after), n: one.after.n }) : t('practice.after.none'),
      SPACE,
      one.verdict === 'not-moved' && t('practice.visible', { points: Math.round(one.smallestVisible) }),
    ),
  );
}

/** Whom to coach on what, on a team's page. */
export function coaching(team, weeks, quietly = false) {
  return show(
    place('coach'),
    () => get(link(`/api/teams/${encodeURIComponent(team)}/coaching`, { weeks })),
    drawCoaching,
    3,
    quietly,
  );
}

function drawCoaching(found, element) {
  if (!found.items.length && !found.warnings.length) return;
  element.append(el('h2', {}, t('team.coach')), el('p', { className: 'lead' }, t('team.coach.lead')));
  element.append(...found.warnings.map((one) => warning(one, true)));
  element.append(el('ol', { className: 'coach-list' }, found.items.map(turn)));
}

function turn(one) {
  return el(
    'li',
    { className: 'card' },
    el('span', { className: 'swatch', data: { step: step(one.score) } }, Math.round(one.score)),
    el(
      'div',
      {},
      el(
        'p',
        {},
        el('a', { href: `/reps/${encodeURIComponent(one.repId)}#practise` }, el('strong', {}, one.repName)),
        ` · ${label('skill', one.skill)}`,
      ),
      el('p', { className: 'muted small' }, one.reason),
      one.clip && moment(one.clip),
    ),
  );
}
