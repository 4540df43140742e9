/*
 * Talktrack's chat for any website:
 * <script src="https://talktrack.example/widget.js" data-key="…" data-language="auto" async></script>
 * Needs script-src and connect-src of that address where the website has a content security policy; styles are constructed,
 * so style-src needs nothing. Colours: --talktrack-accent, --talktrack-on-accent, --talktrack-background, --talktrack-text,
 * --talktrack-font and --talktrack-corner on the website's own :root.
 */
(() => {
  'use strict';
  const script = document.currentScript;
  const server = new URL(script.src).origin;
  const wanted = script.dataset.language ?? 'auto';
  const pages = wanted === 'auto' ? document.documentElement.lang || navigator.language || 'en' : wanted;
  const chinese = pages.toLowerCase().startsWith('zh');
  const WORDS = chinese
    ? {
        open: '提问',
        title: '有什么可以帮您？',
        close: '关闭',
        label: '您的问题',
        send: '发送',
        you: '您：',
        thinking: '正在查找……',
        understood: '理解为：',
        near: '最接近的段落（不是答案）',
        sources: '来源',
        busy: '提问太多，请稍候再试。',
        failed: '暂时无法回答，请稍后再试。',
      }
    : {
        open: 'Ask us',
        title: 'How can we help?',
        close: 'Close',
        label: 'Your question',
        send: 'Send',
        you: 'You: ',
        thinking: 'Looking it up…',
        understood: 'Understood as: ',
        near: 'Nearest passages, not an answer',
        sources: 'Sources',
        busy: 'Too many questions. Please wait a moment.',
        failed: 'There is no answer right now. Please try again later.',
      };

  const STYLES = `
    :host { all: initial; --accent: var(--talktrack-accent, #1f4e6b); --on-accent: var(--talktrack-on-accent, #fff);
      --back: var(--talktrack-background, #fff); --text: var(--talktrack-text, #1c2530);
      font: 400 16px/1.5 var(--talktrack-font, system-ui, sans-serif); color: var(--text); }
    * { box-sizing: border-box; }
    [hidden] { display: none !important; }
    button, textarea { font: inherit; color: inherit; border-radius: 8px; }
    button { cursor: pointer; min-height: 44px; padding: 0 16px; border: 1px solid transparent; }
    :focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
    .accent { background: var(--accent); color: var(--on-accent); }
    .open { position: fixed; right: 16px; bottom: 16px; z-index: 2147483000; border-radius: var(--talktrack-corner, 22px);
      box-shadow: 0 2px 12px rgb(0 0 0 / 0.25); }
    .panel { position: fixed; right: 16px; bottom: 16px; z-index: 2147483000; width: min(384px, calc(100vw - 32px));
      height: min(560px, calc(100dvh - 32px)); display: grid; grid-template-rows: auto 1fr auto; background: var(--back);
      border-radius: var(--talktrack-corner, 14px); box-shadow: 0 8px 40px rgb(0 0 0 / 0.3); overflow: hidden; }
    header { display: flex; justify-content: space-between; align-items: center; padding: 8px 8px 8px 16px; }
    h2 { margin: 0; font-size: 17px; }
    .close { background: none; }
    .talk { overflow-y: auto; padding: 8px 16px; overflow-wrap: anywhere; }
    .you { margin: 12px 0 8px 15%; padding: 8px 12px; border-radius: 12px; background: color-mix(in srgb, var(--accent) 14%, var(--back)); }
    .said { margin: 0 0 8px; white-space: pre-line; }
    .small { margin: 0 0 8px; font-size: 14px; }
    .source { margin: 0 0 4px; font-size: 14px; }
    summary { cursor: pointer; padding: 6px 0; font-size: 14px; }
    blockquote { margin: 0 0 8px; padding-left: 10px; border-left: 3px solid var(--accent); font-size: 14px; white-space: pre-line; }
    form { display: flex; gap: 8px; align-items: end; padding: 12px 16px 16px; border-top: 1px solid color-mix(in srgb, var(--text) 20%, var(--back)); }
    label { flex: 1; font-size: 14px; }
    textarea { width: 100%; margin-top: 4px; padding: 8px; resize: none; background: var(--back); border: 1px solid color-mix(in srgb, var(--text) 60%, var(--back)); }
    .unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
    @media (width < 480px) { .panel { inset: 0; width: auto; height: auto; border-radius: 0; } }
  `;

  const el = (tag, properties = {}, ...children) => {
    const element = document.createElement(tag);
    for (const [name, value] of Object.entries(properties)) {
      if (name.startsWith('on')) element.addEventListener(name.slice(2), value);
      else element.setAttribute(name, value);
    }
    element.append(...children.filter(Boolean)); // Texts become text nodes, never markup.
    return element;
  };

  const host = el('div', { lang: chinese ? 'zh-CN' : 'en' });
  const root = host.attachShadow({ mode: 'open' });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(STYLES);
  root.adoptedStyleSheets = [sheet];

  const talk = el('div', { class: 'talk', role: 'log', 'aria-live': 'polite', tabindex: '0', 'aria-label': WORDS.title });
  const question = el('textarea', { rows: '2', maxlength: '500', required: '' });
  const send = el('button', { type: 'submit', class: 'accent' }, WORDS.send);
  const form = el('form', {}, el('label', {}, WORDS.label, question), send);
  const panel = el(
    'div',
    { class: 'panel', role: 'dialog', 'aria-modal': 'true', 'aria-labelledby': 'title', hidden: '' },
    el('header', {}, el('h2', { id: 'title' }, WORDS.title), el('button', { type: 'button', class: 'close', onclick: () => show(false) }, WORDS.close)),
    talk,
    form,
  );
  const open = el('button', { type: 'button', class: 'open accent', 'aria-haspopup': 'dialog', onclick: () => show(true) }, WORDS.open);
  root.append(open, panel);

  const show = (shown) => {
    panel.hidden = !shown;
    open.hidden = shown;
    (shown ? question : open).focus();
  };

  panel.addEventListener('keydown', (event) => {
    event.stopPropagation(); // The website's shortcuts are not meant while somebody types here.
    if (event.key === 'Escape') show(false);
    if (event.key === 'Tab') {
      const all = [...panel.querySelectorAll('button, textarea, summary, [tabindex]')].filter((one) => one.offsetParent);
      const at = root.activeElement;
      const end = event.shiftKey ? all[0] : all.at(-1);
      if (at === end) {
        event.preventDefault();
        (event.shiftKey ? all.at(-1) : all[0]).focus();
      }
    }
  });
  question.addEventListener('keydown', (event) => {
    if (event.key === 'Enter' && !event.shiftKey && !event.isComposing) {
      event.preventDefault();
      form.requestSubmit();
    }
  });
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    ask(question.value.trim());
  });

  const CONVERSATION = 'talktrack.conversation';
  let conversationId = recall();
  let asking = false;

  async function ask(words) {
    if (!words || asking) return;
    asking = true;
    question.value = '';
    const answer = el('div', { 'aria-busy': 'true' }, el('p', { class: 'small' }, WORDS.thinking));
    talk.append(el('p', { class: 'you' }, el('span', { class: 'unseen' }, WORDS.you), words), answer);
    talk.scrollTop = talk.scrollHeight;
    let said;
    try {
      const reply = await fetch(`${server}/api/widget/chat`, {
        method: 'POST',
        credentials: 'omit',
        referrerPolicy: 'no-referrer',
        headers: { Accept: 'text/event-stream', 'Content-Type': 'application/json', 'X-Talktrack-Key': script.dataset.key ?? '' },
        body: JSON.stringify({ question: words, conversationId, language: 'auto' }),
      });
      if (!reply.ok) throw Object.assign(new Error(reply.statusText), { status: reply.status });
      let pieces;
      for await (const { name, data } of events(reply.body)) {
        if (name === 'token') {
          if (!pieces) answer.replaceChildren((pieces = el('p', { class: 'said' })));
          pieces.append(data.text);
          talk.scrollTop = talk.scrollHeight;
        } else if (name === 'withdrawn') pieces.replaceChildren();
        else if (name === 'done') said = data;
        else if (name === 'problem') throw Object.assign(new Error(data.title), data);
      }
      if (!said) throw new Error('cut off');
      conversationId = said.conversationId; // Another one, where theirs was over.
      keep(conversationId);
      answer.replaceChildren(...drawn(said));
    } catch (problem) {
      answer.replaceChildren(el('p', { class: 'said', role: 'alert' }, problem.status === 429 ? WORDS.busy : WORDS.failed));
      question.value ||= words;
    }
    answer.removeAttribute('aria-busy');
    asking = false;
    talk.scrollTop = talk.scrollHeight;
  }

  /** A conversation goes on through the website's pages, in this tab. */
  function recall() {
    try {
      return sessionStorage.getItem(CONVERSATION) ?? undefined;
    } catch {
      return undefined; // Storage is switched off.
    }
  }

  function keep(id) {
    try {
      sessionStorage.setItem(CONVERSATION, id);
    } catch {
      // Storage is switched off: the next page begins anew.
    }
  }

  function drawn(said) {
    const passages = said.answered ? said.citations.map((one) => ({ ...one, text: one.passage })) : said.nearest;
    return [
      said.understoodAs && el('p', { class: 'small' }, WORDS.understood + said.understoodAs),
      el('p', { class: 'said' }, said.answer),
      passages.length > 0 &&
        el('details', {}, el('summary', {}, said.answered ? WORDS.sources : WORDS.near), ...passages.flatMap(source)),
    ].filter(Boolean);
  }

  function source(one) {
    return [
      el('p', { class: 'source' }, el('strong', {}, one.document), one.heading && ` · ${one.heading}`),
      el('blockquote', {}, one.text),
    ];
  }

  async function* events(body) {
    const reader = body.pipeThrough(new TextDecoderStream()).getReader();
    let waiting = '';
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      waiting += value;
      const blocks = waiting.split('\n\n');
      waiting = blocks.pop();
      for (const block of blocks) {
        const of = (field) => block.split('\n').find((line) => line.startsWith(`${field}:`))?.slice(field.length + 1).trim();
        if (of('event')) yield { name: of('event'), data: JSON.parse(of('data') || '{}') };
      }
    }
  }

  const add = () => document.body.append(host);
  if (document.body) add();
  else addEventListener('DOMContentLoaded', add);
})();
