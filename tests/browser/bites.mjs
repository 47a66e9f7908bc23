// The gates bite: each line of bad/expected.txt is a failure that the bad site must bring.

import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createHash } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import os from 'node:os';
import path from 'node:path';
import { GATES, run } from './gates.mjs';
import { Report } from './report.mjs';

const BAD = fileURLToPath(new URL('bad', import.meta.url));

/** A page that does not compress: digests of numbers. */
function heavy() {
  const digests = Array.from({ length: 600 }, (_, at) => createHash('sha256').update(String(at)).digest('hex'));
  return `<!DOCTYPE html><html lang="en"><title>Heavy</title><body class="page-indicator"><h1>Heavy</h1>${digests.join(' ')}`;
}

export async function bites(report) {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'bad-site-'));
  try {
    await cp(path.join(BAD, 'site'), folder, { recursive: true });
    await mkdir(path.join(folder, 'indicators'));
    await writeFile(path.join(folder, 'indicators', 'heavy.html'), heavy());
    const found = new Report({ quiet: true });
    await run(folder, found);
    const expected = (await readFile(path.join(BAD, 'expected.txt'), 'utf8')).split('\n').filter(Boolean);
    for (const line of expected) {
      const there = found.failures.some((failure) => failure.startsWith(`FAIL ${line}`));
      report.check('bites', line, there ? [] : ['the gate let it pass']);
    }
    for (const gate of GATES.filter((one) => !expected.some((line) => line.startsWith(`${one} `)))) {
      report.check('bites', gate, ['nothing shows that this gate bites']);
    }
  } finally {
    await rm(folder, { recursive: true });
  }
}
