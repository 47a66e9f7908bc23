// The search finds what a page is called, from a host and from the disk, with keys alone, in either script.

import { pathToFileURL } from 'node:url';
import { Tab } from '../chromium.mjs';
import { text } from '../site.mjs';

/** The heading of a page. */
function heading(page) {
  const first = page?.elements.find((one) => one.tagName === 'h1');
  return first ? text(first).trim() : undefined;
}

/** Types words with keys and waits until the page has said what it found. */
export async function look(tab, words) {
  await tab.page.keyboard.press('ControlOrMeta+A');
  await tab.page.keyboard.type(words);
  await tab.page
    .waitForFunction((asked) => new URLSearchParams(location.search).get('q') === asked || location.protocol === 'file:', words, { timeout: 5000 })
    .catch(() => {});
  await tab.page.waitForTimeout(150);
  return tab.page.evaluate(() => ({
    said: document.getElementById('found')?.textContent ?? '',
    found: [...document.querySelectorAll('#results a')].map((one) => new URL(one.href).pathname),
    answers: [...(document.querySelector('#results li')?.querySelectorAll('.answer-line') ?? [])].map((one) => one.textContent).join(' '),
    focus: document.activeElement?.id,
  }));
}

export async function search(site, report, { browser, host }) {
  const pages = site.pages.filter((page) => page.kind === 'search');
  if (pages.length === 0) report.check('search', 'search/index.html', ['there is no search page']);
  for (const page of pages) {
    const tree = page.path.slice(0, -'search/index.html'.length);
    const wanted = site.pages.filter((one) => one.kind === 'indicator' && one.path.startsWith(`${tree}indicators/`));
    const target = wanted[Math.floor(wanted.length / 2)];
    // The same page in the other Chinese script: its heading must find this one.
    const other = { '': 'zh-Hant/', 'zh-Hant/': '' }[tree];
    const across = target && other !== undefined && heading(site.page(other + target.path.slice(tree.length)));
    for (const [where, address] of [
      ['host', host.address(page.path)],
      ['disk', pathToFileURL(site.pathOf(page.path)).href],
    ]) {
      const own = (one) => one.startsWith(`${host.origin}/`) || one.startsWith('file:');
      const tab = await Tab.open(browser, own);
      await tab.load(address);
      const faults = [...tab.errors];
      await tab.page.waitForTimeout(100);
      // The link past the menu leads to the field; a page that takes the focus by itself would hide the menu from keys.
      for (const key of ['Tab', 'Enter', 'Tab']) await tab.page.keyboard.press(key);
      if (!(await tab.page.evaluate(() => document.activeElement?.id === 'query'))) faults.push('the field is not next after the link past the menu');
      for (const words of [heading(target), across].filter(Boolean)) {
        const { found, said } = await look(tab, words);
        if (!found[0]?.endsWith(`/${target.path}`)) faults.push(`“${words}” finds ${found[0]} first (${said})`);
      }
      const { found, said } = await look(tab, 'qzxv没有这个词');
      if (found.length > 0 || !said.trim()) faults.push(`nonsense finds ${found.length} and says “${said}”`);
      if (target) {
        await look(tab, heading(target));
        // To the first result and into it.
        for (let stop = 0; stop < 3; stop += 1) {
          await tab.page.keyboard.press('Tab');
          if (await tab.page.evaluate(() => document.activeElement?.closest('#results') !== null)) break;
        }
        await Promise.all([tab.page.waitForEvent('load', { timeout: 5000 }).catch(() => {}), tab.page.keyboard.press('Enter')]);
        const at = await tab.page.evaluate(() => location.pathname);
        if (!at.endsWith(`/${target.path}`)) faults.push(`keys lead to ${at}`);
      }
      faults.push(...tab.errors, ...tab.strangers.map((one) => `asks for ${one}`));
      report.check('search', `${page.path} [${where}]`, faults);
      await tab.close();
    }
  }
}
