#!/usr/bin/env node
// Walks through every drawing of a built site by every answer, as a reader would, and compares what is shown with the
// graphs that the program draws from (`reglament dump graph`).
//   node walk.mjs SITE GRAPHS.json
// Holds: one begins at the start, is offered the answers that the graph has and no other, stands on the shape that the lines
// just passed lead to, reads its sentence, and reaches every element and every end. Also: links to a step, back, keyboard, and
// that neither going back nor turning the telephone takes one away from the step.
import fs from 'node:fs';
import path from 'node:path';
import { launch, fileUrl, soon, wait } from './browser.mjs';

const [site, graphsFile] = process.argv.slice(2);
const graphs = JSON.parse(fs.readFileSync(graphsFile, 'utf8'));
for (const graph of graphs) graph.flows = graph.flows.map(({ from, to, flow }) => ({ from, to, ...flow }));
const faults = [];
const fault = (text) => { faults.push(text); console.log('FAULT ' + text); };
const browser = await launch();
const page = await browser.newPage();
let drawings = 0, steps = 0, ends = 0, now = '';
page.on('pageerror', (error) => fault(`${now}: ${error}`));
page.on('console', (message) => { if (['error', 'warning'].includes(message.type())) fault(`${now}: ${message.text()}`); });

// What the page shows of the walk through a drawing.
const shown = (id) => page.evaluate((id) => {
  const figure = document.getElementById(`fig-${id}-start`).closest('figure'), panel = figure.querySelector('.walk');
  const ids = (selector) => [...figure.querySelectorAll(selector)].map((element) => element.id);
  if (!panel) return null;
  return {
    langs: [figure.querySelector('svg').getAttribute('lang') || figure.closest('[lang]').lang, document.documentElement.lang],
    here: ids('.is-here'), passed: ids('.is-passed'), hash: location.hash,
    name: panel.querySelector('.name').textContent.trim(),
    sentence: panel.querySelector('.sentence').textContent.trim(),
    ways: [...panel.querySelectorAll('.ways button')].map((button) => button.querySelector('span').textContent),
    isAsking: panel.querySelector('.question').checkVisibility(),
    isInView: (() => {
      const shape = figure.querySelector('.is-here').getBoundingClientRect(), frame = figure.querySelector('.scroll').getBoundingClientRect();
      return shape.left < frame.right && shape.right > frame.left && shape.top < frame.bottom && shape.bottom > frame.top && frame.bottom > 0 && frame.top < innerHeight;
    })(),
  };
}, id);
// An answer as the drawing words it, behind that of the page where it is in another language.
const ANSWERS = { kk: { yes: 'иә', no: 'жоқ' }, ru: { yes: 'да', no: 'нет' } };
function answer(branch, [drawn, page]) {
  const word = ANSWERS[drawn][branch] ?? branch;
  return drawn === page || word === branch ? word : `${ANSWERS[page][branch]} (${word})`;
}
const press = (id, selector, at = 0) => page.evaluate((id, selector, at) => {
  document.getElementById(`fig-${id}-start`).closest('figure').querySelectorAll(selector)[at].click();
}, id, selector, at);

