#!/usr/bin/env node
// Checks every page of a built site as browsers, validators and screen readers see it.
//   node check.mjs SITE [--pages REGEX] [--lighthouse 4] [--only lighthouse] [--report FILE.json]
// Holds on every page: no HTML or SVG error (Nu, html-validate); no accessibility violation at any level (axe-core), light and
// dark, while walking through a drawing, and in every view of a changed one; no shape of a drawing in a colour of its own
// where the system forces colours, and no changed words without their lines; no console message; no broken link or fragment;
// no request to another host; no sideways scroll at 320 px, in the largest letters neither; all of it also from the disk. A
// regulation page weighs less than 150 KB, fonts apart. Lighthouse looks at a few pages. Prints every fault and ends with their number.
// With --pages only those are looked at whose path within the site the expression finds.
import fs from 'node:fs';
import path from 'node:path';
import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { HtmlValidate, StaticConfigLoader } from 'html-validate';
import { executablePath, fileUrl, flags, launch } from './browser.mjs';
import { serve } from './serve.mjs';

const require = createRequire(import.meta.url);
const option = (name, usual) => { const at = process.argv.indexOf(`--${name}`); return at < 0 ? usual : process.argv[at + 1]; };
const site = fs.realpathSync(process.argv[2]);
const WEIGHT_MAX = 150_000, NARROW = 320;
// A machine that does other things besides takes a point or two.
const PERFORMANCE_LEAST = 90;
const faults = [], figures = {};
const fault = (kind, page, text) => faults.push({ kind, page, text });

const files = fs.readdirSync(site, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile()).map((entry) => path.relative(site, path.join(entry.parentPath ?? entry.path, entry.name)).split(path.sep).join('/')).sort();
const wanted = new RegExp(option('pages', ''));
const pages = files.filter((file) => file.endsWith('.html') && wanted.test(file));
const address = (root, page) => root + page.split('/').map(encodeURIComponent).join('/');

function validators() {
  const jar = require.resolve('vnu-jar/build/dist/vnu.jar');
  const { stderr, error } = spawnSync('java', ['-Xss8m', '-jar', jar, '--format', 'json', '--exit-zero-always', '--also-check-svg', '--skip-non-html', ...(option('pages') ? pages.map((page) => path.join(site, page)) : [site])], { encoding: 'utf8', maxBuffer: 1 << 30 });
  if (error) throw error;
  for (const { type, url, lastLine, message } of JSON.parse(stderr || '{"messages":[]}').messages) {
    if (type !== 'info') fault('Nu', `${url?.split(site)[1] ?? ''}:${lastLine}`, message);
  }
}

async function htmlValidate() {
  const config = { root: true, extends: ['html-validate:standard', 'html-validate:a11y'], rules: { 'long-title': 'off', 'no-trailing-whitespace': 'off' } };
  const validator = new HtmlValidate(new StaticConfigLoader(config));
  for (const page of pages) {
    const { results } = await validator.validateString(fs.readFileSync(path.join(site, page), 'utf8'), page);
    for (const { messages } of results) for (const { ruleId, message, line, severity } of messages) {
      if (severity === 2) fault('html-validate', `${page}:${line}`, `${ruleId}: ${message}`);
    }
  }
}

// What a page has and where it leads, as the browser sees it with all its scripts done.
const gather = () => ({
  ids: [...document.querySelectorAll('[id]')].map(({ id }) => id),
  links: [...document.querySelectorAll('[href], [src]')].map((element) => element.getAttribute('href') ?? element.getAttribute('src')),
});

function checkLinks(found) {
  const known = new Set(files);
  let checked = 0;
  for (const [page, { links }] of found) for (const link of links) {
    if (/^[a-z][a-z0-9+.-]*:/i.test(link)) continue;
    checked++;
    const to = new URL(link, `file:///${page}`), file = decodeURIComponent(to.pathname.slice(1)), fragment = decodeURIComponent(to.hash.slice(1));
    if (!known.has(file)) fault('link', page, link);
    // A view into a picture is no place in a page, and of a page that nobody looked at the places are not known.
    else if (fragment && found.get(file)?.ids.includes(fragment) === false) fault('link', page, `${link}: no such place`);
  }
  figures.links = checked;
}

