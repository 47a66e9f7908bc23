// The briefs of a built site, as files: node print.mjs SITE. Needs qpdf and poppler-utils.
//
// Each PDF is whole (qpdf), carries its faces (pdffonts), is tagged, of A4 and PDF/A (pdfinfo), and says in
// reading order what its page says, with every number (pdftotext).

import { execFile } from 'node:child_process';
import { stat } from 'node:fs/promises';
import { promisify } from 'node:util';
import { Report } from './report.mjs';
import { Site, attribute, elements, text } from './site.mjs';

const run = promisify(execFile);
/** Bytes that no brief may have more of. */
const LARGE = 400_000;
const AT_ONCE = 3;

/** What a program says; what it complains of is a fault. */
async function said(program, args, faults) {
  try {
    return (await run(program, args, { maxBuffer: 1 << 26 })).stdout;
  } catch (error) {
    faults.push(`${program}: ${(error.stderr || error.message).trim().split('\n')[0]}`);
    return '';
  }
}

const has = (element, name) => attribute(element, 'class')?.split(/\s+/).includes(name) ?? false;
/** Where a note stands. */
const BREAK = '\u0000';
/** Words without spaces: a line may end anywhere between Chinese characters. */
const bare = (words) => words.replace(/[\s\u2060\u00ad]+/g, '').replace(/-/g, '');

/** What the page of a brief says, paragraph by paragraph, and the cells of its tables. */
function onPage(page) {
  const sheet = page.elements.find((one) => one.tagName === 'article' && has(one, 'sheet'));
  const body = [...elements(sheet)].find((one) => has(one, 'text'));
  const title = [...elements(sheet)].find((one) => one.tagName === 'h1');
  const words = (node) => {
    if (node.nodeName === '#text') return node.value;
    if (node.attrs && has(node, 'mark')) return BREAK;
    return node.attrs && has(node, 'marker') ? '' : (node.childNodes ?? []).map(words).join('');
  };
  const blocks = body.childNodes
    .flatMap((one) => (one.tagName === 'ul' ? one.childNodes : [one]))
    .filter((one) => ['p', 'h2', 'h3', 'h4', 'li'].includes(one.tagName));
  const cells = [...elements(body)].filter((one) => one.tagName === 'td');
  return { title: text(title), blocks: blocks.map(words), cells: cells.map(words) };
}

/** The pieces of a paragraph between its notes, without spaces; very short ones say nothing of the order. */
const pieces = (words) => words.split(BREAK).map(bare).filter((one) => one.length > 6);
const numbers = (words) => words.replaceAll(BREAK, ' ').match(/\d[\d,.]*\d|\d/g) ?? [];

async function one(site, page, report) {
  const folder = page.path.slice(0, -'index.html'.length);
  const name = folder.split('/').at(-2);
  const file = `${folder}${name}.pdf`;
  if (!site.known.has(file)) return report.check('print', page.path, 'it has no PDF');
  const path = site.pathOf(file);
  const faults = [];
  await said('qpdf', ['--check', path], faults);
  const fonts = (await said('pdffonts', [path], faults)).split('\n').slice(2).filter(Boolean);
  if (fonts.length === 0) faults.push('no face');
  for (const font of fonts) {
    if (/Type 3/.test(font)) faults.push(`a face of type 3: ${font}`);
    // emb sub uni
    if (!/\syes\s+yes\s+yes\s+\d+\s+\d+$/.test(font)) faults.push(`not embedded, or without characters: ${font}`);
  }
  const info = await said('pdfinfo', [path], faults);
  for (const [what, wanted] of [
    ['Tagged', /^yes$/],
    ['Page size', /A4/],
    ['Title', /./],
    ['Author', /./],
  ]) {
    const found = new RegExp(`^${what}:\\s+(.*)$`, 'm').exec(info)?.[1] ?? '';
    if (!wanted.test(found)) faults.push(`${what}: “${found}”`);
  }
  const meta = await said('pdfinfo', ['-meta', path], faults);
  for (const wanted of ['<pdfaid:part>2</pdfaid:part>', '<pdfaid:conformance>A</pdfaid:conformance>', '<pdfuaid:part>1</pdfuaid:part>']) {
    if (!meta.includes(wanted)) faults.push(`does not say ${wanted}`);
  }
  if ((await stat(path)).size > LARGE) faults.push(`${(await stat(path)).size} bytes`);

  const { title, blocks, cells } = onPage(page);
  const pdf = bare(await said('pdftotext', ['-enc', 'UTF-8', path, '-'], faults));
  if (!pdf.includes(bare(title))) faults.push(`the title “${title}” is not in it`);
  let at = 0;
  for (const piece of blocks.flatMap(pieces)) {
    // A page may end within a piece, and its notes then stand in between.
    const found = [0, 4, 8, 12]
      .map((from) => piece.slice(from, from + 8))
      .filter((part) => part.length > 5)
      .map((part) => pdf.indexOf(part, at))
      .find((place) => place >= 0);
    if (found === undefined) faults.push(`“${piece.slice(0, 24)}” is missing, or stands out of order`);
    else at = found;
  }
  for (const number of new Set([...blocks, ...cells].flatMap(numbers))) {
    if (!pdf.includes(number)) faults.push(`the number ${number} is missing`);
  }
  report.check('print', file, faults);
}

const root = process.argv[2];
const report = new Report();
const site = await Site.read(root);
const pages = site.pages.filter((page) => page.kind === 'brief');
if (pages.length === 0) report.check('print', root, 'there are no briefs');
const waiting = [...pages];
await Promise.all(
  Array.from({ length: AT_ONCE }, async () => {
    for (let page = waiting.shift(); page; page = waiting.shift()) await one(site, page, report);
  }),
);
console.log(`${report.passed} passed, ${report.failures.length} failed`);
process.exitCode = report.failures.length > 0 ? 1 : 0;
