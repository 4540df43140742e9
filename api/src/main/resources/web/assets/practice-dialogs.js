import { post } from './api.js';
import { ask, field, saving, select } from './dialog.js';
import { el, fill } from './dom.js';
import { label, t } from './words.js';

const REASONS = ['already-good', 'not-now', 'not-relevant', 'wrong-clip', 'wrong-talk-track', 'other'];

const excerpt = ({ repName, customer, lines }, named) =>
  `${named ? repName : customer} · ${lines[0].text.slice(0, 60)}`;

/** Other words, another clip, another talk track. */
export function decide(path, one, done) {
  const clips = (first, others, named) => [first, ...others].filter(Boolean).map((each) => [each.utteranceId, excerpt(each, named)]);
  const own = clips(one.clip, one.otherClips);
  const examples = clips(one.example, one.otherExamples, true);
  const tracks = [one.talkTrack, ...one.otherTalkTracks].filter(Boolean).map((each) => [each.id, each.title]);
  ask(
    { title: t('practice.edit.title', { skill: label('skill', one.skill) }) },
    [
      field(t('practice.step.task'), el('textarea', { name: 'task', rows: 4, maxlength: 500 }, one.task)),
      own.length > 0 && field(t('practice.step.own-clip'), select('clipId', own)),
      examples.length > 0 && field(t('practice.step.example'), select('exampleId', examples)),
      tracks.length > 0 && field(t('practice.step.talk-track'), select('talkTrackId', tracks)),
    ],
    (said) => {
      const task = said.get('task').trim();
      return post(path, {
        decision: one.status === 'accepted' ? 'accepted' : 'edited',
        task: task && (one.ownTask || task !== one.task) ? task : undefined,
        clipId: said.get('clipId') ?? undefined,
        exampleId: said.get('exampleId') ?? undefined,
        talkTrackId: said.get('talkTrackId') ?? undefined,
      });
    },
    done,
  );
}

/** Not this, and why: the ranking learns from it. */
export function dismiss(path, one, done) {
  const reasons = REASONS.filter(
    (reason) => (reason !== 'wrong-clip' || one.clip || one.example) && (reason !== 'wrong-talk-track' || one.talkTrack),
  );
  const moments = [
    one.clip && ['clipId', t('practice.step.own-clip')],
    one.example && ['exampleId', t('practice.step.example')],
  ].filter(Boolean);
  const which = field(t('practice.which-clip'), select('which', moments));
  const why = select('reason', reasons.map((reason) => [reason, t(`practice.reason.${reason}`)]));
  const effect = el('p', { className: 'muted small', role: 'status' });
  const explain = () => {
    which.hidden = why.value !== 'wrong-clip';
    fill(effect, t(`practice.effect.${why.value}`));
  };
  why.addEventListener('change', explain);
  explain();
  ask(
    { title: t('practice.dismiss.of', { skill: label('skill', one.skill) }), save: saving(t('practice.dismiss')) },
    [field(t('practice.why'), why), which, effect, field(t('practice.note'), el('input', { name: 'note', maxlength: 500 }))],
    (said) => {
      const clip = said.get('reason') === 'wrong-clip' ? said.get('which') : '';
      return post(path, {
        decision: 'dismissed',
        reason: said.get('reason'),
        note: said.get('note'),
        clipId: clip === 'clipId' ? one.clip.utteranceId : undefined,
        exampleId: clip === 'exampleId' ? one.example.utteranceId : undefined,
        talkTrackId: said.get('reason') === 'wrong-talk-track' ? one.talkTrack.id : undefined,
      });
    },
    done,
  );
}
