import { get, post } from './api.js';
import { el, fill } from './dom.js';
import { known, number, percent } from './format.js';
import { explanation } from './states.js';
import { t } from './words.js';

const LOOK_EVERY = 1000; // milliseconds, while a model is being installed

/**
 * Offers the fitting speech model for every language that has only the starter or nothing; nothing
 * when all have one. What is being installed shows how far it is, on whichever page one looks.
 *
 * @param only a language: its offer alone
 * @param onready hears that a model was installed
 * @returns a promise of its first being drawn, for what would be pushed away by it
 */
export function modelOffers(place, only, onready = () => {}) {
  let mine = ''; // the model that was asked for on this page
  let mistake = null; // why the server refused to begin

  async function look() {
    try {
      draw(await get('/api/speech-models'));
    } catch {
      fill(place); // Without an answer there is nothing to offer; the page says elsewhere what is wrong.
    }
  }

  function draw(models) {
    const now = models.installation;
    const working = now && !now.ended;
    const wanting = models.languages.filter((one) => one.offer && (!only || one.language === only));
    const done = now?.ended && !now.problem && now.name === mine;
    fill(
      place,
      (wanting.length > 0 || done) &&
        el(
          'div',
          { className: 'models', 'aria-live': 'polite' },
          done && el('p', { className: 'good' }, t('models.done', { name: now.name })),
          wanting.map((one) => offer(one, now, working)),
        ),
    );
    if (working) setTimeout(look, LOOK_EVERY);
    else if (done) {
      mine = '';
      onready();
    }
  }

  function offer({ language, offer: model, flaw }, now, working) {
    const named = { language: t(`language.${language}`) };
    const state = flaw ? 'models.broken' : language === 'en' ? 'models.starter' : 'models.none';
    const here = now?.name === model.name;
    return el(
      'section',
      { className: 'model' },
      el('p', {}, t(state, named)),
      flaw && el('p', { className: 'muted', lang: 'en' }, flaw),
      here && working ? progress(now) : button(model, working),
      here && now.ended && now.problem && el('div', { className: 'bad', role: 'alert', lang: 'en' }, now.problem),
      mistake?.name === model.name && el('div', { className: 'bad', role: 'alert' }, explanation(mistake.problem)),
      el(
        'details',
        {},
        el('summary', {}, model.name),
        el('p', {}, t('models.licence', { licence: model.licence })),
        el('p', {}, model.wordErrorRate ? t('models.error-rate', { rates: model.wordErrorRate }) : t('models.no-error-rate')),
        el('p', {}, t(model.verified ? 'models.verified' : 'models.unverified')),
        el('p', {}, t('models.command'), ' ', el('code', {}, model.command)),
      ),
    );
  }

  function button(model, working) {
    const words = known(model.bytes) ? t('models.install', { size: size(model.bytes) }) : t('models.install.unsized');
    return el(
      'button',
      { type: 'button', disabled: Boolean(working), onclick: () => begin(model) },
      words,
    );
  }

  async function begin(model) {
    mine = model.name;
    mistake = null;
    try {
      draw(await post(`/api/speech-models/${encodeURIComponent(model.name)}/install`));
    } catch (problem) {
      mistake = { name: model.name, problem };
      look();
    }
  }

  return look();
}

function progress(now) {
  const share = now.total > 0 ? now.done / now.total : undefined;
  return el(
    'div',
    { className: 'model-progress' },
    el('progress', { max: 1, value: share }),
    el('small', {}, t(`models.step.${now.step ?? 'downloading'}`), share !== undefined && ` ${percent(share)}`),
  );
}

function size(bytes) {
  return bytes >= 1e9 ? `${number(bytes / 1e9, 1)} GB` : `${number(bytes / 1e6)} MB`;
}
