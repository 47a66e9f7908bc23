#!/usr/bin/env node
// preview.mjs PROGRAM: the local preview in a real browser. A site is edited, broken, mended, renamed and deleted
// while its page is open; the page has to follow each time. The last line is `N passed, M failed`.

import { spawn, spawnSync } from 'node:child_process';
import { cp, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { launch } from './chromium.mjs';

const program = resolve(process.argv[2] ?? 'target/release/shanhai');
const folder = await mkdtemp(join(tmpdir(), 'shanhai-preview-'));
const site = join(folder, 'site');
const at = (path) => join(site, path);
if (spawnSync(program, ['init', site]).status !== 0) throw new Error('init failed');
await cp(at('content'), join(folder, 'clean'), { recursive: true });

let passed = 0;
const failures = [];
let server = null;
let port = 0;

function start(args) {
  return new Promise((ready, failed) => {
    server = spawn(program, ['serve', ...args], { cwd: site, stdio: ['ignore', 'ignore', 'pipe'] });
    let said = '';
    server.stderr.setEncoding('utf8').on('data', (text) => {
      said += text;
      const [, found] = /serving on http:\/\/127\.0\.0\.1:(\d+)\//.exec(said) ?? [];
      if (found) { port = Number(found); ready(); }
    });
    server.on('exit', () => failed(new Error(`it ended: ${said}`)));
  });
}

const stop = () => new Promise((ended) => { server.removeAllListeners('exit').on('exit', ended).kill('SIGINT'); });

async function test(name, work) {
  try {
    await work();
    passed += 1;
  } catch (error) {
    failures.push(name);
    console.log(`FAILED ${name}: ${error.message.split('\n').slice(0, 4).join('\n  ')}`);
  }
}

function holds(what, truth) {
  if (!truth) throw new Error(what);
}

/** The text of the preview's own part of a page. */
const said = (page, selector) => page.evaluate((wanted) =>
  [...(document.querySelector('shanhai-preview')?.shadowRoot.querySelectorAll(wanted) ?? [])].map((one) => one.textContent).join('\n'), selector);
const until = (page, work, argument) => page.waitForFunction(work, argument, { timeout: 15000 });
const shows = (page, words) => until(page, (wanted) => document.querySelector('main')?.textContent.includes(wanted), words);
const overlay = (page, words) => until(page, (wanted) => {
  const over = document.querySelector('shanhai-preview')?.shadowRoot.querySelector('.over');
  return wanted === null ? !over : over?.textContent.includes(wanted);
}, words);

const STORY = 'content/stories/zhang-village/index.md';
const FIGURES = 'content/indicators/skills/trainees.yaml';
const edit = async (path, change) => writeFile(at(path), change(await readFile(at(path), 'utf8')));
const clean = async (path) => readFile(join(folder, 'clean', path.replace('content/', '')), 'utf8');
const mend = async (path) => writeFile(at(path), await clean(path));

await start(['--port', '0']);
const browser = await launch();
const context = await browser.newContext({ viewport: { width: 900, height: 400 } });
const errors = [];
async function open(path, inside = context) {
  const page = await inside.newPage();
  page.on('pageerror', (error) => errors.push(error.message));
  page.on('console', (message) => { if (/Content Security Policy/.test(message.text())) errors.push(message.text()); });
  await page.goto(`http://127.0.0.1:${port}/${path}`, { waitUntil: 'load' });
  return page;
}

const story = await open('stories/zhang-village/');
const figures = await open('indicators/trainees/');

await test('an edit shows, and the page stays where it was', async () => {
  await story.evaluate(() => { window.stays = true; scrollTo({ top: document.documentElement.scrollHeight, behavior: 'instant' }); });
  const before = await story.evaluate(() => scrollY);
  holds('the page is long enough to scroll', before > 50);
  await edit(STORY, (text) => `${text}\n浏览器看得到。\n`);
  await shows(story, '浏览器看得到');
  holds('it was not loaded again', await story.evaluate(() => window.stays));
  holds('it stays where it was', Math.abs((await story.evaluate(() => scrollY)) - before) < 2);
});

await test('a figure changes its drawing in place, and leaves the rest alone', async () => {
  await figures.evaluate(() => {
    window.stays = true;
    window.head = document.querySelector('header');
    window.drawing = document.querySelector('main figure svg[role]')?.outerHTML;
    for (const one of document.querySelectorAll('details')) one.open = true;
  });
  await edit(FIGURES, (text) => text.replace('period: 2023, value: 480', 'period: 2023, value: 4810'));
  await until(figures, () => window.drawing !== document.querySelector('main figure svg[role]')?.outerHTML);
  holds('it was not loaded again', await figures.evaluate(() => window.stays));
  holds('the head is the same', await figures.evaluate(() => window.head === document.querySelector('header')));
  holds('details stay open', await figures.evaluate(() => [...document.querySelectorAll('details')].every((one) => one.open)));
  await mend(FIGURES);
  await overlay(figures, null);
});

await test('a mistake is explained over the last good page, as text, and goes when it is mended', async () => {
  await edit(FIGURES, (text) => text.replace(/measure: \w+/, 'measure: <img src=x onerror="window.hacked=1">'));
  for (const page of [story, figures]) await overlay(page, 'content/indicators/skills/trainees.yaml:');
  const text = await said(figures, '.over pre');
  holds('the line itself', text.includes('<img src=x onerror='));
  holds('the terminal says the same', text.includes(spawnSync(program, ['check'], { cwd: site, encoding: 'utf8' }).stdout.split('\n')[0]));
  holds('nothing of it is markup', await figures.evaluate(() => !window.hacked && !document.querySelector('shanhai-preview').shadowRoot.querySelector('img')));
  holds('the last good page is behind it', await figures.evaluate(() => document.querySelector('main h1') !== null));
  await mend(FIGURES);
  for (const page of [story, figures]) await overlay(page, null);
});

await test('a key that means nothing is explained too', async () => {
  await edit(STORY, (text) => text.replace('---\n', '---\nodd_key: 1\n'));
  await overlay(story, 'odd_key');
  await mend(STORY);
  await overlay(story, null);
});

await test('warnings sit in a badge', async () => {
  await edit(STORY, (text) => `${text}\n一共 88 人。\n`);
  await until(story, () => document.querySelector('shanhai-preview')?.shadowRoot.querySelector('button.badge')?.textContent === '1 warning');
  await story.evaluate(() => document.querySelector('shanhai-preview').shadowRoot.querySelector('button.badge').click());
  holds('it opens', (await said(story, '.warnings pre')).includes('88'));
  await mend(STORY);
  await until(story, () => !document.querySelector('shanhai-preview'));
});

await test('a click on a figure says where it is written', async () => {
  await figures.locator('.figures tr[id] td.number').first().click();
  await until(figures, () => document.querySelector('shanhai-preview')?.shadowRoot.querySelector('.place'));
  const text = await said(figures, '.place');
  holds(`file and line: ${text.slice(0, 80)}`, /content\/indicators\/skills\/trainees\.yaml:\d+/.test(text));
  await figures.keyboard.press('Escape');
  holds('it closes', (await said(figures, '.place')) === '');
});

await test('a renamed story is there under its new name, and not under the old one', async () => {
  const old = await open('stories/zhang-village/');
  await rename(at('content/stories/zhang-village'), at('content/stories/renamed'));
  // The home page names the story: that is told, and mended.
  const named = (await readFile(at('content/site.yaml'), 'utf8')).includes('zhang-village');
  if (named) {
    await overlay(old, 'zhang-village');
    await edit('content/site.yaml', (text) => text.replaceAll('zhang-village', 'renamed'));
  }
  await until(old, () => document.body.className.includes('not_found'));
  holds('the way home leads home', (await old.evaluate(() => document.querySelector('main a').href)).endsWith(`:${new URL(old.url()).port}/index.html`));
  const renamed = await open('stories/renamed/');
  await shows(renamed, '');
  holds('it is the story', await renamed.evaluate(() => document.body.className === 'page-story'));
  await rename(at('content/stories/renamed'), at('content/stories/zhang-village'));
  await mend('content/site.yaml');
  await until(old, () => document.body.className === 'page-story');
  await until(renamed, () => document.body.className.includes('not_found'));
  await Promise.all([old.close(), renamed.close()]);
});

await test('a deleted figure disappears from an open list', async () => {
  const list = await open('sources/');
  await writeFile(at('content/sources/extra.yaml'), 'title: 多出来的来源\npublished: 2024-01-01\nkind: report\nlanguage: zh-Hans\n');
  await shows(list, '多出来的来源');
  await rm(at('content/sources/extra.yaml'));
  await until(list, () => !document.querySelector('main').textContent.includes('多出来的来源'));
  await list.close();
});

await test('several tabs and browsers follow', async () => {
  const others = await Promise.all([1, 2, 3].map(() => browser.newContext()));
  const pages = await Promise.all(others.flatMap((one) => [open('stories/zhang-village/', one), open('stories/zhang-village/', one)]));
  await edit(STORY, (text) => `${text}\n人人看得到。\n`);
  await Promise.all(pages.map((page) => shows(page, '人人看得到')));
  await Promise.all(others.map((one) => one.close()));
  await mend(STORY);
});

await test('the page comes back after the server', async () => {
  await stop();
  await until(story, () => document.querySelector('shanhai-preview')?.shadowRoot.querySelector('.lost'));
  await edit(STORY, (text) => `${text}\n重启以后。\n`);
  await start(['--port', String(port)]);
  await shows(story, '重启以后');
  await until(story, () => !document.querySelector('shanhai-preview'));
  await mend(STORY);
});

await test('a theme is followed: its style sheet in place, its templates, its mistakes', async () => {
  await stop();
  const { mkdir } = await import('node:fs/promises');
  await mkdir(at('themes/own/templates'), { recursive: true });
  await writeFile(at('themes/own/extra.css'), 'h1 { color: rgb(1, 2, 3) }');
  await start(['--port', String(port), '--theme', 'own']);
  const colour = (wanted) => until(story, (is) => getComputedStyle(document.querySelector('h1')).color === is, wanted);
  await colour('rgb(1, 2, 3)');
  await story.evaluate(() => { window.stays = true; });
  await writeFile(at('themes/own/extra.css'), 'h1 { color: rgb(4, 5, 6) }');
  await colour('rgb(4, 5, 6)');
  holds('it was not loaded again', await story.evaluate(() => window.stays));
  await writeFile(at('themes/own/templates/story.html'), '{% if %}');
  await overlay(story, 'themes/own/templates/story.html:');
  await writeFile(at('themes/own/templates/story.html'), '<!DOCTYPE html><html lang="zh"><head><title>x</title></head><body class="page-story"><main>{{ nothing.here }}</main></body></html>');
  await overlay(story, 'nothing');
  await writeFile(at('themes/own/templates/story.html'), '<!DOCTYPE html><html lang="zh"><head><title>x</title></head><body class="page-story"><main>自己的模板</main></body></html>');
  await shows(story, '自己的模板');
  await overlay(story, null);
});

await test('no error and no refusal by a policy in any page', async () => holds(errors.join('\n'), errors.length === 0));

await browser.close();
await stop();
await rm(folder, { recursive: true, force: true });
console.log(`${passed} passed, ${failures.length} failed`);
process.exit(failures.length === 0 ? 0 : 1);
