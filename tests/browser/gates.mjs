// All gates over one site.

import { access } from './gates/access.mjs';
import { document } from './gates/document.mjs';
import { file } from './gates/file.mjs';
import { keyboard } from './gates/keyboard.mjs';
import { links } from './gates/links.mjs';
import { markup } from './gates/markup.mjs';
import { queries } from './gates/queries.mjs';
import { search } from './gates/search.mjs';
import { sweep } from './gates/sweep.mjs';
import { weight } from './gates/weight.mjs';
import { world } from './gates/world.mjs';
import { launch } from './chromium.mjs';
import { sample } from './sample.mjs';
import { serve } from './serve.mjs';
import { Site } from './site.mjs';

/** The gates, in the order in which they run; `markup` runs beside the others. */
export const GATES = [
  'document', 'links', 'weight', 'markup', 'console', 'offsite', 'length', 'reflow', 'charts', 'file', 'keyboard', 'access',
  'search', 'world',
];

/** Runs every gate over the site in `folder` and says how long each took. */
export async function run(folder, report) {
  const site = await Site.read(folder);
  if (site.pages.length === 0) throw new Error(`no page in ${folder}: nothing was looked at`);
  const pages = sample(site);
  const times = [];
  const timed = async (name, work) => {
    const start = Date.now();
    await work();
    times.push(`${name} ${((Date.now() - start) / 1000).toFixed(0)} s`);
  };

  const host = await serve(site);
  let browser;
  // A rejection of the checker is awaited below, whatever happens before that.
  const checking = timed('markup', () => markup(site, report));
  checking.catch(() => {});
  try {
    browser = await launch();
    const tools = { browser, host };
    await timed('document, links, weight', async () => {
      document(site, report);
      links(site, report);
      weight(site, report);
    });
    await timed('console, offsite, length, reflow, charts', () => sweep(site, report, tools));
    await timed('file', () => file(pages, site, report, tools));
    await timed('keyboard', () => keyboard(pages, report, tools));
    await timed('search', async () => {
      await search(site, report, tools);
      await queries(site, report, tools);
    });
    await timed('world', () => world(site, report, tools));
    await timed('access', () => access(pages, report, tools));
    await checking;
  } finally {
    await browser?.close();
    host.close();
  }
  return { pages: site.pages.length, sampled: pages.length, times };
}
