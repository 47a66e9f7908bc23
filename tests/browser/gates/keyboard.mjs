// Without a mouse: the link past the menu comes first and works, then the menu; the focus is always seen.

import { inTabs } from '../chromium.mjs';

/** Runs in the page: what has the focus, and whether that can be seen. */
function focused() {
  const element = document.activeElement;
  const { outlineStyle, outlineWidth } = getComputedStyle(element);
  const box = element.getBoundingClientRect();
  return {
    name: `${element.localName} “${element.textContent.trim().slice(0, 16)}”`,
    target: element.getAttribute('href'),
    menu: element.closest('header nav') !== null,
    head: element.closest('body > header') !== null,
    marked: element.matches(':focus-visible') && outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2,
    inside: box.width > 0 && box.height > 0 && box.left >= 0 && box.top >= 0 && box.right <= innerWidth + 1,
  };
}

/** Runs in the page, after a key was pressed: everything that can have the focus and does not show it. */
function unmarked() {
  const faults = [];
  for (const element of document.querySelectorAll('a[href], button, input, select, textarea, summary, [tabindex]')) {
    if (!element.checkVisibility()) continue;
    element.focus({ preventScroll: true });
    const { outlineStyle, outlineWidth } = getComputedStyle(element);
    if (document.activeElement !== element) faults.push(`${element.localName} does not take the focus`);
    else if (outlineStyle === 'none' || parseFloat(outlineWidth) < 2) {
      faults.push(`the focus is not seen on ${element.localName}.${element.className}`);
    }
  }
  return [...new Set(faults)];
}

async function walk(tab) {
  const faults = [];
  const step = async (key) => {
    await tab.page.keyboard.press(key);
    return tab.page.evaluate(focused);
  };
  const first = await step('Tab');
  const past = /^#./.test(first.target ?? '');
  if (!past) faults.push(`${first.name} comes first, no link past the menu`);
  if (!first.marked || !first.inside) faults.push(`${first.name} has the focus and is not seen`);

  const entries = await tab.page.locator('header nav a').count();
  if (entries === 0) faults.push('no menu');
  let reached = 0;
  // The skip link was the first stop; the name of the site and the entries of the menu follow.
  for (let stop = 0; stop < entries + 1; stop += 1) {
    const at = await step('Tab');
    if (at.menu) reached += 1;
    if (!at.marked || !at.inside) faults.push(`${at.name} has the focus and is not seen`);
  }
  if (reached < entries) faults.push(`${reached} of ${entries} entries of the menu are reached`);

  faults.push(...(await tab.page.evaluate(unmarked)));
  return { faults, past };
}

/** The link past the menu: what comes after it lies behind the head of the page. */
async function skip(tab) {
  await tab.page.keyboard.press('Tab');
  await tab.page.keyboard.press('Enter');
  await tab.page.keyboard.press('Tab');
  const { head, name } = await tab.page.evaluate(focused);
  return head ? [`the link past the menu leads back to ${name}`] : [];
}

export async function keyboard(pages, report, { browser, host }) {
  const own = (address) => address.startsWith(`${host.origin}/`);
  for (const width of [360, 1280]) {
    await inTabs(browser, own, { width }, pages, async (tab, page) => {
      await tab.load(host.address(page.path));
      const { faults, past } = await walk(tab);
      if (past) {
        await tab.load(host.address(page.path));
        faults.push(...(await skip(tab)));
      }
      report.check('keyboard', `${page.path} [${width}]`, faults);
    });
  }
}
