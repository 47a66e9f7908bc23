// Every link and every fragment of every page leads somewhere, from a host and from the disk.

import { attribute } from '../site.mjs';

const REFERENCES = ['href', 'src', 'data', 'poster', 'xlink:href'];

/** Why a reference of a page leads nowhere, or undefined. */
function fault(site, anchors, page, reference) {
  if (/^mailto:/i.test(reference)) return undefined;
  const here = new URL(`http://site/${page.path}`);
  const target = URL.canParse(reference, here) ? new URL(reference, here) : undefined;
  if (!target) return `${reference} is no address`;
  if (!/^https?:$/.test(target.protocol)) return `${reference} has the scheme ${target.protocol}`;
  if (target.origin !== here.origin) return undefined;
  if (/^[/\\]/.test(reference)) return `${reference} is absolute: lost below a path and from the disk`;
  const file = site.answer(target.pathname);
  if (!file) return `${reference} leads to no file`;
  if (target.pathname.endsWith('/')) return `${reference} names a folder: lost from the disk`;
  const fragment = decodeURIComponent(target.hash.slice(1));
  if (fragment && !anchors.get(file)?.has(fragment)) return `${reference}: no such place in ${file}`;
  return undefined;
}

export function links(site, report) {
  const anchors = new Map(
    site.pages.map((page) => [
      page.path,
      new Set(page.elements.flatMap((one) => attribute(one, 'id') ?? [])),
    ]),
  );
  for (const page of site.pages) {
    const references = page.elements.flatMap((element) => REFERENCES.flatMap((name) => attribute(element, name) ?? []));
    const faults = [...new Set(references)].map((reference) => fault(site, anchors, page, reference.trim()));
    report.check('links', page.path, faults);
  }
}
