// A site on a stick: pages opened from the disk look as they do from a host.

import { pathToFileURL } from 'node:url';
import { inTabs } from '../chromium.mjs';

/** Runs in the page: what the style sheet makes of it. */
function look() {
  const { backgroundColor, color, fontFamily, lineHeight } = getComputedStyle(document.body);
  return { backgroundColor, color, fontFamily, lineHeight };
}

export async function file(pages, site, report, { browser, host }) {
  const folder = pathToFileURL(`${site.root}/`).href;
  const own = (address) => address.startsWith(folder) || address.startsWith(`${host.origin}/`);
  await inTabs(browser, own, {}, pages, async (tab, page) => {
    await tab.load(host.address(page.path));
    const served = await tab.page.evaluate(look);
    await tab.load(pathToFileURL(site.pathOf(page.path)).href);
    const opened = await tab.page.evaluate(look);
    const faults = tab.strangers.map((address) => `asks for ${address}`);
    faults.push(...tab.errors);
    for (const [property, value] of Object.entries(served)) {
      if (opened[property] !== value) faults.push(`${property} is ${opened[property]}, served ${value}`);
    }
    if (opened.backgroundColor === 'rgba(0, 0, 0, 0)') faults.push('no style sheet applies');
    report.check('file', page.path, faults);
  });
}
