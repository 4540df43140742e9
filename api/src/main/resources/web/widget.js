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
        helped: '这个回答有帮助吗？',
        yes: '有帮助',
        no: '没有帮助',
        reason: '哪里不对？',
        reasons: {
          wrong: '回答有错',
          incomplete: '回答不完整',
          'out-of-date': '内容过时了',
          misunderstood: '答非所问',
          'in-the-documents': '应该有答案',
          other: '其他',
        },
        comment: '想补充什么？（可不填）',
        thanks: '谢谢，我们的团队会看到。',
        ask: '请团队回答',
        contact: '怎样联系您？例如邮箱地址。只有我们的团队能看到。',
        asked: '我们的团队已收到您的问题和联系方式。',
        gone: '这条回答已无法再处理，请重新提问。',
        unsent: '没有发出去，请稍后再试。',
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
        helped: 'Did this help?',
        yes: 'Yes',
        no: 'No',
        reason: 'What is wrong with it?',
        reasons: {
          wrong: 'It is wrong',
          incomplete: 'Something is missing',
          'out-of-date': 'It is out of date',
          misunderstood: 'It answers another question',
          'in-the-documents': 'There should be an answer',
          other: 'Something else',
        },
        comment: 'Anything to add? (may be empty)',
        thanks: 'Thank you. Our team sees this.',
        ask: 'Ask our team',
        contact: 'Where can we reach you, such as an e-mail address? Only our team sees it.',
        asked: 'Our team has your question, and where to reach you.',
        gone: 'It is too late for this answer. Please ask again.',
        unsent: 'This was not sent. Please try again later.',
      };

  const STYLES = `
    :host { all: initial; --accent: var(--talktrack-accent, #1f4e6b); --on-accent: var(--talktrack-on-accent, #fff);
      --back: var(--talktrack-background, #fff); --text: var(--talktrack-text, #1c2530);
      font: 400 16px/1.5 var(--talktrack-font, system-ui, sans-serif); color: var(--text); }
    * { box-sizing: border-box; }
    [hidden] { display: none !important; }
    button, textarea, input, select { font: inherit; color: inherit; border-radius: 8px; }
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
    textarea, input, select { width: 100%; margin-top: 4px; padding: 8px; resize: none; background: var(--back); border: 1px solid color-mix(in srgb, var(--text) 60%, var(--back)); }
    input, select { min-height: 44px; }
    .after { margin: 0 0 8px; font-size: 14px; }
    .after p { margin: 0 0 4px; }
    .after button { margin-right: 8px; border-color: color-mix(in srgb, var(--text) 60%, var(--back)); background: none; }
    .after form { display: grid; align-items: start; padding: 8px 0; border: 0; }
    .after form button { justify-self: start; }
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
  const form = el('form', { class: 'ask' }, el('label', {}, WORDS.label, question), send);
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
      const all = [...panel.querySelectorAll('button, textarea, input, select, summary, [tabindex]')].filter((one) => one.offsetParent);
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

  const REFUSED = ['in-the-documents', 'misunderstood', 'other'];
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
      const reply = await post('', { question: words, conversationId, language: 'auto' }, { Accept: 'text/event-stream' });
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

  async function post(path, body, headers) {
    const reply = await fetch(`${server}/api/widget/chat${path}`, {
      method: 'POST',
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      headers: { ...headers, 'Content-Type': 'application/json', 'X-Talktrack-Key': script.dataset.key ?? '' },
      body: JSON.stringify(body),
    });
    if (!reply.ok) throw Object.assign(new Error(reply.statusText), { status: reply.status });
    return reply;
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
      said.unansweredId && team(said),
      thumbs(said),
    ].filter(Boolean);
  }

  /** The team has a refused question already; who wants to be told leaves an address. */
  function team(said) {
    const place = el('div', { class: 'after team' });
    const contact = el('input', { name: 'contact', maxlength: '200', required: '', autocomplete: 'email' });
    const leave = smallForm(place, [el('label', {}, WORDS.contact, contact)], WORDS.asked, () =>
      post('/contact', { turnId: said.turnId, contact: contact.value }),
    );
    place.append(el('button', { type: 'button', onclick: () => swap(place, leave, contact) }, WORDS.ask));
    return place;
  }

  function thumbs(said) {
    const place = el('div', { class: 'after thumbs', role: 'group', 'aria-label': WORDS.helped });
    const judge = (body) => post('/feedback', { turnId: said.turnId, ...body });
    const reasons = Object.entries(WORDS.reasons).filter(([id]) => (said.answered ? id !== 'in-the-documents' : REFUSED.includes(id)));
    const reason = el('select', { name: 'reason' }, ...reasons.map(([value, words]) => el('option', { value }, words)));
    const comment = el('input', { name: 'comment', maxlength: '1000' });
    const why = smallForm(place, [el('label', {}, WORDS.reason, reason), el('label', {}, WORDS.comment, comment)], WORDS.thanks, () =>
      judge({ helpful: false, reason: reason.value, comment: comment.value }),
    );
    place.append(
      el('p', {}, WORDS.helped),
      el('button', { type: 'button', onclick: () => attempt(place, WORDS.thanks, () => judge({ helpful: true })) }, WORDS.yes),
      el('button', { type: 'button', onclick: () => swap(place, why, reason) }, WORDS.no),
    );
    return place;
  }

  function smallForm(place, fields, thanks, work) {
    const asked = el('form', {}, ...fields, el('button', { type: 'submit' }, WORDS.send));
    asked.addEventListener('submit', (event) => {
      event.preventDefault();
      attempt(place, thanks, work);
    });
    return asked;
  }

  function swap(place, shown, first) {
    place.replaceChildren(shown);
    first.focus();
    shown.scrollIntoView({ block: 'nearest' });
  }

  /** What fails leaves everything as it is, to be tried again. */
  async function attempt(place, thanks, work) {
    place.querySelector('[role=alert]')?.remove();
    try {
      await work();
      place.replaceChildren(el('p', { role: 'status', tabindex: '-1' }, thanks));
      place.firstChild.focus(); // The button that had it is gone.
    } catch ({ status }) {
      place.append(el('p', { role: 'alert' }, status === 429 ? WORDS.busy : status === 404 ? WORDS.gone : WORDS.unsent));
    }
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
