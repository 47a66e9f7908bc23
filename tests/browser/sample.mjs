// Which pages stand for all of them in the gates that are too slow for every page.

import { attribute } from './site.mjs';

/** Kinds of page of which each single page is looked at, and how many are of the others at least. */
const ALL = new Set(['home', 'plan', 'sources', 'source', 'methods', 'data', 'not_found']);
const AT_LEAST = { story: 3 };

/** What a page is made of: each kind of element in each of its classes, and what its drawings consist of. */
function traits(page) {
  const found = new Set();
  let drawing = [];
  const close = () => {
    if (drawing.length > 0) found.add(`drawing ${[...new Set(drawing)].sort().join(' ')}`);
    drawing = [];
  };
  for (const element of page.elements) {
    const classes = (attribute(element, 'class') ?? '').split(/\s+/);
    for (const one of classes) found.add(`${page.kind} ${element.tagName}.${one}`);
    if (element.tagName === 'svg') close();
    if (element.namespaceURI?.endsWith('/svg') && classes[0]) drawing.push(...classes);
  }
  close();
  return found;
}

/**
 * All pages of some kinds, then whichever page shows most that no page of the sample shows yet, until
 * nothing is left: every kind of page, of chart and of component is in the sample.
 */
export function sample(site) {
  const rest = site.pages.map((page) => ({ page, traits: traits(page) }));
  const chosen = [];
  const shown = new Set();
  const choose = (one) => {
    rest.splice(rest.indexOf(one), 1);
    chosen.push(one.page);
    for (const trait of one.traits) shown.add(trait);
  };
  for (const one of [...rest]) if (ALL.has(one.page.kind)) choose(one);
  for (;;) {
    let best;
    let most = 0;
    for (const one of rest) {
      const fresh = [...one.traits].filter((trait) => !shown.has(trait)).length;
      if (fresh > most) [best, most] = [one, fresh];
    }
    if (!best) break;
    choose(best);
  }
  for (const [kind, count] of Object.entries(AT_LEAST)) {
    const missing = count - chosen.filter((page) => page.kind === kind).length;
    for (const one of rest.filter((it) => it.page.kind === kind).slice(0, Math.max(0, missing))) choose(one);
  }
  return chosen;
}
