// The browser of the machine, and the addresses of files.
import fs from 'node:fs';
import { pathToFileURL } from 'node:url';
import puppeteer from 'puppeteer-core';

export const executablePath = process.env.CHROME_PATH
  || ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find((file) => fs.existsSync(file));
export const flags = ['--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'];
export const launch = () => puppeteer.launch({ executablePath, args: flags });
export const fileUrl = (file) => pathToFileURL(file).href;
export const wait = (time) => new Promise((done) => setTimeout(done, time));
// What is read once it is as wanted: how long a page takes is the machine's affair. After ten seconds, what it has come to.
export async function soon(read, isWanted) {
  for (const end = Date.now() + 10_000; ;) {
    const state = await read();
    if (isWanted(state) || Date.now() > end) return state;
    await wait(50);
  }
}
