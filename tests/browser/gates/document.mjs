// What holds for each page as a text, whatever the checker says: one heading, a title, a language, and
// no style or script inside the page.

import { attribute, text } from '../site.mjs';

export function document(site, report) {
  for (const page of site.pages) {
    const faults = [];
    const all = (name) => page.elements.filter((one) => one.tagName === name);
    if (all('h1').length !== 1) faults.push(`${all('h1').length} h1 elements`);
    if (!all('title').some((one) => text(one).trim())) faults.push('no title');
    if (!attribute(all('html')[0], 'lang')) faults.push('no language');
    for (const element of page.elements) {
      const name = element.tagName;
      // A script may come from a file, on the search page; data for programs runs nothing.
      const data = attribute(element, 'type') === 'application/ld+json';
      const file = page.kind === 'search' && attribute(element, 'src');
      if (name === 'style' || (name === 'script' && !data && !file)) faults.push(`inline ${name} element`);
      for (const one of element.attrs) {
        if (one.name === 'style' || one.name.startsWith('on')) faults.push(`inline ${one.name} of ${name}`);
      }
    }
    report.check('document', page.path, faults);
  }
}
