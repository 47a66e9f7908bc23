#!/usr/bin/env node
// gate.mjs FOLDER: all gates over the built site in FOLDER, then over the bad site, which has to fail in
// every one of them. The last line is `N passed, M failed`.

import { bites } from './bites.mjs';
import { run } from './gates.mjs';
import { Report } from './report.mjs';

const [folder] = process.argv.slice(2);
if (!folder) {
  console.error('usage: gate.mjs FOLDER');
  process.exit(2);
}

const report = new Report();
const { pages, sampled, times } = await run(folder, report);
await bites(report);
console.log(`${pages} pages, ${sampled} of them in the slow gates; ${times.join('; ')}`);
console.log(`${report.passed} passed, ${report.failures.length} failed`);
process.exit(report.failures.length === 0 ? 0 : 1);
