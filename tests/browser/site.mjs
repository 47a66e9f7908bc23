// A built site: its files, its pages parsed without a browser, and which path answers which address.

import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { parse } from 'parse5';

/** The elements of a parsed document, in document order. */
export function* elements(node) {
  if (node.tagName) yield node;
  for (const child of node.childNodes ?? []) yield* elements(child);
  if (node.content) yield* elements(node.content);
}

/** The value of an attribute, or undefined. */
export const attribute = (element, name) => element.attrs.find((one) => one.name === name)?.value;

/** The text of an element. */
export const text = (node) =>
  node.nodeName === '#text' ? node.value : (node.childNodes ?? []).map(text).join('');

async function filesBelow(folder) {
  const entries = await readdir(folder, { withFileTypes: true, recursive: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath ?? entry.path, entry.name)))
    .map((file) => file.split(path.sep).join('/'))
    .sort();
}

export class Site {
  static async read(root) {
    const site = new Site();
    site.root = path.resolve(root);
    site.files = await filesBelow(site.root);
    site.known = new Set(site.files);
    site.pages = [];
    for (const file of site.files.filter((one) => one.endsWith('.html'))) {
      const bytes = await readFile(site.pathOf(file));
      const all = [...elements(parse(bytes.toString('utf8')))];
      const body = all.find((one) => one.tagName === 'body');
      const classes = (attribute(body, 'class') ?? '').split(/\s+/);
      const kind = classes.find((one) => one.startsWith('page-'))?.slice('page-'.length) ?? 'page';
      site.pages.push({ path: file, kind, bytes, elements: all });
    }
    return site;
  }

  pathOf(file) {
    return path.join(this.root, ...file.split('/'));
  }

  page(file) {
    return this.pages.find((one) => one.path === file);
  }

  /** The file that a plain host answers an address with, or undefined. */
  answer(pathname) {
    let file;
    try {
      file = path.posix.normalize(decodeURIComponent(pathname)).replace(/^\/+/, '');
    } catch {
      return undefined;
    }
    if (file === '' || file.endsWith('/')) file += 'index.html';
    return this.known.has(file) ? file : undefined;
  }
}
