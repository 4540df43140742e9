import { el } from './dom.js';
import { known } from './format.js';
import { SPACE, label, t } from './words.js';

const aroused = (speaker) => (one) => one.speaker === speaker && known(one.voiceMeasures?.arousal);

/** What voice and words together show, where the voice may be read for it. */
export function emotionChip({ emotion }) {
  return emotion && el('span', { className: `chip emotion ${emotion}`, title: t('emotion.about') }, label('emotion', emotion));
}

/** For a recording, whether voices were read for emotion, and why that is off or on. */
export function voiceNote(utterances) {
  if (!utterances.some((one) => known(one.voiceMeasures?.loudnessDecibels))) return null;
  const state = utterances.some(aroused('rep')) ? 'both' : utterances.some(aroused('customer')) ? 'customer' : 'off';
  return el(
    'details',
    { className: 'voice-note muted small' },
    el('summary', {}, t(`emotion.voice.${state}`)),
    el('p', {}, t(state === 'off' ? 'emotion.voice.off.detail' : 'emotion.voice.on.detail'), SPACE, t('emotion.voice.law')),
  );
}

/** What a skill that could use the voice was judged by in these utterances. */
export function judgedBy(skill, evidence) {
  if (skill !== 'emotional-control') return '';
  return t(evidence.some(aroused('rep')) ? 'emotion.judged.voice' : 'emotion.judged.words');
}
