import { OBJECTIONS, PHASES, QUESTIONS } from './labels.js';
import { label, t } from './words.js';

export const STATUSES = ['draft', 'approved', 'retired'];
export const LANGUAGES = [
  ['en', 'English'],
  ['zh', '中文'],
];

/** The words of a label of the family, in pairs for a select. */
export const options = (family, ids) => ids.map((id) => [id, label(family, id)]);

const situation = (track) => track.situation ?? {};

/**
 * What there is in the library. A field's `kind` is how it is written: a line, a text, lines of
 * their own, a choice or a yes; `read` takes it from the record.
 */
export const KINDS = {
  tracks: {
    path: '/api/talk-tracks',
    lead: 'library.lead',
    chips: (track) => [
      situation(track).objection && label('objection', situation(track).objection),
      situation(track).questionType && t('library.question.of', { type: label('question', situation(track).questionType) }),
      situation(track).phase && label('phase', situation(track).phase),
      situation(track).product,
      situation(track).industry,
      situation(track).general && t('library.general'),
    ],
    filters: [
      ['objection', 'library.field.objection', () => options('objection', OBJECTIONS)],
      ['question', 'library.field.question', () => options('question', QUESTIONS)],
    ],
    fields: [
      { name: 'language', kind: 'choice', choices: () => LANGUAGES, needed: true },
      { name: 'objection', kind: 'choice', choices: () => options('objection', OBJECTIONS), read: (track) => situation(track).objection },
      { name: 'questionType', kind: 'choice', choices: () => options('question', QUESTIONS), read: (track) => situation(track).questionType },
      { name: 'phase', kind: 'choice', choices: () => options('phase', PHASES), hint: 'library.phase.hint', read: (track) => situation(track).phase },
      { name: 'product', kind: 'line', hint: 'library.narrow.hint', read: (track) => situation(track).product },
      { name: 'industry', kind: 'line', hint: 'library.narrow.hint', read: (track) => situation(track).industry },
      { name: 'general', kind: 'yes', read: (track) => situation(track).general },
      { name: 'title', kind: 'line', needed: true },
      { name: 'text', kind: 'text', needed: true, hint: 'library.blank.hint', shown: 'script' },
      { name: 'nextQuestion', kind: 'text', shown: 'script' },
      { name: 'why', kind: 'text', shown: 'text' },
      { name: 'keywords', kind: 'lines', hint: 'library.keywords.hint', shown: 'lines' },
    ],
  },
  cases: {
    path: '/api/cases',
    lead: 'library.cases.lead',
    chips: (story) => [story.industry, story.example && t('library.example')],
    filters: [],
    fields: [
      { name: 'language', kind: 'choice', choices: () => LANGUAGES, needed: true },
      { name: 'title', kind: 'line', needed: true },
      { name: 'industry', kind: 'line' },
      { name: 'customer', kind: 'text', needed: true, shown: 'text' },
      { name: 'decisionChain', kind: 'text', shown: 'text' },
      { name: 'problem', kind: 'text', needed: true, shown: 'text' },
      { name: 'valueShown', kind: 'text', needed: true, shown: 'text' },
      { name: 'outcome', kind: 'text', needed: true, shown: 'text' },
      { name: 'document', kind: 'line', shown: 'text' },
      { name: 'sources', kind: 'lines', hint: 'library.sources.hint', read: (story) => story.sources?.map((one) => one.utteranceId) },
    ],
  },
};

export const read = (field, record) => (field.read ? field.read(record) : record[field.name]);

/** The state, who made this version and when; in colour only what is suggested. */
export const statusClass = (status) => (status === 'approved' ? 'chip positive' : status === 'draft' ? 'chip objection' : 'chip');
