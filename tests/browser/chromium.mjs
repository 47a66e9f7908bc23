// Chromium, and a tab that remembers what went wrong while a page was loaded.

import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { chromium } from 'playwright-core';

/** The same engine without windows, menus and extensions: pages load in a quarter of the time. */
const SHELL = '/usr/bin/chromium-headless-shell';
export const CHROMIUM = process.env.CHROMIUM ?? (existsSync(SHELL) ? SHELL : '/usr/bin/chromium');

export async function launch() {
  return chromium.launch({
    executablePath: CHROMIUM,
    args: [
      '--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update',
      // Nothing reaches the network, so that a request off the site fails in the same way everywhere. (A handler of
      // requests would do the same, at the price of the cache and of a detour for each request.)
      '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1',
    ],
  });
}

/** What Chromium says of a request that the rules above did not let through. */
export const refused = (error) => /net::ERR_NAME_NOT_RESOLVED/.test(error);

/** A tab for one page after another. `own` says which addresses belong to the site, `script` runs before each page. */
export class Tab {
  static async open(browser, own, { width = 1280, height = 900, script } = {}) {
    const tab = new Tab();
    tab.context = await browser.newContext({
      viewport: { width, height },
      reducedMotion: 'reduce',
      locale: 'zh-CN',
      serviceWorkers: 'block',
    });
    if (script) await tab.context.addInitScript(script);
    tab.page = await tab.context.newPage();
    tab.page.on('console', (message) => {
      if (message.type() === 'error') tab.errors.push(message.text());
    });
    tab.page.on('pageerror', (error) => tab.errors.push(`uncaught ${error.message}`));
    tab.page.on('response', (response) => {
      if (response.status() >= 400) tab.errors.push(`${response.status()} ${response.url()}`);
    });
    tab.page.on('request', (request) => {
      const address = request.url();
      if (!own(address) && !/^(data|blob|about):/.test(address)) tab.strangers.push(address);
    });
    return tab;
  }

  async load(address) {
    this.errors = [];
    this.strangers = [];
    await this.page.goto(address, { waitUntil: 'load' });
  }

  close() {
    return this.context.close();
  }
}

/** Works off `items` in as many tabs as there are processors for. */
export async function inTabs(browser, own, options, items, work, tabs = Math.max(2, availableParallelism())) {
  const queue = [...items];
  await Promise.all(
    Array.from({ length: tabs }, async () => {
      const tab = await Tab.open(browser, own, options);
      for (let item = queue.shift(); item !== undefined; item = queue.shift()) await work(tab, item);
      await tab.close();
    }),
  );
}
