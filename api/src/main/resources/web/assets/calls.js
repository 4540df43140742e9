import { callPath, follow, get, items } from './api.js';
import { callList } from './call-list.js';
import { el, fill } from './dom.js';
import { asked, choice, frame, heading, place, remember, title } from './frame.js';
import { modelOffers } from './models.js';
import { empty, failed, loading } from './states.js';
import { t } from './words.js';
import { uploadForm } from './upload.js';

const STATUSES = ['queued', 'decoding', 'transcribing', 'analysing', 'analysed', 'failed'];
const chosen = { team: asked('team'), rep: asked('rep'), status: asked('status') };
let list = null; // what is on the page, or null while there is no list
let reading = 0; // number of the newest request: the answers of older ones are dropped

frame('calls');
title(t('calls.title'));
heading(place('heading'), t('calls.title'), t('calls.live'));
const people = get('/api/reps').then(items, () => []);
const teams = get('/api/teams').then(items, () => []);
uploadForm(place('upload'), people, teams, fetchOne);
modelOffers(place('models')).then(() => {
  choices(); // on a phone they stand below the offers, which would push them away
  read();
});
follow(news, (first) => (!first || place('calls').querySelector('progress')) && read());

async function choices() {
  const [reps, groups] = await Promise.all([people, teams]);
  const change = (name) => (value) => {
    chosen[name] = value;
    remember(chosen);
    read();
  };
  const named = (things) => things.map((thing) => [thing.id, thing.name]);
  fill(
    place('choices'),
    choice(t('calls.rep'), [['', t('calls.all-reps')], ...named(reps)], chosen.rep, change('rep')),
    groups.length > 1 &&
      choice(t('calls.team'), [['', t('calls.all-teams')], ...named(groups)], chosen.team, change('team')),
    choice(
      t('calls.status'),
      [['', t('calls.all-statuses')], ...STATUSES.map((id) => [id, t(`status.${id}`)])],
      chosen.status,
      change('status'),
    ),
  );
}

async function read() {
  const mine = ++reading;
  if (!list) loading(place('calls'), 8);
  try {
    const page = await get('/api/calls', { ...chosen, limit: 50 });
    if (mine === reading) draw(page);
  } catch (problem) {
    if (mine !== reading) return;
    list = null;
    failed(place('calls'), problem, read);
  }
}

function draw(page) {
  const found = items(page);
  if (!found.length) {
    list = null;
    nothing();
    return;
  }
  list = callList(found);
  fill(place('calls'), list.element, page.next && more(page.next));
}

function nothing() {
  if (!Object.values(chosen).some(Boolean)) {
    empty(place('calls'), t('calls.empty'), t('calls.empty.action'));
    return;
  }
  empty(place('calls'), t('calls.none'), el('a', { href: '/calls' }, t('calls.none.action')));
}

function more(cursor) {
  let next = cursor;
  const button = el('button', { type: 'button', className: 'wide' }, t('state.more'));
  button.addEventListener('click', async () => {
    button.disabled = true;
    try {
      const page = await get('/api/calls', { ...chosen, limit: 50, cursor: next });
      list.add(items(page));
      next = page.next;
      if (!next) button.remove();
    } catch (problem) {
      button.textContent = `${problem.title} ${t('state.retry')}`;
    }
    button.disabled = false;
  });
  return button;
}

/** A live event: progress redraws the line, an end or a new call is asked for in full. */
function news(event) {
  const ended = event.status === 'analysed' || event.status === 'failed';
  if (list?.has(event.id) && !ended) list.news(event);
  else if (list?.has(event.id) || fits(event)) fetchOne(event.id);
}

function fits(event) {
  return !chosen.team && (!chosen.rep || chosen.rep === event.repId) && (!chosen.status || chosen.status === event.status);
}

async function fetchOne(id) {
  const call = await get(callPath(id)).catch(() => null); // Deleted meanwhile: nothing to show.
  if (!call) return;
  if (list) list.put(call, true);
  else draw({ items: [call] });
}
