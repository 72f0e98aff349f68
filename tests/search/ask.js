"use strict";
// Asks every question of `questions.js` with the site's own engine and writes down which page came first. `run` puts
// this into a page of the built site.
(async () => {
  const engine = window.reglamentSearch, lines = [];
  const report = (state) => { document.body.dataset.state = state; document.body.textContent = JSON.stringify(lines); };
  try {
    const { acts } = await engine.start();
    for (const { question, pages } of window.questions) {
      const start = performance.now();
      const { found } = await engine.ask(question);
      const milliseconds = Math.round((performance.now() - start) * 10) / 10;
      const first = found.slice(0, 3).map(({ act, score }) => [acts[act].path.replace("/index.html", ""), Math.round(score * 10) / 10]);
      lines.push({ question, isRight: pages.includes(first[0]?.[0]), first, milliseconds });
    }
    report("done");
  } catch (error) { lines.push(String(error && error.stack || error)); report("failed"); }
})();
