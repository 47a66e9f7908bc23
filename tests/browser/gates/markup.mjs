// The Nu HTML checker over every HTML, CSS and SVG file; its warnings count as faults.

import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import path from 'node:path';
import vnu from 'vnu-jar';

/** What the checker says and we do not believe: each with the reason. */
const KNOWN = [
  // Data for programs runs nothing, and the checker does not know files as a source; the gates document and console look at scripts.
  /[Ss]cript.*(violates Content Security Policy|blocked by)|blocked by “script-src” directive/,
  // Container queries: every browser has them since 2023, the checker does not know them yet.
  /^CSS: (“container-type”: Property “container-type” doesn't exist|Unrecognized at-rule “@container”)/,
  // The checker reads files from the disk, where 'self' names nothing; served pages load the sheet, and
  // the gate `file` shows that pages opened from the disk do as well.
  /^Resource violates Content Security Policy \(meta tag\): external stylesheet/,
];

/** As many files as one run of the checker is given: it is fast only once it is warm, and a list of arguments has an end. */
const BATCH = 8000;

function java(args) {
  return new Promise((done, broken) => {
    const child = spawn('java', args, { stdio: ['ignore', 'ignore', 'pipe'] });
    let said = '';
    child.stderr.on('data', (data) => (said += data));
    child.on('error', broken);
    child.on('close', () => done(said));
  });
}

export async function markup(site, report) {
  const files = site.files.filter((file) => /\.(html|css|svg)$/.test(file));
  const faults = new Map(files.map((file) => [file, []]));
  for (let at = 0; at < files.length; at += BATCH) {
    const batch = files.slice(at, at + BATCH).map((file) => site.pathOf(file));
    const said = await java([
      '-Xss8m', '-XX:+UseSerialGC', '-jar', String(vnu), '--also-check-css', '--also-check-svg', '--format', 'json', ...batch,
    ]);
    let messages;
    try {
      ({ messages } = JSON.parse(said));
    } catch {
      throw new Error(`the Nu HTML checker did not run: ${said.slice(0, 300)}`);
    }
    for (const one of messages) {
      const fault = one.type !== 'info' || one.subType === 'warning';
      if (!fault || KNOWN.some((known) => known.test(one.message))) continue;
      const file = path.relative(site.root, fileURLToPath(one.url)).split(path.sep).join('/');
      faults.get(file).push(`line ${one.lastLine ?? '?'}: ${one.message}`);
    }
  }
  for (const [file, found] of faults) report.check('markup', file, found);
}