async function walk(id, graph) {
  const prefix = `fig-${id}-`, out = new Map(graph.nodes.map(({ id }) => [id, []]));
  for (const flow of graph.flows) if (flow.kind !== 'association') out.get(flow.from).push(flow);
  const nodes = new Map(graph.nodes.map((node) => [node.id, node]));
  const isStop = ({ id, kind, element }, first) => id === first || element !== null && element !== undefined || kind !== 'document' && out.get(id).length === 0;
  const first = graph.nodes[0].id, wanted = new Set(graph.nodes.filter((node) => isStop(node, first)).map(({ id }) => id));
  const seen = new Set(), waiting = [[]];
  while (waiting.length) {
    const answers = waiting.shift();
    await press(id, '[data-do=walk]');
    if (answers.length) await press(id, '.walk [data-do=start]').catch(() => {});
    let before = null;
    for (const answer of [null, ...answers]) {
      if (answer !== null) await press(id, '.ways button', answer);
      const state = await shown(id);
      steps++;
      if (!state || state.here.length !== 1) return fault(`${now} ${id}: nothing is shown as the place after ${answers}`);
      const here = state.here[0].slice(prefix.length);
      if (state.hash !== '#' + state.here[0]) fault(`${now} ${id}: the address says ${state.hash} at ${here}`);
      if (before !== null) {
        const passed = new Set(state.passed.map((one) => one.slice(prefix.length))), reached = new Set([before]);
        for (let grew = true; grew;) {
          grew = false;
          for (const node of [...reached]) for (const flow of out.get(node)) {
            if (passed.has(flow.id) && !reached.has(flow.to)) { reached.add(flow.to); grew = true; }
          }
        }
        if (!reached.has(here)) fault(`${now} ${id}: no shown line leads from ${before} to ${here}`);
      }
      before = here;
    }
    const state = await shown(id), here = before, node = nodes.get(here);
    if (!state.isInView && answers.length < 3 && !(await soon(() => shown(id), ({ isInView }) => isInView)).isInView) fault(`${now} ${id}: ${here} is out of view`);
    if (seen.has(here)) continue;
    seen.add(here);
    const labels = out.get(here).map(({ branch }) => branch).filter(Boolean).map((branch) => answer(branch, state.langs));
    if (labels.length && labels.sort().join() !== [...state.ways].sort().join()) fault(`${now} ${id}: ${here} asks ${state.ways}, the graph ${labels}`);
    if (wanted.has(here) && !out.get(here).length !== !state.ways.length) fault(`${now} ${id}: ${here} has ${state.ways.length} ways on`);
    if (state.isAsking !== labels.length > 0) fault(`${now} ${id}: ${here} ${state.isAsking ? 'asks without' : 'does not ask for'} an answer`);
    if (!state.name) fault(`${now} ${id}: ${here} has no name`);
    if (node?.text) {
      const words = Object.values(node.text).map((text) => text.replace(/\s+/g, ' ').slice(0, 40));
      if (!words.some((text) => state.sentence.replace(/\s+/g, ' ').includes(text.slice(0, 25)))) fault(`${now} ${id}: ${here} reads «${state.sentence.slice(0, 60)}»`);
    }
    if (!state.ways.length) ends++;
    state.ways.forEach((_, at) => waiting.push([...answers, at]));
  }
  const unseen = [...wanted].filter((one) => !seen.has(one)), extra = [...seen].filter((one) => !wanted.has(one));
  if (unseen.length || extra.length) fault(`${now} ${id}: never reached ${unseen}; not of the graph ${extra}`);
  drawings++;
}

// Back of the browser, a link to a step, the keyboard, and the address when all is closed.
async function habits(url, id) {
  await page.goto(url, { waitUntil: 'load' });
  await press(id, '[data-do=walk]');
  await press(id, '.ways button');
  await press(id, '.ways button');
  const third = await shown(id);
  await page.goBack();
  const second = await soon(() => shown(id), (now) => now && now.hash !== third.hash);
  if (!second || second.hash === third.hash) fault(`${now} ${id}: back does not lead back`);
  await page.goto('about:blank');
  await page.goto(url + third.hash, { waitUntil: 'load' });
  const linked = await soon(() => shown(id), (now) => now?.here[0] === third.here[0]);
  if (linked?.here[0] !== third.here[0] || linked.passed.join() !== third.passed.join()) fault(`${now} ${id}: the link to a step shows ${linked?.here}`);
  await page.focus('.walk .moves button');
  await page.keyboard.press('ArrowLeft');
  if ((await soon(() => shown(id), (now) => now?.here[0] !== third.here[0]))?.here[0] === third.here[0]) fault(`${now} ${id}: the arrow does not lead back`);
  await page.keyboard.press('Escape');
  if (await shown(id) || (await page.evaluate(() => location.hash))) fault(`${now} ${id}: Escape does not close`);
}

