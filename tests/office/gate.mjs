#!/usr/bin/env node
// gate.mjs FOLDER: briefs of the built site in FOLDER as another program understands them. LibreOffice opens the
// smallest, the middle and the largest DOCX of each language and prints them, and the prints have to show what the
// files hold; then two bad files, which have to fail. The last line is `N passed, M failed`.

import { execFileSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { end, judge } from './judge.mjs';

const [site] = process.argv.slice(2);
if (!site) {
  console.error('usage: gate.mjs FOLDER');
  process.exit(2);
}

const said = (program, ...args) => execFileSync(program, args, { encoding: 'utf8', maxBuffer: 64 << 20, stdio: ['ignore', 'pipe', 'ignore'] });
const part = (docx, name) => said('unzip', '-p', docx, name);
const words = (xml) => xml.replace(/<w:tab\/>|<w:br\/>/g, ' ').replace(/<[^>]*>/g, '')
  .replace(/&lt;/g, '<').replace(/&gt;/g, '>').replace(/&quot;/g, '"').replace(/&apos;/g, "'").replace(/&amp;/g, '&');
// A print has spaces and line ends where it likes, and some faces give a character as the radical that looks the same.
const squeezed = (text) => text.normalize('NFKC').replace(/\s/g, '');

// The smallest, the middle and the largest brief of each language.
function sample() {
  const found = [];
  for (const lang of ['', 'en', 'zh-Hant']) {
    const folder = join(site, lang, 'briefs');
    if (!existsSync(folder)) continue;
    const briefs = readdirSync(folder, { recursive: true }).filter((name) => name.endsWith('.docx')).sort()
      .map((name) => join(folder, name)).sort((one, other) => statSync(one).size - statSync(other).size);
    found.push(...new Set([briefs[0], briefs[briefs.length >> 1], briefs.at(-1)].filter(Boolean)));
  }
  return found;
}

// Prints all DOCX of a folder beside them.
function print(folder, work) {
  const files = readdirSync(folder).filter((name) => name.endsWith('.docx')).map((name) => join(folder, name));
  execFileSync('soffice', ['--headless', `-env:UserInstallation=file://${work}/office`, '--convert-to', 'pdf', '--outdir', folder, ...files], {
    stdio: 'ignore', env: { ...process.env, HOME: work },
  });
}

// What the print of a DOCX lacks.
function lacking(docx, pdf) {
  if (!existsSync(pdf)) return ['everything: it cannot be opened'];
  const shown = squeezed(said('pdftotext', pdf, '-'));
  const wanted = [words(part(docx, 'docProps/core.xml').match(/<dc:title>(.*?)<\/dc:title>/s)[1]), '— 1 —'];
  const text = part(docx, 'word/document.xml');
  for (const [, paragraph] of text.matchAll(/<w:p>(.*?)<\/w:p>/gs)) {
    // A paragraph may be cut in two by the foot of a page: headings and captions are not.
    if (/<w:pStyle w:val="(Heading\d|Caption|BriefMasthead|BriefTableHead)"/.test(paragraph)) wanted.push(words(paragraph));
  }
  const notes = [...part(docx, 'word/footnotes.xml').matchAll(/<w:footnote w:id="\d+">(.*?)<\/w:footnote>/gs)].slice(1);
  wanted.push(...notes.slice(0, 1).map(([, note]) => words(note)));
  const lacks = wanted.filter((each) => !shown.includes(squeezed(each)));
  const pictures = said('unzip', '-Z1', docx).split('\n').filter((name) => name.startsWith('word/media/')).length;
  const drawn = said('pdfimages', '-list', pdf).split('\n').filter((line) => / image /.test(line)).length;
  if (drawn < pictures) lacks.push(`${pictures - drawn} of ${pictures} pictures`);
  if (!/<w:tbl>/.test(text) && !pictures) console.log(`  (no table and no chart in ${docx})`);
  if (!/Page size:.*\(A4\)/.test(said('pdfinfo', pdf))) lacks.push('A4');
  return lacks;
}

// Two files that must not pass: one cut short, one whose title is not in its text.
function spoil(good, folder) {
  writeFileSync(join(folder, 'short.docx'), readFileSync(good).subarray(0, 4000));
  const untitled = join(folder, 'untitled.docx');
  copyFileSync(good, untitled);
  mkdirSync(join(folder, 'word'));
  const text = part(good, 'word/document.xml').replace(/(<w:pStyle w:val="Title"\/>.*?)<w:t [^>]*>[^<]*<\/w:t>/s, '$1');
  writeFileSync(join(folder, 'word', 'document.xml'), text);
  execFileSync('zip', ['-q', 'untitled.docx', 'word/document.xml'], { cwd: folder });
}

const work = mkdtempSync(join(tmpdir(), 'office-'));
try {
  const briefs = sample();
  judge(briefs.length > 0, `no brief in ${site}`);
  const [good, bad] = [join(work, 'good'), join(work, 'bad')];
  mkdirSync(good);
  mkdirSync(bad);
  briefs.forEach((docx, at) => copyFileSync(docx, join(good, `${at}.docx`)));
  print(good, work);
  briefs.forEach((docx, at) => {
    const lacks = lacking(join(good, `${at}.docx`), join(good, `${at}.pdf`));
    judge(lacks.length === 0, `${relative(site, docx)} does not show`, ...lacks);
  });
  if (briefs.length > 0) {
    spoil(join(good, '0.docx'), bad);
    print(bad, work);
    for (const name of ['short', 'untitled']) {
      judge(lacking(join(good, '0.docx'), join(bad, `${name}.pdf`)).length > 0, `a bad file (${name}) passes for a good one`);
    }
  }
} finally {
  rmSync(work, { recursive: true, force: true });
}
end();
