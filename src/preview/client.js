// The preview's part of a page: it hears how the page stands, follows it in place, and shows what is wrong.
// Everything from the content is set as text, never as markup.
(() => {
  'use strict';
  const own = document.currentScript;
  const shown = { page: own.dataset.page, style: own.dataset.style };
  const path = own.dataset.path;
  let stream = null;
  let fetching = null;

  // ---- following

  function hear() {
    if (stream || document.visibilityState === 'hidden') return;
    stream = new EventSource(`/.shanhai/events?path=${encodeURIComponent(path)}`);
    stream.addEventListener('state', (event) => follow(JSON.parse(event.data)));
    stream.onopen = () => lost(false);
    stream.onerror = () => {
      lost(true);
      // A browser tries again by itself, but not after every kind of failure.
      if (stream && stream.readyState === EventSource.CLOSED) {
        stream = null;
        setTimeout(hear, 500);
      }
    };
  }

  // A browser holds few connections to one server: a page that nobody sees needs none.
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden') {
      stream?.close();
      stream = null;
    } else {
      hear();
    }
  });
  addEventListener('pagehide', () => { stream?.close(); stream = null; });
  addEventListener('pageshow', hear);

  function follow(state) {
    tell(state.findings);
    if (state.style !== shown.style) {
      shown.style = state.style;
      restyle(state.style);
    }
    if (state.page !== shown.page) swap(state.page);
  }

  function restyle(mark) {
    for (const link of document.querySelectorAll('link[rel~="stylesheet"]')) {
      const address = new URL(link.href);
      if (address.origin !== location.origin) continue;
      address.searchParams.set('shanhai', mark);
      const next = link.cloneNode();
      next.href = address.href;
      // The old one goes when the new one is there, so that the page never stands bare.
      next.onload = next.onerror = () => link.remove();
      link.after(next);
    }
  }

  async function swap(mark) {
    shown.page = mark;
    fetching?.abort();
    const mine = (fetching = new AbortController());
    let html, found;
    try {
      const answer = await fetch(location.href, { cache: 'no-store', signal: mine.signal });
      found = answer.ok;
      html = await answer.text();
    } catch {
      return; // Aborted by a newer change, or the server is away: it tells when it is back.
    }
    if (found !== !document.querySelector('base')) {
      location.reload(); // A page that came or went has other links and another policy.
      return;
    }
    const next = new DOMParser().parseFromString(html, 'text/html');
    const runs = (page) => [...page.scripts].some((one) => !one.dataset.page && (!one.type || /javascript|module/.test(one.type)));
    if (runs(next) || runs(document)) {
      location.reload(); // Scripts of a theme run only on a page that is loaded; the browser keeps the place.
      return;
    }
    const [x, y] = [scrollX, scrollY];
    document.title = next.title;
    morph(document.body, next.body);
    scrollTo({ left: x, top: y, behavior: 'instant' });
    document.documentElement.lang = next.documentElement.lang;
    document.documentElement.dispatchEvent(new CustomEvent('shanhai:swapped'));
  }

  // Makes one tree like another and leaves alone what is the same, so that drawings, scroll positions, open
  // details and the focus stay.
  function morph(old, next) {
    if (old.isEqualNode(next)) return;
    if (old.nodeType !== next.nodeType || old.nodeName !== next.nodeName) {
      old.replaceWith(document.importNode(next, true));
      return;
    }
    if (old.nodeType !== Node.ELEMENT_NODE) {
      old.nodeValue = next.nodeValue;
      return;
    }
    const kept = (name) => name === 'open' && old.nodeName === 'DETAILS';
    for (const { name } of [...old.attributes]) if (!next.hasAttribute(name) && !kept(name)) old.removeAttribute(name);
    for (const { name, value } of next.attributes) if (old.getAttribute(name) !== value && !kept(name)) old.setAttribute(name, value);
    const [a, b] = [[...old.childNodes], [...next.childNodes]];
    while (a.length && b.length && a[0].isEqualNode(b[0])) { a.shift(); b.shift(); }
    let after = null;
    while (a.length && b.length && a.at(-1).isEqualNode(b.at(-1))) { after = a.pop(); b.pop(); }
    const both = Math.min(a.length, b.length);
    for (let at = 0; at < both; at += 1) morph(a[at], b[at]);
    for (const extra of a.slice(both)) extra.remove();
    for (const extra of b.slice(both)) old.insertBefore(document.importNode(extra, true), after);
  }

  // ---- telling

  const host = document.createElement('shanhai-preview');
  const root = host.attachShadow({ mode: 'open' });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`
    :host { all: initial; }
    * { box-sizing: border-box; font-family: ui-monospace, Menlo, Consolas, "Noto Sans Mono CJK SC", monospace; }
    .over, .panel { position: fixed; z-index: 2147483647; background: #14181d; color: #f2f2ee; overflow: auto; font-size: 14px; line-height: 1.5; }
    .over { inset: 0; padding: 4vh 5vw; }
    .panel { right: 16px; bottom: 16px; max-width: min(90vw, 900px); max-height: 60vh; padding: 16px; border-radius: 8px; box-shadow: 0 4px 24px #0008; }
    h2 { margin: 0 0 1em; font-size: 16px; color: #ff9d8a; }
    .panel h2, .warnings h2 { color: #ffd479; }
    pre { margin: 0 0 1.5em; white-space: pre; overflow-x: auto; }
    .panel pre { white-space: pre-wrap; }
    .badge { position: fixed; z-index: 2147483646; left: 16px; bottom: 16px; padding: 6px 12px; border: 0; border-radius: 16px; background: #ffd479; color: #14181d; font-size: 13px; cursor: pointer; }
    .lost { background: #d9dde2; cursor: default; bottom: 56px; }
    .close { float: right; border: 1px solid #888; border-radius: 4px; background: none; color: inherit; padding: 4px 10px; cursor: pointer; }
    :is(.badge, .close):focus-visible { outline: 3px solid #6cb2ff; outline-offset: 2px; }
  `);
  root.adoptedStyleSheets = [sheet];

  function make(name, { text, ...rest } = {}, ...children) {
    const made = Object.assign(document.createElement(name), rest);
    if (text !== undefined) made.textContent = text;
    made.append(...children);
    return made;
  }

  function put(className, element) {
    root.querySelector(`.${className.split(' ')[0]}`)?.remove();
    if (element) { element.className = className; root.append(element); }
    if (root.childElementCount) document.documentElement.append(host); else host.remove();
  }

  const many = (count, word) => `${count} ${word}${count === 1 ? '' : 's'}`;

  function tell(findings) {
    const [errors, warnings] = [findings.filter((one) => one.error), findings.filter((one) => !one.error)];
    const texts = (list) => list.map((one) => make('pre', { text: one.text }));
    put('over', errors.length ? make('section', { role: 'alert' },
      make('h2', { text: `${many(errors.length, 'error')}; behind this is the last good site` }), ...texts(findings)) : null);
    root.querySelector('.warnings')?.remove();
    put('badge', warnings.length && !errors.length ? make('button', {
      text: many(warnings.length, 'warning'),
      onclick: () => panel('warnings', many(warnings.length, 'warning'), texts(warnings)),
    }) : null);
  }

  function lost(is) {
    put('lost badge', is ? make('div', { role: 'status', text: 'the preview has ended; waiting for it' }) : null);
  }

  function panel(kind, title, children) {
    const close = make('button', { className: 'close', text: '×', ariaLabel: 'close', onclick: () => put(kind, null) });
    put(`${kind} panel`, make('section', { role: 'status' }, close, make('h2', { text: title }), ...children));
  }
  addEventListener('keydown', (event) => {
    if (event.key === 'Escape') { put('place', null); root.querySelector('.warnings')?.remove(); }
  });

  // ---- where a figure is written

  // An indicator and an anchor, from the address of a place on an indicator's page.
  function named(address) {
    const [, indicator] = /\/indicators\/([a-z0-9-]+)\/(?:index\.html)?$/.exec(address.pathname) ?? [];
    const anchor = decodeURIComponent(address.hash.slice(1));
    return indicator && anchor ? { indicator, anchor } : null;
  }

  async function where(figure) {
    if (!figure) return;
    const answer = await fetch(`/.shanhai/place?${new URLSearchParams(figure)}`);
    if (!answer.ok) return;
    const { at, explained } = await answer.json();
    panel('place', at, [make('pre', { text: explained })]);
  }

  addEventListener('click', (event) => {
    const link = event.target.closest?.('a[href]');
    if (link) {
      const figure = named(new URL(link.href));
      // A click on a figure leads to it, and there to its line; with Alt it shows the line here.
      if (figure && event.altKey) { event.preventDefault(); where(figure); }
      return;
    }
    if (event.target.closest?.('summary, button, input, select, textarea') || !getSelection().isCollapsed) return;
    const place = event.target.closest?.('.page-indicator .figures tr[id], [id^="target-"]');
    if (place) { where(named(new URL(`#${place.id}`, location.href))); return; }
    // A row of a source's page: its link leads to the figure.
    const to = event.target.closest?.('.figures tr[id]')?.querySelector('a[href*="indicators/"]');
    if (to) where(named(new URL(to.href)));
  });
  const arrived = () => where(named(new URL(location.href)));
  addEventListener('hashchange', arrived);
  arrived();
  hear();
})();