// Going back by button, and back and on in the browser, the keyboard stays where it was, or at the next that can be pressed.
async function focus(url, id) {
  await page.goto(url, { waitUntil: 'load' });
  await page.evaluate((id) => document.getElementById(`fig-${id}-start`).closest('figure').querySelector('[data-do=walk]').focus(), id);
  // Each of these leads to another step: what is at the keyboard is read once it is there.
  const step = async () => (await shown(id))?.here[0];
  const moved = async (move) => { const before = await step(); await move(); await soon(step, (now) => now && now !== before); };
  const enter = () => moved(() => page.keyboard.press('Enter'));
  const at = () => page.evaluate(() => document.activeElement.dataset.do ?? document.activeElement.className);
  const focused = async (wanted) => { await wait(100); return soon(at, (now) => now === wanted); };
  for (let turn = 0; turn < 3; turn++) await enter();
  await page.focus('.walk [data-do=back]');
  await enter();
  const seen = [await focused('back')];
  await moved(() => page.goForward());
  seen.push(await focused('back'));
  await enter();
  await enter();
  seen.push(await focused('first'));
  if (seen.join() !== 'back,back,first') fault(`${now} ${id}: after going back, on, and back to the start the keyboard is at ${seen}`);
}

// Who turns the telephone sees the same step, with its words.
async function turned(url, id) {
  await page.setViewport({ width: 360, height: 640, hasTouch: true, isMobile: true });
  await page.goto(url, { waitUntil: 'load' });
  await press(id, '[data-do=walk]');
  await press(id, '.ways button');
  for (const [width, height] of [[640, 360], [360, 640]]) {
    await page.setViewport({ width, height, hasTouch: true, isMobile: true });
    const isSeen = () => page.evaluate(() => document.querySelector('.walk').getBoundingClientRect().top < innerHeight);
    if (!await soon(async () => await isSeen() && (await shown(id))?.isInView, Boolean)) fault(`${now} ${id}: at ${width} px the step is out of view`);
  }
  await page.setViewport({ width: 1280, height: 900 });
}

// Larger, smaller, as it was, whole, on the whole screen: by button and key.
async function sizes(url, id) {
  await page.goto(url, { waitUntil: 'load' });
  const width = () => page.evaluate((id) => Math.round(document.getElementById(`fig-${id}-start`).closest('svg').getBoundingClientRect().width), id);
  const usual = await width();
  await press(id, '[data-do=in]');
  const larger = await width();
  await page.evaluate((id) => document.getElementById(`fig-${id}-start`).closest('.scroll').focus(), id);
  await page.keyboard.press('-');
  await page.keyboard.press('-');
  const smaller = await width();
  await page.keyboard.press('0');
  if (!(larger > usual && smaller < usual && await width() === usual)) fault(`${now} ${id}: sizes ${usual} ${larger} ${smaller} ${await width()}`);
  await press(id, '[data-do=full]');
  const isFull = () => page.evaluate(() => { const box = document.querySelector('.is-full')?.getBoundingClientRect(); return box && box.top === 0 && box.left === 0 && box.width >= innerWidth - 20 && document.querySelector('.top').inert; });
  if (!await soon(isFull, Boolean)) fault(`${now} ${id}: the whole screen is not filled`);
  await press(id, '[data-do=full]');
  if (await soon(() => page.evaluate(() => !!document.querySelector('.is-full, [inert]')), (isLeft) => !isLeft)) fault(`${now} ${id}: the whole screen is not left`);
}

