// The words that people typed who looked for something on this site, and the page that has to come first. Another site
// has none of these pages and is not asked.

import { Tab } from '../chromium.mjs';
import { look } from './search.mjs';

/** Words, the language's folder, and the page that comes first. */
const KNOWN = [
  ['', '招了多少昭通工人', 'indicators/workers-taken-on/'],
  ['', '招了多少昭通工人？', 'indicators/workers-taken-on/'],
  ['', '昭通 工人', 'indicators/workers-taken-on/'],
  ['', '昭通，农民工', 'indicators/workers-taken-on/'],
  ['', '农民工', 'indicators/workers-taken-on/'],
  ['', '2127', 'indicators/workers-taken-on/'],
  ['', '2,127', 'indicators/workers-taken-on/'],
  ['', '２１２７', 'indicators/workers-taken-on/'],
  ['', '8000', 'indicators/workers-taken-on/'],
  ['', '无法判定', 'methods/'],
  ['', '证据不足', 'methods/'],
  ['zh-Hant/', '招了多少昭通工人', 'indicators/workers-taken-on/'],
  ['zh-Hant/', '農民工', 'indicators/workers-taken-on/'],
  ['en/', 'workers hired', 'indicators/workers-taken-on/'],
  ['en/', 'migrant workers', 'indicators/workers-taken-on/'],
  ['en/', 'How many Zhaotong workers were hired?', 'indicators/workers-taken-on/'],
  ['en/', 'Dongguan-Zhaotong', 'partnerships/dongguan-zhaotong/'],
  ['en/', "Shenzhen's", 'indicators/shenzhen-vocational-places/'],
  ['en/', 'undetermined', 'methods/'],
];

/** Questions that no page answers word for word, so that what is found is said to be in part. */
const IN_PART = [
  ['', '东莞给昭通修了几条高铁'],
  ['en/', 'railway stations hired workers quickly'],
];

export async function queries(site, report, { browser, host }) {
  const known = KNOWN.filter(([tree, , page]) => site.known.has(`${tree}${page}index.html`));
  if (!site.known.has('indicators/workers-taken-on/index.html')) return;
  const own = (one) => one.startsWith(`${host.origin}/`);
  const tab = await Tab.open(browser, own);
  for (const tree of ['', 'zh-Hant/', 'en/']) {
    await tab.load(host.address(`${tree}search/index.html`));
    await tab.page.focus('#query');
    for (const [, words, page] of known.filter(([of]) => of === tree)) {
      const { found, said, answers } = await look(tab, words);
      const faults = [];
      if (!found[0]?.includes(`/${tree}${page}`)) faults.push(`finds ${found.slice(0, 4).join(', ')} first (${said})`);
      // A hit that was promised shows what was asked and how it stands.
      if (page.startsWith('indicators/workers') && !/8,000/.test(answers)) faults.push(`the first hit answers “${answers}”`);
      report.check('search', `“${words}” [${tree || '/'}]`, faults);
    }
    for (const [, words] of IN_PART.filter(([of]) => of === tree)) {
      const { found, said } = await look(tab, words);
      const whole = await tab.page.getAttribute('#found', 'data-many');
      const faults = [];
      if (found.length === 0) faults.push('finds nothing');
      if (said === whole.replace('%n', found.length)) faults.push(`does not say that it is in part: ${said}`);
      report.check('search', `“${words}” [${tree || '/'}]`, faults);
    }
  }
  await tab.close();
}
