// Every page once, in Chromium, 320 pixels wide and with all its details open: no error, no request off
// the site, no scrolling sideways, no text of a drawing on another or outside its drawing. Before that, as long as a
// reader of a phone finds it.

import { inTabs, refused } from '../chromium.mjs';
import { chartTexts, smallTexts } from './charts.mjs';
import { length } from './length.mjs';

/** Runs in the page: how far it is wider than its window, and which elements make it so. */
function sideways() {
  for (const one of document.querySelectorAll('details')) one.open = true;
  const { scrollWidth, clientWidth } = document.documentElement;
  if (scrollWidth <= clientWidth) return [];
  const outside = [...document.body.querySelectorAll('*')]
    .filter((one) => one.getBoundingClientRect().right > clientWidth + 1)
    .slice(-2)
    .map((one) => `${one.localName}.${one.getAttribute('class') ?? ''}`);
  return [`scrolls sideways, ${scrollWidth} px wide: ${outside.join(', ')}`];
}

export async function sweep(site, report, { browser, host }) {
  const own = (address) => address.startsWith(`${host.origin}/`);
  await inTabs(browser, own, { width: 320, height: 800 }, site.pages, async (tab, page) => {
    await tab.load(host.address(page.path));
    await length(tab, page, report);
    await tab.page.setViewportSize({ width: 320, height: 800 });
    const wide = await tab.page.evaluate(sideways);
    const drawings = await tab.page.evaluate(chartTexts);
    // `offsite` reports what was not let through.
    report.check('console', page.path, tab.errors.filter((error) => !refused(error)));
    report.check('offsite', page.path, tab.strangers.map((address) => `asks for ${address}`));
    report.check('reflow', page.path, wide);
    let small = [];
    // A page without a drawing that has words needs no second look.
    if (drawings.length > 0) {
      await tab.page.setViewportSize({ width: 360, height: 800 });
      small = await tab.page.evaluate(smallTexts);
      await tab.page.setViewportSize({ width: 320, height: 800 });
    }
    report.check('charts', `${page.path} [type]`, small);
    for (const drawing of drawings) report.check('charts', `${page.path} ${drawing.name}`, drawing.faults);
  });
}
