import { get, items, post, remove } from './api.js';
import { chips } from './chips.js';
import { courseOfCall } from './course.js';
import { sure } from './dialog.js';
import { el, fill, icon } from './dom.js';
import { asked, choice, frame, heading, place, remember, title } from './frame.js';
import { modelWords } from './language-model.js';
import { needs } from './needs.js';
import { objections } from './objections.js';
import { chances, history } from './role-play-history.js';
import { skills } from './skills.js';
import { explanation } from './states.js';
import { label, language, t } from './words.js';

const LONGEST = 1000;

frame('practice');
title(t('roleplay.title'));
heading(place('heading'), t('roleplay.title'), t('roleplay.lead'));
const area = place('practice');
let repId = asked('rep');
if (asked('call')) resume(asked('call'));
else choose();

/** The call that the address names, as after a reload; where it does not go on, a new one. */
async function resume(id) {
  try {
    talk(await get(`/api/role-plays/${encodeURIComponent(id)}`));
  } catch (problem) {
    console.warn(problem);
    choose();
  }
}

/** Whom to practise with, and as whom. */
async function choose() {
  remember({ call: '' });
  fill(area, el('p', { className: 'muted' }, t('roleplay.loading')));
  try {
    const [scenarios, reps] = await Promise.all([get('/api/role-plays/scenarios'), get('/api/reps').catch(() => [])]);
    const people = items(reps);
    const past = el('div', {});
    fill(
      area,
      people.length > 0 &&
        choice(
          t('roleplay.as'),
          [['', t('roleplay.as.nobody')], ...people.map((rep) => [rep.repId ?? rep.id, rep.name])],
          repId,
          (chosen) => {
            repId = chosen;
            remember({ rep: chosen });
            history(past, repId);
          },
        ),
      ['en', 'zh']
        .sort((one) => (one === language ? -1 : 1))
        .map((tag) => customers(items(scenarios).filter((one) => one.language === tag), tag)),
      past,
    );
    history(past, repId);
  } catch (problem) {
    fill(area, el('div', { className: 'bad', role: 'alert' }, explanation(problem)));
  }
}

function customers(scenarios, tag) {
  if (!scenarios.length) return null;
  return el(
    'section',
    { className: 'customers' },
    el('h2', {}, t(`roleplay.in.${tag}`)),
    el(
      'ul',
      {},
      scenarios.map((one) =>
        el(
          'li',
          { className: 'card', lang: tag === 'zh' ? 'zh-CN' : 'en' },
          el('h3', {}, `${one.persona.name} · ${one.persona.role}`),
          el('p', { className: 'muted' }, one.persona.company),
          el('p', {}, one.brief),
          el(
            'button',
            { type: 'button', className: 'primary', onclick: (event) => begin(event.currentTarget, one) },
            icon('phone'),
            el('span', { lang: document.documentElement.lang }, t('roleplay.begin', { name: one.persona.name })),
          ),
        ),
      ),
    ),
  );
}

async function begin(button, scenario) {
  button.disabled = true;
  try {
    talk(await post('/api/role-plays', { scenarioId: scenario.id, repId }));
  } catch (problem) {
    button.disabled = false;
    button.after(el('div', { className: 'bad', role: 'alert' }, explanation(problem)));
  }
}

