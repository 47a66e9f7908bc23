// axe: WCAG 2.2 level AA, in both schemes of colour, on a telephone with all details open and on a desk
// as the page comes.

import axe from 'axe-core';
import { inTabs } from '../chromium.mjs';

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
const WIDTHS = [
  { width: 1280, open: false },
  { width: 360, open: true },
];
const SCHEMES = ['light', 'dark'];

/** Runs in the page. */
function openAll() {
  for (const one of document.querySelectorAll('details')) one.open = true;
}

/** Runs in the page, which holds axe: what is violated. */
async function violated(tags) {
  const { violations } = await axe.run(document, {
    runOnly: { type: 'tag', values: tags },
    rules: { 'target-size': { enabled: true } },
    resultTypes: ['violations'],
    preload: false,
  });
  return violations.map(
    ({ id, nodes }) => `${id} × ${nodes.length}: ${nodes[0].target.join(' ')} ${nodes[0].any[0]?.message ?? ''}`,
  );
}

export async function access(pages, report, { browser, host }) {
  const own = (address) => address.startsWith(`${host.origin}/`);
  await inTabs(browser, own, { script: axe.source }, pages, async (tab, page) => {
    await tab.load(host.address(page.path));
    for (const { width, open } of WIDTHS) {
      await tab.page.setViewportSize({ width, height: 900 });
      if (open) await tab.page.evaluate(openAll);
      for (const colorScheme of SCHEMES) {
        await tab.page.emulateMedia({ colorScheme });
        report.check('access', `${page.path} [${colorScheme} ${width}]`, await tab.page.evaluate(violated, TAGS));
      }
    }
  });
}
