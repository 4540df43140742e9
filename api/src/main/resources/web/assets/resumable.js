import { parse, Problem } from './api.js';
import { t } from './words.js';

const KEY = 'talktrack.unfinished.';
const LONGEST_PAUSE_MS = 30_000;
const SILENT_MS = 60_000;
const OFFERED = 8; // tries with a server that answers, but cannot

/**
 * Sends a form's file and fields by the tus protocol 1.0.0: after a lost network it goes on where
 * the server stands, after a closed page with the next choice of the same file. Gives the call's id.
 *
 * @param onprogress hears the share that has arrived, 0…1, and whether the server is out of reach
 */
export async function resumable(form, onprogress) {
  const file = form.get('file');
  const told = [...form].filter(([name]) => name !== 'file');
  const key = KEY + (await digest(JSON.stringify([file.name, file.size, file.lastModified, told])));
  let place = recall(key);
  let offset = place ? null : 0; // null: only the server knows
  let share = 0;
  let pause = 1000;
  let refused = 0;
  while (true) {
    try {
      if (!place) {
        place = await begin(file, told);
        keep(key, place);
      }
      const answer =
        offset === null
          ? await ask(place)
          : await append(place, file, offset, (sent) => {
              share = sent / file.size;
              onprogress(share, false);
            });
      offset = answer.offset;
      share = offset / file.size;
      pause = 1000;
      onprogress(share, false);
      if (answer.call) {
        forget(key);
        return answer.call;
      }
    } catch (failure) {
      if (place && failure.status === 404) {
        forget(key); // It has expired there, or was finished long ago: begin anew.
        place = null;
        offset = 0;
        continue;
      }
      const busy = failure.status >= 500 && failure.status !== 507;
      if (busy && ++refused > OFFERED) throw failure;
      if (failure.status && failure.status !== 409 && !busy) throw failure;
      if (failure.status === 0 && place && !(await readable(file)) && (await answers(place))) throw new Problem(0, t('upload.changed'), '', t('upload.changed.action'));
      offset = place ? null : 0;
      if (failure.status === 0) onprogress(share, true);
      await waited(pause);
      pause = Math.min(2 * pause, LONGEST_PAUSE_MS);
    }
  }
}

async function begin(file, told) {
  const words = [['filename', file.name], ...told].map(([name, value]) => `${name} ${base64(value)}`);
  const answer = await request('POST', '/api/uploads', { 'Upload-Length': file.size, 'Upload-Metadata': words.join(',') });
  return answer.getResponseHeader('Location');
}

async function ask(place) {
  return state(await request('HEAD', place, {}));
}

/** A file on a network that is gone comes back with it; only while the server is there is it the file's fault. */
async function answers(place) {
  try {
    await ask(place);
    return true;
  } catch (failure) {
    return failure.status > 0;
  }
}

async function append(place, file, offset, onsent) {
  const headers = { 'Upload-Offset': offset, 'Content-Type': 'application/offset+octet-stream' };
  return state(await request('PATCH', place, headers, file.slice(offset), (sent) => onsent(offset + sent)));
}

function state(answer) {
  return {
    offset: Number(answer.getResponseHeader('Upload-Offset')),
    call: answer.getResponseHeader('Talktrack-Call'),
  };
}

/** fetch does not report how much has been sent. A connection on which nothing moves is given up. */
function request(method, path, headers, body, onsent = () => {}) {
  return new Promise((resolve, reject) => {
    const sending = new XMLHttpRequest();
    let silence = 0;
    const alive = () => {
      clearTimeout(silence);
      silence = setTimeout(() => sending.abort(), SILENT_MS);
    };
    const lost = () => reject(Problem.unreachable());
    sending.open(method, path);
    sending.setRequestHeader('Accept', 'application/json');
    sending.setRequestHeader('Tus-Resumable', '1.0.0');
    for (const [name, value] of Object.entries(headers)) sending.setRequestHeader(name, value);
    sending.upload.addEventListener('progress', (event) => {
      alive();
      onsent(event.loaded);
    });
    sending.upload.addEventListener('load', () => clearTimeout(silence)); // The server may take its time.
    sending.addEventListener('load', () => {
      if (sending.status >= 200 && sending.status < 300) resolve(sending);
      else reject(Problem.of(sending.status, parse(sending.responseText)));
    });
    sending.addEventListener('error', lost);
    sending.addEventListener('abort', lost);
    sending.addEventListener('loadend', () => clearTimeout(silence));
    alive();
    sending.send(body);
  });
}

/** Whether it is still what was chosen: to send one that is not fails as a lost network does. */
async function readable(file) {
  try {
    await file.slice(0, 1).arrayBuffer();
    return true;
  } catch {
    return false;
  }
}

/** A pause, which ends early when the network comes back. */
function waited(milliseconds) {
  return new Promise((resolve) => {
    const end = () => {
      clearTimeout(timer);
      removeEventListener('online', end);
      resolve();
    };
    const timer = setTimeout(end, milliseconds);
    addEventListener('online', end);
  });
}

/** What is kept of an unfinished upload in the browser names nobody. */
async function digest(text) {
  const hash = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return [...new Uint8Array(hash)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

function base64(text) {
  return btoa(String.fromCharCode(...new TextEncoder().encode(text)));
}

function recall(key) {
  try {
    return localStorage.getItem(key);
  } catch {
    return null; // Storage is off: it can be resumed while the page is open.
  }
}

function keep(key, place) {
  try {
    localStorage.setItem(key, place);
  } catch {
    // Storage is off or full: it can be resumed while the page is open.
  }
}

function forget(key) {
  try {
    localStorage.removeItem(key);
  } catch {
    // Storage is off: there is nothing to forget.
  }
}
