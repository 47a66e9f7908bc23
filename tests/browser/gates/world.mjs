// What other programs read: feeds, the sitemap with its languages, robots.txt, and what pages say of themselves.

import { readFile } from 'node:fs/promises';
import { attribute, text } from '../site.mjs';

const ATOM = 'http://www.w3.org/2005/Atom';
const RFC3339 = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(Z|[+-]\d\d:\d\d)$/;

/** Runs in a page: an XML document as nested lists of names, attributes and words, or why it is none. */
function parsed(source) {
  const document = new DOMParser().parseFromString(source, 'application/xml');
  const wrong = document.querySelector('parsererror');
  if (wrong) return { wrong: wrong.textContent };
  const tree = (element) => ({
    space: element.namespaceURI,
    name: element.localName,
    attributes: Object.fromEntries([...element.attributes].map((one) => [one.name, one.value])),
    words: element.children.length === 0 ? element.textContent : '',
    children: [...element.children].map(tree),
  });
  return tree(document.documentElement);
}

const named = (element, name) => element.children.filter((one) => one.name === name);
const absolute = (address) => /^https?:\/\/[^/]+\//.test(address ?? '');

/** The file of the site that an absolute address of it names. */
function fileOf(site, base, address) {
  if (!address.startsWith(base)) return undefined;
  return site.answer(`/${address.slice(base.length).split('#')[0]}`);
}

function feed(site, base, root) {
  const faults = [];
  if (root.wrong) return [root.wrong];
  if (root.space !== ATOM || root.name !== 'feed') faults.push('is no Atom feed');
  const whole = (element, name) => {
    for (const needed of ['id', 'title', 'updated']) {
      if (!named(element, needed)[0]?.words.trim()) faults.push(`${name} has no ${needed}`);
    }
    const updated = named(element, 'updated')[0]?.words ?? '';
    if (!RFC3339.test(updated)) faults.push(`${name}: ${updated} is no time`);
  };
  whole(root, 'the feed');
  if (named(root, 'author').length === 0) faults.push('nobody is its author');
  const entries = named(root, 'entry');
  if (entries.length === 0) faults.push('no entry');
  const ids = new Set();
  for (const entry of entries) {
    const id = named(entry, 'id')[0]?.words ?? 'an entry';
    whole(entry, id);
    if (ids.has(id)) faults.push(`${id} is there twice`);
    ids.add(id);
    const link = named(entry, 'link')[0]?.attributes.href;
    if (!absolute(link) || !fileOf(site, base, link)) faults.push(`${link} leads to no page`);
  }
  return faults;
}

function sitemap(site, base, root) {
  if (root.wrong) return [root.wrong];
  const faults = [];
  const alternates = new Map();
  for (const url of named(root, 'url')) {
    const loc = named(url, 'loc')[0]?.words;
    if (!absolute(loc) || !fileOf(site, base, loc)) faults.push(`${loc} is no page of the site`);
    if (alternates.has(loc)) faults.push(`${loc} is there twice`);
    alternates.set(loc, named(url, 'link').map((one) => one.attributes));
  }
  if (alternates.size === 0) faults.push('no page');
  for (const [loc, others] of alternates) {
    if (others.length > 0 && !others.some((one) => one.href === loc)) faults.push(`${loc} does not name itself`);
    for (const { href } of others) {
      const back = alternates.get(href)?.some((one) => one.href === loc);
      if (!back) faults.push(`${href} does not lead back to ${loc}`);
    }
  }
  return faults;
}

/** What JSON-LD has to hold for what it says it is. */
const NEEDED = {
  Dataset: ['name', 'description'],
  Article: ['headline', 'inLanguage'],
  WebSite: ['name'],
  BreadcrumbList: ['itemListElement'],
};
const PAGES = { indicator: 'Dataset', story: 'Article', home: 'WebSite' };

function linked(page) {
  const faults = [];
  const types = [];
  for (const script of page.elements.filter((one) => attribute(one, 'type') === 'application/ld+json')) {
    let data;
    try {
      data = JSON.parse(text(script));
    } catch (error) {
      faults.push(`JSON-LD cannot be read: ${error.message}`);
      continue;
    }
    if (data['@context'] !== 'https://schema.org') faults.push('JSON-LD without its vocabulary');
    for (const thing of data['@graph'] ?? [data]) {
      const type = thing['@type'];
      types.push(type);
      if (!NEEDED[type]) faults.push(`JSON-LD of the unknown type ${type}`);
      for (const name of NEEDED[type] ?? []) if (!thing[name]?.length) faults.push(`${type} has no ${name}`);
    }
  }
  const wanted = PAGES[page.kind];
  if (wanted && !types.includes(wanted)) faults.push(`does not say that it is a ${wanted}`);
  return faults;
}

/** The picture that stands for a page elsewhere: a PNG of the site, as large as the page says, and described. */
async function picture(site, page, own) {
  const said = (property) => {
    const found = page.elements.find((one) => attribute(one, 'property') === property);
    return found && attribute(found, 'content');
  };
  const url = said('og:image');
  if (!url || !own) return ['no og:image'];
  // The page's own address less its path is the site's.
  const base = own.slice(0, own.length - page.path.replace(/(^|\/)index\.html$/, '$1').length);
  const file = url.startsWith(base) ? url.slice(base.length) : url;
  if (!site.known.has(file)) return [`og:image ${url} is no file of the site`];
  const png = await readFile(site.pathOf(file));
  const faults = [];
  if (png.toString('latin1', 1, 4) !== 'PNG') faults.push(`${file} is no PNG`);
  for (const [name, at] of [['width', 16], ['height', 20]]) {
    if (Number(said(`og:image:${name}`)) !== png.readUInt32BE(at)) faults.push(`og:image:${name} is not that of ${file}`);
  }
  if (!said('og:image:alt')?.trim()) faults.push('og:image without words');
  return faults;
}

export async function world(site, report, { browser }) {
  for (const page of site.pages) {
    const of = (name) => page.elements.filter((one) => attribute(one, 'rel') === name);
    const faults = linked(page);
    const own = of('canonical').map((one) => attribute(one, 'href'));
    if (own.length !== 1 || !absolute(own[0])) faults.push('no canonical address');
    for (const property of ['og:title', 'og:description', 'og:url']) {
      if (!page.elements.some((one) => attribute(one, 'property') === property)) faults.push(`no ${property}`);
    }
    faults.push(...(await picture(site, page, own[0])));
    report.check('world', page.path, faults);
  }
  const tab = await browser.newPage();
  const tree = async (file) => tab.evaluate(parsed, await readFile(site.pathOf(file), 'utf8'));
  const home = site.page('index.html')?.elements.find((one) => attribute(one, 'rel') === 'canonical');
  const base = (home && attribute(home, 'href')) || 'https://no-address.example/';
  const feeds = site.files.filter((file) => /(^|\/)feed\.xml$/.test(file));
  if (feeds.length === 0) report.check('world', 'feed.xml', ['there is none']);
  for (const file of feeds) report.check('world', file, feed(site, base, await tree(file)));
  const map = site.known.has('sitemap.xml') ? sitemap(site, base, await tree('sitemap.xml')) : ['there is none'];
  report.check('world', 'sitemap.xml', map);
  const robots = site.known.has('robots.txt') ? await readFile(site.pathOf('robots.txt'), 'utf8') : '';
  report.check('world', 'robots.txt', !robots.includes(`Sitemap: ${base}sitemap.xml`) && 'does not name the sitemap');
  await tab.close();
}
