import { language, maybe, t } from './words.js';

/** Of these, the pages' words tell all that the server's detail, which is English, does. */
const TOLD_IN_FULL = ['too-many-questions', 'too-many-at-once', 'conversation-full', 'too-long'];

/** An answer that is no success: a sentence for people and what to do about it. */
export class Problem extends Error {
  constructor(status, title, detail, action) {
    super(detail || title);
    this.status = status;
    this.title = title;
    this.detail = detail;
    this.action = action;
  }

  static unreachable() {
    return new Problem(0, t('problem.unreachable'), '', t('problem.unreachable.action'));
  }

  /**
   * Reads an RFC 9457 problem document, or makes one of a bare status. Its title and action are for
   * programs, and in English: people get this page's words for its type, and the detail.
   */
  static of(status, body) {
    if (status === 401 || status === 403) {
      return new Problem(status, t('problem.signed-out'), '', t('problem.signed-out.action'));
    }
    const given = body ?? {};
    const kind = String(given.type ?? '').replace(/^urn:talktrack:problem:/, '');
    return new Problem(
      status,
      maybe(`problem.${kind}`) || t(status === 404 ? 'problem.missing' : 'problem.server', { status }),
      language === 'zh' && TOLD_IN_FULL.includes(kind) ? '' : (given.detail ?? ''),
      maybe(`problem.${kind}.action`) || t('problem.try-again'),
    );
  }
}

/** Sends a request with options of `fetch`; the answer's JSON, or a problem thrown. */
export async function send(path, options) {
  let response;
  try {
    response = await fetch(path, { credentials: 'same-origin', ...options });
  } catch (cause) {
    throw Object.assign(Problem.unreachable(), { cause });
  }
  const text = await response.text();
  const body = parse(text);
  if (!response.ok) throw Problem.of(response.status, body);
  return body;
}

export function parse(text) {
  try {
    return JSON.parse(text);
  } catch {
    return null; // No JSON: an empty answer, or a proxy's own page.
  }
}

/** A path with those parameters that have a value. */
export function link(path, parameters) {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(parameters)) {
    if (value !== undefined && value !== null && value !== '') query.set(name, value);
  }
  return query.size ? `${path}?${query}` : path;
}

export function get(path, parameters = {}) {
  return send(link(path, parameters), { headers: { Accept: 'application/json', 'Accept-Language': language } });
}

export function post(path, body) {
  return write('POST', path, body);
}

/** Puts this in the place of what the sender saw; the body says which version that was. */
export function put(path, body) {
  return write('PUT', path, body);
}

export function patch(path, body) {
  return write('PATCH', path, body);
}

function write(method, path, body) {
  return send(path, {
    method,
    headers: { Accept: 'application/json', 'Content-Type': 'application/json' },
    body: JSON.stringify(body ?? {}),
  });
}

/** Sends a file's text. */
export function postText(path, text) {
  return send(path, {
    method: 'POST',
    headers: { Accept: 'application/json', 'Content-Type': 'text/plain; charset=utf-8' },
    body: text,
  });
}

export function remove(path) {
  return send(path, { method: 'DELETE' });
}

/** The items of a list, which is an array or `{items, next}`. */
export function items(list) {
  return Array.isArray(list) ? list : (list?.items ?? []);
}

export const callPath = (id) => `/api/calls/${encodeURIComponent(id)}`;

/** The page of a document, opened at a passage in the version that was cited. */
export function passagePage({ documentId, version, number }) {
  return `/documents/${encodeURIComponent(documentId)}?version=${version}#passage-${number}`;
}

/** The page of a call, opened at an utterance when one is named. */
export function callPage(callId, utteranceId) {
  const page = `/calls/${encodeURIComponent(callId)}`;
  return utteranceId ? `${page}#u=${encodeURIComponent(utteranceId)}` : page;
}

/**
 * Calls back for every live event of a call, and whenever the stream begins: `onopen(first)`. What
 * happened before that was not heard.
 */
export function follow(onevent, onopen) {
  return listen('call', onevent, onopen);
}

/** Calls back when heatmaps have changed; a burst of changes is one. */
export function followHeatmaps(onchange) {
  let waiting = 0;
  const soon = () => {
    clearTimeout(waiting);
    waiting = setTimeout(onchange, 1500);
  };
  return listen('rep-week', soon, (first) => first || soon());
}

function listen(name, onevent, onopen) {
  const source = new EventSource('/api/events');
  let first = true;
  source.addEventListener(name, (event) => {
    const body = parse(event.data);
    if (body) onevent(body);
  });
  source.addEventListener('open', () => {
    onopen(first);
    first = false;
  });
  addEventListener('pagehide', () => source.close());
  return source;
}
