// No page is longer than a reader scrolls through on a phone, but for what is a full table.

/** Screens of a phone, 740 pixels high each. */
const MOST = 12;
const SCREEN = 740;

/** Kinds of page that are as long as what they print. */
const PRINTED = new Set(['brief']);

/** Runs in a page 360 pixels wide, its details closed: how many screens it has beside its full tables. */
export function screens({ screen }) {
  const tables = document.querySelectorAll('table.figures, .ledger, table.tasks');
  const full = [...tables].reduce((sum, one) => sum + one.getBoundingClientRect().height, 0);
  return (document.documentElement.scrollHeight - full) / screen;
}

export async function length(tab, page, report) {
  if (PRINTED.has(page.kind)) return;
  await tab.page.setViewportSize({ width: 360, height: SCREEN });
  const long = await tab.page.evaluate(screens, { screen: SCREEN });
  report.check('length', page.path, long > MOST && `${long.toFixed(1)} screens of a phone`);
}
