// Chromium, and a tab that remembers what went wrong while a page was loaded.

import { chromium } from 'playwright-core';

export async function launch() {
  return chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update'],
  });
}

/** A tab for one page after another. `own` says which addresses belong to the site. */
export class Tab {
  static async open(browser, own, { width = 1280, height = 900 } = {}) {
    const tab = new Tab();
    tab.context = await browser.newContext({
      viewport: { width, height },
      reducedMotion: 'reduce',
      locale: 'zh-CN',
      serviceWorkers: 'block',
    });
    // Nothing reaches the network, so that a request off the site fails in the same way everywhere.
    await tab.context.route(
      (address) => !own(address.href),
      (route) => route.abort(),
    );
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
export async function inTabs(browser, own, options, items, work, tabs = 2) {
  const queue = [...items];
  await Promise.all(
    Array.from({ length: tabs }, async () => {
      const tab = await Tab.open(browser, own, options);
      for (let item = queue.shift(); item !== undefined; item = queue.shift()) await work(tab, item);
      await tab.close();
    }),
  );
}