// By wheel, drag and two fingers; one finger scrolls the page as ever.
async function gestures(url, id) {
  await page.setViewport({ width: 390, height: 800, hasTouch: true, isMobile: true });
  await page.goto(url, { waitUntil: 'load' });
  const state = () => page.evaluate((id) => {
    const svg = document.getElementById(`fig-${id}-start`).closest('svg'), region = svg.closest('.scroll'), box = region.getBoundingClientRect();
    return { width: svg.getBoundingClientRect().width, left: region.scrollLeft, page: scrollY, x: Math.round(box.left + box.width / 2), y: Math.round(box.top + 120) };
  }, id);
  await page.evaluate((id) => { document.documentElement.style.scrollBehavior = 'auto'; document.getElementById(`fig-${id}-start`).closest('figure').scrollIntoView(); }, id);
  const first = await state(), { x, y } = first, client = await page.createCDPSession();
  const touch = (type, points) => client.send('Input.dispatchTouchEvent', { type, touchPoints: points.map(([x, y], id) => ({ x, y, id })) });
  await touch('touchStart', [[x - 30, y], [x + 30, y]]);
  for (const apart of [40, 60, 90]) await touch('touchMove', [[x - apart, y], [x + apart, y]]);
  await touch('touchEnd', []);
  const pinched = await state();
  if (!(pinched.width > first.width * 1.5)) fault(`${now} ${id}: two fingers enlarge ${first.width} to ${pinched.width}`);
  await page.goto(url, { waitUntil: 'load' });
  await page.evaluate((id) => { document.documentElement.style.scrollBehavior = 'auto'; document.getElementById(`fig-${id}-start`).closest('figure').scrollIntoView(); }, id);
  const before = await state();
  await touch('touchStart', [[before.x, before.y + 100]]);
  for (let by = 20; by <= 160; by += 20) { await touch('touchMove', [[before.x, before.y + 100 - by]]); await wait(20); }
  await touch('touchEnd', []);
  if (!((await soon(state, (now) => now.page > before.page + 50)).page > before.page + 50)) fault(`${now} ${id}: a finger on the drawing holds the page`);
  await page.setViewport({ width: 900, height: 800 });
  await page.goto(url, { waitUntil: 'load' });
  await page.evaluate((id) => { document.documentElement.style.scrollBehavior = 'auto'; document.getElementById(`fig-${id}-start`).closest('figure').scrollIntoView(); }, id);
  const still = await state();
  await page.mouse.move(still.x, still.y);
  await page.keyboard.down('Control');
  await page.mouse.wheel({ deltaY: -60 });
  await page.keyboard.up('Control');
  const wheeled = await soon(state, (now) => now.width > still.width);
  if (!(wheeled.width > still.width)) fault(`${now} ${id}: the wheel with Ctrl does not enlarge`);
  await page.mouse.down();
  await page.mouse.move(still.x - 150, still.y, { steps: 4 });
  await page.mouse.up();
  const dragged = await state();
  if (Math.abs(dragged.left - wheeled.left - 150) > 3) fault(`${now} ${id}: a drag moves from ${wheeled.left} to ${dragged.left}`);
  if (await page.evaluate(() => location.hash)) fault(`${now} ${id}: a drag follows a link`);
  await page.setViewport({ width: 1280, height: 900 });
}

await page.setViewport({ width: 1280, height: 900 });
await page.emulateMediaFeatures([{ name: 'prefers-reduced-motion', value: 'reduce' }]);
let isFirst = true;
for (const graph of graphs) {
  const parts = graph.id.split('/'), id = parts.pop();
  const lang = drawings % 2 ? 'ru' : 'kk';
  now = `${lang}/${parts.join('/')}`;
  const url = fileUrl(path.join(site, lang, ...parts, 'index.html'));
  await page.goto(url, { waitUntil: 'load' });
  await walk(id, graph);
  if (isFirst || graph.notation === 'handbook') { await habits(url, id); await focus(url, id); await sizes(url, id); }
  if (isFirst) { await gestures(url, id); await turned(url, id); }
  isFirst = false;
}
await browser.close();
console.log(`walked through ${drawings} drawings in ${steps} steps, to ${ends} ends; ${faults.length} faults`);
process.exit(faults.length || drawings !== graphs.length ? 1 : 0);
