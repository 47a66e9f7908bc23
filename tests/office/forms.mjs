#!/usr/bin/env node
// forms.mjs SHANHAI CITY: figures out and back through another program. The workbooks of a request of the site in CITY
// are opened by LibreOffice, filled in, saved by it as XLSX and taken over; one unit sends nothing. Then two bad ones, which
// have to be refused. Without LibreOffice Calc this says so and tests nothing. The last line is `N passed, M failed`.

import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { end, judge } from './judge.mjs';

const [program, city] = process.argv.slice(2).map((path) => resolve(path));
if (!program || !city) {
  console.error('usage: forms.mjs SHANHAI CITY');
  process.exit(2);
}

const REQUEST = `title: 2025年上半年主要指标报送表
source: units-2025-h1
due: 2025-07-10
ask: [2025-H1]
show: [2021, 2022, 2023, 2024]
from:
  - { units: [all] }
  - { scopes: [districts], indicators: [urbanisation, pension-coverage, grain] }
`;
const SOURCE = 'title: 2025年上半年主要指标报送表\npublished: 2025-07-10\nkind: report\nlanguage: zh-Hans\n';

const work = mkdtempSync(join(tmpdir(), 'forms-'));
const run = (...args) => {
  const ran = spawnSync(program, args, { cwd: work, encoding: 'utf8', env: { ...process.env, NO_COLOR: '1' } });
  return { code: ran.status, said: ran.stderr, data: ran.stdout };
};

// Opens files and saves them in another format, all in one go.
function convert(to, folder, files) {
  mkdirSync(folder, { recursive: true });
  spawnSync('soffice', ['--headless', `-env:UserInstallation=file://${work}/office`, '--convert-to', to, '--outdir', folder, ...files], {
    stdio: 'ignore', env: { ...process.env, HOME: work }, timeout: 300_000,
  });
}

// Fills in the open cells of a flat document: the number before, or `value`.
function filled(text, value) {
  return text.replace(/<table:table-row [^>]*>(?:(?!<\/table:table-row>).)*<\/table:table-row>/gs, (row) => {
    if (!/<text:p>[a-z0-9-]+\|[a-z0-9-]+/.test(row)) return row;
    const before = [...row.matchAll(/office:value="([^"]*)"/g)].at(-1)?.[1];
    const open = /<table:table-cell table:style-name="(ce\d+)" table:content-validation-name="(val\d+)"\/>/;
    const number = value ?? before;
    if (number === undefined) return row;
    return row.replace(open, (_, style, check) => `<table:table-cell table:style-name="${style}" table:content-validation-name="${check}" `
      + `office:value-type="float" office:value="${number}" calcext:value-type="float"><text:p>${number}</text:p></table:table-cell>`);
  });
}

// The verdicts of a built site, by target.
function verdicts(output) {
  run('build', '--output', output);
  const lines = readFileSync(join(work, output, 'data/verdicts.csv'), 'utf8').split('\r\n');
  const head = lines[0].replace('\ufeff', '').split(',');
  const at = head.indexOf('status');
  return new Map(lines.slice(1).filter(Boolean).map((line) => [line.split(',').slice(0, 2).join(), line.split(',')[at]]));
}

try {
  cpSync(join(city, 'content'), join(work, 'content'), { recursive: true });
  mkdirSync(join(work, 'content/requests'), { recursive: true });
  writeFileSync(join(work, 'content/requests/h1.yaml'), REQUEST);
  judge(run('export', '--request', 'h1', '--out', 'forms').code === 0, 'no workbooks were written');
  const names = readdirSync(join(work, 'forms')).sort();
  judge(names.length === 24, `${names.length} workbooks instead of 24`);
  convert('fods', join(work, 'flat'), names.map((name) => join(work, 'forms', name)));
  if (!existsSync(join(work, 'flat', names[0].replace('.xlsx', '.fods')))) {
    console.log('SKIPPED: no LibreOffice Calc here (libreoffice-calc-nogui); no workbook was filled in');
    end();
  }
  const silent = 'h1-dongcheng.xlsx';
  const sent = names.filter((name) => name !== silent);
  for (const name of sent) {
    const flat = join(work, 'flat', name.replace('.xlsx', '.fods'));
    writeFileSync(flat, filled(readFileSync(flat, 'utf8')));
  }
  convert('xlsx', join(work, 'back'), sent.map((name) => join(work, 'flat', name.replace('.xlsx', '.fods'))));
  const back = readdirSync(join(work, 'back')).sort().map((name) => join('back', name));
  judge(back.length === 23, `${back.length} workbooks came back instead of 23`);

  // What the dry run says of verdicts is what the build then shows.
  writeFileSync(join(work, 'content/sources/units-2025-h1.yaml'), SOURCE);
  const before = verdicts('before');
  const dry = run('import', '--dry-run', ...back);
  judge(dry.code === 0, 'a workbook was refused:', dry.data, dry.said);
  judge(!existsSync(join(work, 'content/actuals/units-2025-h1.csv')), 'a dry run wrote something');
  const taken = run('import', ...back);
  judge(taken.code === 0, 'a workbook was refused:', taken.data, taken.said);
  const after = verdicts('after');
  const turned = [...after].filter(([target, status]) => before.get(target) !== status).length;
  const foretold = dry.said.split('\n').filter((line) => / → |：.* → /.test(line) && !/^改动/.test(line)).length;
  judge(turned === foretold, `the dry run foretold ${foretold} verdicts, ${turned} turned`);
  const table = readFileSync(join(work, 'content/actuals/units-2025-h1.csv'));
  run('import', ...back);
  judge(table.equals(readFileSync(join(work, 'content/actuals/units-2025-h1.csv'))), 'taken twice, the table has other bytes');
  const status = run('request', 'h1').data.split('\n').filter((line) => line.includes('未报'));
  judge(status.length === 1 && status[0].startsWith('dongcheng'), 'not exactly the silent unit is named:', ...status);

  // Two that must not pass: a hundredth of what is meant, and a file cut short.
  const flat = join(work, 'flat', silent.replace('.xlsx', '.fods'));
  writeFileSync(flat, filled(readFileSync(flat, 'utf8'), '0.621'));
  convert('xlsx', join(work, 'bad'), [flat]);
  const asked = run('import', join('bad', silent));
  judge(asked.code === 1 && asked.data.includes('per-cent'), 'a hundredth passes for a per cent', asked.data);
  writeFileSync(join(work, 'bad/short.xlsx'), readFileSync(join(work, 'bad', silent)).subarray(0, 3000));
  judge(run('import', 'bad/short.xlsx').code === 1, 'a file that was cut short passes');
} finally {
  rmSync(work, { recursive: true, force: true });
}
end();