async function axe(page, name, state) {
  const { violations } = await page.evaluate(() => window.axe.run(document));
  for (const { id, impact, nodes } of violations) for (const { target } of nodes) fault('axe', `${name} (${state})`, `${impact} ${id}: ${target}`);
}

// Where the system chooses the colours, every shape and arrow has one of its two: lines stand out from the ground, and
// words that went or came have theirs.
const inOtherColours = () => {
  const probe = document.body.appendChild(document.createElement('span'));
  const system = ['CanvasText', 'Canvas'].map((name) => { probe.style.color = name; return getComputedStyle(probe).color; });
  probe.remove();
  if (new Set(system).size < 2 || !matchMedia('(forced-colors: active)').matches) return ['no forced colours to look at'];
  const of = (mark, ...names) => names.map((name) => getComputedStyle(mark)[name]).filter((colour) => colour !== 'none');
  const marks = [...document.querySelectorAll('.drawing :is(rect, circle, path), .acts :is(rect, path)')];
  const odd = marks.filter((mark) => of(mark, 'fill', 'stroke').some((colour) => !system.includes(colour)));
  const faint = marks.filter((mark) => !mark.matches('.paint-sheet') && !of(mark, 'fill', 'stroke').includes(system[0]));
  // What went and what came is told by lines where all words have one colour.
  const plain = [...document.querySelectorAll('del, ins')].filter((words) => getComputedStyle(words).textDecorationLine === 'none');
  return [...new Set([...odd, ...faint, ...plain].map((mark) => `${mark.tagName}.${mark.getAttribute('class')}`))];
};

async function forcedColours(page, name) {
  const session = await page.createCDPSession();
  await session.send('Emulation.setEmulatedMedia', { features: [{ name: 'forced-colors', value: 'active' }] });
  for (const mark of await page.evaluate(inOtherColours)) fault('forced colours', name, mark);
  await session.detach();
}

// Takes the pages of a queue one by one.
async function worker(browser, queue, root, found, source) {
  const page = await browser.newPage();
  let name = '', isWeighed = false, weight = 0;
  page.on('console', (message) => fault('console', name, `${message.type()}: ${message.text()}`));
  page.on('pageerror', (error) => fault('console', name, String(error)));
  page.on('requestfailed', (request) => fault('request', name, `${request.url()}: ${request.failure()?.errorText}`));
  page.on('request', (request) => {
    if (!request.url().startsWith(root) && !/^(file|data):/.test(request.url())) fault('other host', name, request.url());
  });
  page.on('response', (response) => {
    if (response.status() >= 400) fault('request', name, `${response.url()}: ${response.status()}`);
    // The head says how much is sent. To wait for the body would be to wait for ever where the page gave it up.
    if (isWeighed && !response.url().endsWith('.woff2')) weight += Number(response.headers()['x-length'] ?? 0);
  });
  const scheme = (value) => page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value }, { name: 'prefers-reduced-motion', value: 'reduce' }]);
  for (let next = queue.shift(); next; next = queue.shift()) {
    name = next;
    await page.setViewport({ width: 1280, height: 900 });
    await scheme('light');
    [isWeighed, weight] = [true, 0];
    await page.goto(address(root, name), { waitUntil: 'load' });
    isWeighed = false;
    const isRegulation = await page.evaluate(() => document.body.classList.contains('regulation'));
    if (isRegulation) {
      if (weight > WEIGHT_MAX) fault('weight', name, `${weight} bytes`);
      figures.heaviest = Math.max(figures.heaviest ?? 0, weight);
    }
    found.set(name, await page.evaluate(gather));
    await page.evaluate(source);
    await axe(page, name, 'light');
    if (isRegulation || name.endsWith('/acts.html') || await page.$('del, ins')) await forcedColours(page, name);
    await scheme('dark');
    await axe(page, name, 'dark');
    if (await page.evaluate(() => { const button = document.querySelector('[data-do=walk]'); button?.click(); return !!button; })) {
      await axe(page, name, 'walking, dark');
      await scheme('light');
      await axe(page, name, 'walking, light');
    }
    for (const way of ['.as-pair', '.as-over']) {
      if (await page.evaluate((way) => { const all = document.querySelectorAll(way); all.forEach((one) => one.click()); return all.length; }, way)) await axe(page, name, way);
    }
    await page.setViewport({ width: NARROW, height: 640 });
    const wide = () => page.evaluate(() => document.scrollingElement.scrollWidth - innerWidth);
    if (await wide() > 0) fault('320 px', name, `wider by ${await wide()} px`);
    const enlarge = (value) => page.evaluate((value) => document.querySelector(`.sight input[value=${value}]`)?.click(), value);
    await enlarge('largest');
    if (await wide() > 0) fault('320 px', `${name} (largest letters)`, `wider by ${await wide()} px`);
    await enlarge('usual');
    await page.goto(fileUrl(path.join(site, name)), { waitUntil: 'load' });
    if (await wide() > 0) fault('320 px', `${name} (from the disk)`, `wider by ${await wide()} px`);
    const there = await page.evaluate(gather);
    if (there.links.length !== found.get(name).links.length) fault('disk', name, 'not the same page as from a server');
  }
  await page.close();
}

