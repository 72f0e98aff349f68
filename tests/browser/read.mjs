#!/usr/bin/env node
// Does what a reader does on a built site besides walking through its drawings.
//   node read.mjs SITE
// Holds: a finger on an abbreviation opens what it stands for where one reads, and neither leads away nor stays; a question
// that was sent to the search can be gone back to, one that is being typed is no entry of its own; a page that is printed has
// every sheet of its drawings, and nobody fetches those before.
import fs from 'node:fs';
import path from 'node:path';
import { launch, soon, wait } from './browser.mjs';
import { serve } from './serve.mjs';

const site = fs.realpathSync(process.argv[2]);
const faults = [], fault = (text) => { faults.push(text); console.log('FAULT ' + text); };
const pages = fs.readdirSync(path.join(site, 'kk'), { recursive: true }).map(String).filter((file) => /^[^/]+\/[^/]+\/index\.html$/.test(file)).sort();
const { root, stop } = await serve(site);
const browser = await launch(), page = await browser.newPage();
page.on('console', (message) => { if (['error', 'warning'].includes(message.type()) && !message.text().includes('404')) fault(message.text()); });
page.on('pageerror', (error) => fault(String(error)));

// One in the middle of the text: the list stands far from it.
async function abbreviation(name) {
  await page.goto(root + name, { waitUntil: 'load' });
  const terms = await page.$$('.act .term[aria-describedby]'), term = terms[Math.floor(terms.length / 2)];
  if (!term) return false;
  await term.evaluate((one) => { document.documentElement.style.scrollBehavior = 'auto'; one.scrollIntoView({ block: 'center' }); });
  const state = () => page.evaluate(() => ({ y: scrollY, hash: location.hash, bar: document.querySelector('.term-bar')?.innerText ?? '', tips: [...document.querySelectorAll('.tips p')].filter((one) => getComputedStyle(one).visibility === 'visible').length }));
  const tap = async (one, isDone) => { await one.tap(); return soon(state, isDone); };
  const before = await state(), opened = await tap(term, ({ bar, tips }) => bar && !tips), words = await term.evaluate((one) => document.getElementById(one.getAttribute('aria-describedby')).textContent);
  if (opened.y !== before.y || opened.hash) fault(`${name}: a finger on an abbreviation leads away`);
  if (!opened.bar.startsWith(words) || opened.tips) fault(`${name}: the abbreviation shows «${opened.bar}» and ${opened.tips} tips`);
  if (!opened.bar) return true;
  const closed = await tap(await page.$('.term-bar button'), ({ bar }) => !bar);
  if (closed.bar || closed.y !== before.y) fault(`${name}: the bar of an abbreviation cannot be closed`);
  await tap(term, ({ bar }) => bar);
  await page.keyboard.press('Escape');
  if ((await soon(state, ({ bar }) => !bar)).bar) fault(`${name}: Escape does not close the bar of an abbreviation`);
  await tap(term, ({ bar }) => bar);
  const led = await tap(await page.$('.term-bar a'), ({ bar, hash }) => !bar && hash);
  if (led.bar || !led.hash.startsWith('#term-')) fault(`${name}: the bar of an abbreviation leads to «${led.hash}»`);
  return true;
}

// Sheets are lazy images that only paper shows. Chromium 148 prints without waiting for them: they have to come when all
// else is there, with nobody there to scroll, and not before.
async function printed(name) {
  const fetched = () => page.evaluate(() => [...document.querySelectorAll('.on-paper img')].map((sheet) => sheet.complete && sheet.naturalWidth > 0));
  await page.goto(root + name, { waitUntil: 'load' });
  const isLazy = await page.evaluate(async () => {
    const sent = new DOMParser().parseFromString(await (await fetch(location.pathname)).text(), 'text/html');
    return [...sent.querySelectorAll('.on-paper img')].every((sheet) => sheet.loading === 'lazy');
  });
  if (!isLazy) fault(`${name}: sheets for paper keep the page from being there`);
  await soon(fetched, (all) => all.every(Boolean));
  await page.pdf();
  const sheets = await fetched(), blank = sheets.filter((is) => !is).length;
  if (blank) fault(`${name}: ${blank} of ${sheets.length} sheets are printed blank`);
  return sheets.length;
}

async function search(lang) {
  const state = () => page.evaluate(() => [new URLSearchParams(location.search).get('q'), document.querySelector('#q')?.value, document.title.split(' – ')[0]].join('|'));
  const told = (question) => [question, question, question].join('|');
  const asked = (question) => soon(state, (now) => now === told(question));
  await page.goto(`${root}${lang}/index.html`, { waitUntil: 'load' });
  await page.goto(`${root}${lang}/search.html`, { waitUntil: 'load' });
  await wait(400);
  for (const question of ['332', '271']) {
    await page.evaluate(() => document.querySelector('#q').select());
    await page.type('#q', question, { delay: 150 });
    await asked(question);
    await page.keyboard.press('Enter');
    const gives = await asked(question);
    if (gives !== told(question)) fault(`${lang} search: ${question} gives ${gives}`);
  }
  await page.goBack();
  const gives = await asked('332');
  if (gives !== told('332')) fault(`${lang} search: back from the second question gives ${gives}`);
  await page.goBack();
  if (!page.url().endsWith('/index.html')) fault(`${lang} search: what was typed is an entry of its own`);
}

let tapped = 0, sheets = 0;
for (const name of pages) sheets += await printed(`kk/${name}`);
await page.setViewport({ width: 360, height: 640, isMobile: true, hasTouch: true });
for (const [at, name] of pages.entries()) if (await abbreviation(`${at % 2 ? 'ru' : 'kk'}/${name}`)) tapped++;
for (const lang of ['kk', 'ru']) await search(lang);
await browser.close();
stop();
console.log(`${sheets} sheets printed, abbreviations of ${tapped} pages tapped, two searches; ${faults.length} faults`);
process.exit(faults.length || !tapped ? 1 : 0);