/** The call itself: what was said, and a field for what to say. */
function talk(call) {
  remember({ call: call.id });
  const lines = el('ol', { className: 'lines', 'aria-live': 'polite', lang: call.scenario.language === 'zh' ? 'zh-CN' : 'en' });
  const trouble = el('div', {});
  const words = el('textarea', {
    id: 'words',
    rows: 2,
    maxlength: LONGEST,
    onkeydown: (event) => {
      if (event.key === 'Enter' && !event.shiftKey && !event.isComposing) {
        event.preventDefault();
        form.requestSubmit();
      }
    },
  });
  const send = el('button', { type: 'submit', className: 'primary' }, icon('arrow'), t('roleplay.say'));
  const stop = el('button', { type: 'button', onclick: () => end(call, trouble) }, icon('stop'), t('roleplay.end'));
  const form = el(
    'form',
    { className: 'say' },
    trouble,
    el('label', { for: 'words' }, t('roleplay.label')),
    words,
    el('div', { className: 'buttons' }, send, stop),
  );
  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    const text = words.value.trim();
    if (!text || send.disabled) return;
    send.disabled = true;
    fill(trouble);
    try {
      call = await post(`/api/role-plays/${encodeURIComponent(call.id)}/lines`, { text });
      words.value = '';
      show(call);
    } catch (problem) {
      fill(trouble, el('div', { className: 'bad', role: 'alert' }, explanation(problem)));
    }
    send.disabled = false;
    if (!call.ended) words.focus();
  });
  fill(
    area,
    el(
      'section',
      { className: 'card brief', lang: call.scenario.language === 'zh' ? 'zh-CN' : 'en' },
      el('h2', {}, `${call.scenario.persona.name} · ${call.scenario.persona.role}, ${call.scenario.persona.company}`),
      el('p', {}, call.scenario.brief),
    ),
    el('p', { className: 'muted small' }, call.model ? t('roleplay.by-model', { model: modelWords(call.model) }) : t('roleplay.by-script')),
    lines,
    form,
  );
  show(call);
  words.focus();

  function show(now) {
    fill(
      lines,
      now.lines.map((line) =>
        el(
          'li',
          { className: line.speaker },
          el('span', { className: 'unseen' }, `${label('speaker', line.speaker)}: `),
          line.text,
        ),
      ),
    );
    lines.lastElementChild?.scrollIntoView({ block: 'nearest' });
    if (now.ended) end(now, trouble);
  }
}

async function end(call, trouble) {
  try {
    feedback(await post(`/api/role-plays/${encodeURIComponent(call.id)}/end`));
  } catch (problem) {
    fill(trouble, el('div', { className: 'bad', role: 'alert' }, explanation(problem)));
  }
}

/** How it went: the customer's side first, then what the readers of calls say. */
function feedback(done) {
  remember({ call: '' });
  const said = done.utterances.map(flat);
  const utterances = new Map(said.map((one) => [one.id, one]));
  const open = (id) => document.getElementById(`line-${id}`)?.scrollIntoView({ block: 'center' });
  const call = { ...done, commitment: null };
  fill(
    area,
    el(
      'section',
      { className: 'card outcome' },
      el('h2', {}, t('roleplay.over')),
      el('p', {}, t(`roleplay.end.${done.end}`, { name: done.scenario.persona.name })),
    ),
    chances(done),
    courseOfCall(call, said, open),
    skills(call, utterances, open),
    done.objections.length > 0 && objections(call, utterances, open),
    needs(call, utterances, open),
    el(
      'section',
      { className: 'card' },
      el('h2', {}, t('roleplay.said')),
      el('ol', { className: 'lines' }, said.map(line)),
    ),
    el(
      'p',
      { className: 'buttons' },
      el('button', { type: 'button', className: 'primary', onclick: choose }, icon('again'), t('roleplay.again')),
      el('button', { type: 'button', onclick: () => discard(done.id) }, icon('trash'), t('roleplay.delete')),
    ),
  );
  area.scrollIntoView({ block: 'start' });
}

/** An utterance as the parts of the call page read it. */
function flat(one, index) {
  const { question, objection, need, sentiment } = one;
  return {
    ...one,
    index,
    questionType: question?.label,
    questionScore: question?.score,
    objection: objection?.label,
    objectionScore: objection?.score,
    need: need?.label,
    needScore: need?.score,
    sentiment: sentiment?.label,
    sentimentScore: sentiment?.score,
  };
}

function line(one) {
  return el(
    'li',
    { className: one.speaker, id: `line-${one.id}` },
    el('span', { className: 'unseen' }, `${label('speaker', one.speaker)}: `),
    one.text,
    el('span', { className: 'chips', lang: document.documentElement.lang }, chips(one, true)),
  );
}

/** One that is gone already, from another tab say, is as good as deleted. */
async function deleted(id) {
  try {
    await remove(`/api/role-plays/${encodeURIComponent(id)}`);
  } catch (problem) {
    if (problem.status !== 404) throw problem;
  }
}

function discard(id) {
  sure(
    { title: t('roleplay.delete.title'), text: t('roleplay.delete.text'), yes: t('roleplay.delete.yes') },
    () => deleted(id),
    choose,
  );
}
