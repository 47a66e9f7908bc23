#!/usr/bin/env node
// lighthouse.mjs FOLDER: Lighthouse on a page of each weighty kind of the built site in FOLDER, as a telephone and as
// a desk; then on a bad page, which has to fail. The last line is `N passed, M failed`.

import lighthouse, { desktopConfig } from 'lighthouse';
import { launch } from 'chrome-launcher';
import { fileURLToPath } from 'node:url';
import { CHROMIUM } from './chromium.mjs';
import { Report } from './report.mjs';
import { serve } from './serve.mjs';
import { Site } from './site.mjs';

/** The least score in each category. */
const LEAST = 0.98;
const CATEGORIES = ['performance', 'accessibility', 'best-practices', 'seo'];
const FORMS = { telephone: undefined, desk: desktopConfig };
const KINDS = ['home', 'indicator', 'story', 'brief'];
const BAD = fileURLToPath(new URL('bad/site', import.meta.url));

const [folder] = process.argv.slice(2);
if (!folder) {
  console.error('usage: lighthouse.mjs FOLDER');
  process.exit(2);
}

const report = new Report();
const chrome = await launch({
  chromePath: CHROMIUM,
  chromeFlags: ['--headless=new', '--no-sandbox', '--disable-gpu', '--disable-background-networking'],
});

/** What is below the least score on a page, with the audits that took the most. */
async function faults(address, form, categories) {
  const flags = { port: chrome.port, logLevel: 'error', onlyCategories: categories, disableFullPageScreenshot: true };
  const { lhr } = await lighthouse(address, flags, FORMS[form]);
  const scores = Object.values(lhr.categories).map(({ id, score }) => `${id} ${score}`);
  console.log(`${new URL(address).pathname} [${form}]: ${scores.join(', ')}`);
  const low = Object.values(lhr.categories).filter((one) => !(one.score >= LEAST));
  return low.map(({ id, score, auditRefs }) => {
    const lost = auditRefs.filter((one) => one.weight > 0 && lhr.audits[one.id].score < 1 && lhr.audits[one.id].score !== null);
    return `${id} ${score}: ${lost.map((one) => one.id).join(', ')}`;
  });
}

/** The heaviest page of a kind in the site's own language stands for all of them. */
function heaviest(site, kind) {
  const own = site.pages.filter((page) => page.kind === kind && !/^(en|zh-Hant)\//.test(page.path));
  return own.sort((a, b) => b.bytes.length - a.bytes.length)[0];
}

try {
  const site = await Site.read(folder);
  const host = await serve(site);
  for (const kind of KINDS) {
    const page = heaviest(site, kind);
    if (!page) {
      report.check('lighthouse', kind, 'the site has no page of this kind');
      continue;
    }
    for (const form of Object.keys(FORMS)) {
      // How fast a page is depends on what else the machine does: the better of two runs counts.
      let found = await faults(host.address(page.path), form, CATEGORIES);
      if (found.length > 0) found = await faults(host.address(page.path), form, CATEGORIES);
      report.check('lighthouse', `${page.path} [${form}]`, found);
    }
  }
  host.close();

  const bad = await serve(await Site.read(BAD));
  const found = await faults(bad.address('index.html'), 'desk', ['accessibility', 'seo']);
  report.check('bites', 'lighthouse', found.length === 2 ? [] : `the bad page was let pass: ${found.join('; ')}`);
  bad.close();
} finally {
  await chrome.kill();
}
console.log(`${report.passed} passed, ${report.failures.length} failed`);
process.exit(report.failures.length === 0 ? 0 : 1);
