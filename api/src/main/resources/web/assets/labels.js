/** The closed sets of labels that pages offer or go through, in the order in which they show them. */
export const SKILLS = [
  'opening',
  'situation-economy',
  'problem-discovery',
  'implication-depth',
  'need-payoff',
  'solution-match',
  'listening',
  'objection-handling',
  'talk-track-adherence',
  'emotional-control',
  'clear-next-step',
];
export const QUESTIONS = ['situation', 'problem', 'implication', 'need-payoff', 'check', 'closing', 'rapport'];
export const SPIN = QUESTIONS.slice(0, 4);
export const OBJECTIONS = ['price', 'timing', 'authority', 'need', 'trust', 'competitor', 'fit', 'contract'];
export const NEEDS = ['implied', 'explicit'];
export const DEPTHS = ['situation', 'problem', 'implication', 'explicit-need'];
export const SENTIMENTS = ['positive', 'neutral', 'negative'];
export const PHASES = ['opening', 'discovery', 'presentation', 'objections', 'closing'];

/** How an objection is handled; a pause is measured, the other steps are heard in words. */
export const SPOKEN_STEPS = ['acknowledge', 'clarify', 'respond', 'confirm'];
export const STEPS = ['pause', ...SPOKEN_STEPS];

/** Faults that are heard in words; the others are measured. */
export const SPOKEN_FAULTS = ['argues', 'discounts-at-once', 'ignores', 'dismisses', 'claims-without-support', 'pressures', 'gives-up'];
