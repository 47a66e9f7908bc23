// Pages stay light: an indicator's page is small on the wire, unless it lists its members.

import { gzipSync } from 'node:zlib';
import { attribute } from '../site.mjs';

/** Bytes of an indicator's page, compressed. */
const INDICATOR = 15_000;
/** Bytes of HTML that no page may have more of. */
const LARGE = 66_000;
/** The same of the page of a plan, which has the table of its main indicators: 12 kB on the wire. */
const PLAN = 95_000;
/** The same of the home page, which draws up to three hundred targets, each a link with its name. */
const HOME = 85_000;

const kilobytes = (bytes) => `${(bytes / 1000).toFixed(1)} kB`;

export function weight(site, report) {
  for (const page of site.pages) {
    const compressed = gzipSync(page.bytes).length;
    const allowed = /(^|\/)plan\/index\.html$/.test(page.path) ? PLAN : page.kind === 'home' ? HOME : LARGE;
    const large = page.bytes.length > allowed;
    report.check('weight', page.path, large && `${kilobytes(page.bytes.length)}, compressed ${kilobytes(compressed)}`);
    if (page.kind !== 'indicator') continue;
    const members = page.elements.some((one) => attribute(one, 'class')?.split(/\s+/).includes('members'));
    const heavy = !members && compressed > INDICATOR;
    report.check('weight', page.path, heavy && `${kilobytes(compressed)} compressed without members`);
  }
}
