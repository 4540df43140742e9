import { t } from './words.js';

/** A language model as it is named beside its words; one elsewhere comes as "model @ host". */
export function modelWords(model) {
  if (!model) return t('language-model.unnamed');
  return model.includes(' @ ') ? t('language-model.remote', { model }) : model;
}
