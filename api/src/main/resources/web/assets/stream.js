import { parse, Problem } from './api.js';

/**
 * Asks, and hands on the answer piece by piece as it comes; what was withdrawn is not the answer.
 *
 * @returns the whole reply
 */
export async function askInPieces(body, { onpiece, onwithdrawn }, signal) {
  let response;
  try {
    response = await fetch('/api/chat', {
      method: 'POST',
      credentials: 'same-origin',
      headers: { Accept: 'text/event-stream', 'Content-Type': 'application/json' },
      body: JSON.stringify(body),
      signal,
    });
    if (!response.ok) throw Problem.of(response.status, parse(await response.text()));
    for await (const event of events(response.body)) {
      if (event.name === 'token') onpiece(event.data.text);
      if (event.name === 'withdrawn') onwithdrawn();
      if (event.name === 'done') return event.data;
      if (event.name === 'problem') throw Problem.of(event.data.status, event.data);
    }
  } catch (cause) {
    if (cause instanceof Problem || cause.name === 'AbortError') throw cause;
    throw Object.assign(Problem.unreachable(), { cause });
  }
  throw Problem.unreachable(); // It broke off before its end.
}

/** Server-sent events of a body; the browser's own reader of them cannot send a question. */
async function* events(body) {
  const reader = body.pipeThrough(new TextDecoderStream()).getReader();
  let waiting = '';
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return;
    waiting += value;
    const blocks = waiting.split(/\r?\n\r?\n/);
    waiting = blocks.pop();
    for (const block of blocks) {
      const lines = block.split(/\r?\n/);
      const of = (field) =>
        lines
          .filter((line) => line.startsWith(`${field}:`))
          .map((line) => line.slice(field.length + 1).trim())
          .join('\n');
      if (of('event')) yield { name: of('event'), data: parse(of('data')) ?? {} };
    }
  }
}