async function lighthouse(root) {
  const count = Number(option('lighthouse', 4));
  const kinds = [/^kk\/[^/]+\/[^/]+\/index/, /^kk\/index/, /^ru\/search/, /^ru\/[^/]+\/index/, /^ru\/acts/];
  const picked = kinds.map((kind) => pages.find((page) => kind.test(page))).filter(Boolean).slice(0, count);
  const { default: run } = await import('lighthouse');
  for (const name of picked) {
    let scores = {};
    // A busy machine makes a page slow; a slow page stays slow.
    for (let turn = 0; turn < 2 && (turn === 0 || scores.performance < 100); turn++) {
      const browser = await launch(), { port } = new URL(browser.wsEndpoint());
      const { lhr } = await run(address(root, name), { port: Number(port), logLevel: 'silent', onlyCategories: ['performance', 'accessibility', 'best-practices', 'seo'] });
      await browser.close();
      scores = Object.fromEntries(Object.entries(lhr.categories).map(([key, { score }]) => [key, Math.round(score * 100)]));
      scores.lacks = Object.values(lhr.audits).filter(({ score, scoreDisplayMode }) => score !== null && score < 1 && scoreDisplayMode === 'binary').map(({ id }) => id);
    }
    const { lacks, performance, ...others } = scores;
    console.log(`Lighthouse ${name}: performance ${performance}, ${Object.entries(others).map((pair) => pair.join(' ')).join(', ')}`);
    if (performance < PERFORMANCE_LEAST) fault('Lighthouse', name, `performance ${performance}`);
    for (const [key, score] of Object.entries(others)) if (score < 100) fault('Lighthouse', name, `${key} ${score}: ${lacks}`);
  }
}

const started = Date.now(), lap = (what) => console.log(`${what}: ${((Date.now() - started) / 1000).toFixed(0)} s`);
console.log(`${pages.length} pages, ${files.length} files, browser ${executablePath}`);
const { root, stop } = await serve(site), found = new Map(), isWhole = option('only') !== 'lighthouse';
if (isWhole) {
  validators();
  await htmlValidate();
  lap('validators');
  const browser = await launch(), queue = [...pages], source = fs.readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');
  await Promise.all([1, 2].map(() => worker(browser, queue, root, found, source)));
  await browser.close();
  checkLinks(found);
  lap('every page');
}
await lighthouse(root);
lap('Lighthouse');
stop();
const shown = new Map();
for (const { kind, page, text } of faults) {
  const count = (shown.get(kind) ?? 0) + 1;
  shown.set(kind, count);
  if (count <= 12) console.log(`FAULT ${kind} ${page}: ${text.slice(0, 300)}`);
}
const kinds = [...shown].map(([kind, count]) => `${kind} ${count}`).join(', ');
if (option('report')) fs.writeFileSync(option('report'), JSON.stringify({ figures, faults }, null, 1));
if (isWhole) console.log(`${found.size} pages checked, ${figures.links} links; heaviest regulation page ${((figures.heaviest ?? 0) / 1000).toFixed(0)} KB as sent, fonts apart`);
console.log(`${faults.length} faults${kinds ? `: ${kinds}` : ''}`);
process.exit(faults.length || (isWhole && found.size !== pages.length) ? 1 : 0);
