#!/usr/bin/env node
// Shows regulations and drawings of a built site in frames of another site, with the code that the site itself offers.
//   node embed.mjs SITE
// Holds: the frame gets the height of what it shows, to the pixel, and follows it, however the other site counts borders; nothing of the site's own navigation is shown, that an
// act has lost force is; one can walk; no other host is asked; a message from elsewhere changes nothing.
import fs from 'node:fs';
import { createServer } from 'node:http';
import path from 'node:path';
import { launch, soon, wait } from './browser.mjs';
import { serve } from './serve.mjs';

const site = fs.realpathSync(process.argv[2]);
const faults = [], fault = (text) => { faults.push(text); console.log('FAULT ' + text); };
const regulations = fs.readdirSync(path.join(site, 'kk'), { recursive: true }).map(String).filter((file) => /^[^/]+\/[^/]+\/index\.html$/.test(file)).sort();
const { root, stop } = await serve(site);
// Nothing scrolls inside, and no room is left over.
const fits = ({ whole, body, room }) => whole <= room && room - body <= 1;
let body = '';
const host = createServer((_, response) => response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(body));
await new Promise((listening) => host.listen(0, '127.0.0.1', listening));
// Another name of the same machine is another origin.
const hostAddress = `http://localhost:${host.address().port}/`;
const browser = await launch(), page = await browser.newPage();
let now = '', shown = 0;
page.on('console', (message) => { if (['error', 'warning'].includes(message.type()) && !message.text().includes('404')) fault(`${now}: ${message.text()}`); });
page.on('pageerror', (error) => fault(`${now}: ${error}`));
page.on('request', (request) => { if (![root, hostAddress, 'data:'].some((own) => request.url().startsWith(own))) fault(`${now}: asks ${request.url()}`); });

for (const [at, regulation] of regulations.entries()) {
  const lang = at % 2 ? 'ru' : 'kk';
  await page.setViewport({ width: at % 3 ? 1100 : 320, height: 800 });
  await page.goto(`${root}${lang}/${regulation}`, { waitUntil: 'load' });
  const offered = await page.evaluate(() => {
    const box = document.querySelector('.share'), select = box.querySelector('select');
    if (box.hidden) return [];
    return [...select.options].map(({ value }) => { select.value = value; select.dispatchEvent(new Event('change')); return [value, box.querySelector('textarea').value]; });
  });
  if (offered.length < 2) fault(`${lang}/${regulation}: offers ${offered.length} codes`);
  const isRepealed = await page.evaluate(() => !!document.querySelector('.repealed'));
  for (const [value, code] of offered) {
    now = `${lang}/${regulation} «${value}»`;
    const sizing = shown % 2 ? 'border-box' : 'content-box';
    body = `<!DOCTYPE html><html lang="kk"><meta charset="utf-8"><title>t</title><style>iframe { box-sizing: ${sizing} }</style><body>${code}<iframe id="other" src="about:blank"></iframe>`;
    await page.goto(hostAddress, { waitUntil: 'load' });
    await page.evaluate(() => document.querySelector('iframe').scrollIntoView());
    const element = await page.$('iframe'), frame = await element.contentFrame();
    const height = () => page.evaluate(() => document.querySelector('iframe').getBoundingClientRect().height);
    const inner = () => frame.evaluate(() => ({
      whole: document.scrollingElement.scrollHeight, body: document.body.getBoundingClientRect().height, room: innerHeight,
      isWide: document.scrollingElement.scrollWidth > innerWidth,
      seen: [...document.querySelectorAll('.top, .bottom, .trail, .share')].filter((one) => one.checkVisibility()).length,
      repealed: !!document.querySelector('.repealed')?.checkVisibility(),
      drawings: [...document.querySelectorAll('figure.plate')].filter((one) => one.checkVisibility()).length,
    }));
    const told = await soon(inner, fits);
    if (!fits(told)) fault(`${now}: ${told.whole} high with room for ${told.room}`);
    if (told.isWide) fault(`${now}: scrolls sideways`);
    if (told.seen) fault(`${now}: shows navigation`);
    if (told.repealed !== isRepealed) fault(`${now}: does not say that the act has lost force`);
    if (value && told.drawings !== 1) fault(`${now}: shows ${told.drawings} drawings`);
    await frame.evaluate(() => [...document.querySelectorAll('[data-do=walk]')].find((one) => one.checkVisibility()).click());
    await frame.evaluate(() => document.querySelector('.walk .ways button').click());
    const walking = await soon(inner, fits), grown = await height();
    if (!await frame.evaluate(() => document.querySelector('.walk .sentence').textContent.trim())) fault(`${now}: one cannot walk`);
    if (!fits(walking)) fault(`${now}: ${walking.whole} high while walking, with room for ${walking.room}`);
    await wait(150);
    if (await height() !== grown) fault(`${now}: the height does not come to rest`);
    // A forged message: from the page itself, and from another frame.
    await page.evaluate(() => { postMessage({ type: 'reglament:height', height: 5000 }, '*'); document.getElementById('other').contentWindow.eval("parent.postMessage({ type: 'reglament:height', height: 5000 }, '*')"); });
    await wait(50);
    if (await height() !== grown) fault(`${now}: believes a message that is not the frame's`);
    shown++;
  }
}
await browser.close();
host.close();
stop();
console.log(`${shown} frames shown; ${faults.length} faults`);
process.exit(faults.length || !shown ? 1 : 0);
