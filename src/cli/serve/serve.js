// Only pages of `reglament serve` load this: it waits for changes and shows the page anew, at the same place.
(() => {
  "use strict";
  const known = document.currentScript.dataset.number;
  const key = "reglament-place";
  const main = () => document.querySelector("main") || document.body;
  const boxes = () => [...main().querySelectorAll("details")];
  const wide = () => [...main().querySelectorAll("*")].filter((one) => one.scrollWidth > one.clientWidth + 1);

  // The first element with a name that can be seen, and how far from the top it stands.
  const remember = () => {
    const named = [...main().querySelectorAll("[id]")].find((one) => {
      const box = one.getBoundingClientRect();
      return box.height > 0 && box.bottom > 0 && !one.closest("svg");
    });
    const place = {
      path: location.pathname,
      id: named && named.id,
      top: named && named.getBoundingClientRect().top,
      y: scrollY,
      open: boxes().map((one) => one.open),
      left: wide().map((one) => one.scrollLeft),
      focus: document.activeElement && document.activeElement.id,
      notes: !document.querySelector("#reglament-notes details:not([open])"),
    };
    try { sessionStorage.setItem(key, JSON.stringify(place)); } catch { /* A browser may keep nothing. */ }
  };

  const recall = () => {
    let place = null;
    try {
      place = JSON.parse(sessionStorage.getItem(key));
      sessionStorage.removeItem(key);
    } catch { /* As above. */ }
    if (!place || place.path !== location.pathname) return;
    history.scrollRestoration = "manual";
    const put = () => {
      boxes().forEach((one, at) => { if (at < place.open.length) one.open = place.open[at]; });
      wide().forEach((one, at) => { if (place.left[at]) one.scrollLeft = place.left[at]; });
      const named = place.id && document.getElementById(place.id);
      const top = named ? scrollY + named.getBoundingClientRect().top - place.top : place.y;
      scrollTo({ top, behavior: "instant" });
    };
    put();
    const focused = place.focus && document.getElementById(place.focus);
    if (focused) focused.focus({ preventScroll: true });
    const notes = document.querySelector("#reglament-notes details");
    if (notes) notes.open = place.notes;
    addEventListener("load", () => {
      put();
      history.scrollRestoration = "auto";
    });
  };

  // Beside each step that something was found in, what was found.
  const mark = () => {
    for (const note of document.querySelectorAll("#reglament-notes [data-at]")) {
      const at = document.getElementById(note.dataset.at);
      if (!at) continue;
      at.classList.add("reglament-at", note.className);
      const said = document.createElement("span");
      said.className = `reglament-said ${note.className}`;
      said.lang = document.getElementById("reglament-notes").lang;
      said.textContent = note.querySelector("p").textContent;
      at.append(said);
    }
  };

  // A page that nobody looks at asks for nothing: a browser has few lines to one host.
  const seen = () => new Promise((done) => {
    if (!document.hidden) return done();
    document.addEventListener("visibilitychange", function look() {
      if (document.hidden) return;
      document.removeEventListener("visibilitychange", look);
      done();
    });
  });

  const listen = async () => {
    let lost = false;
    for (;;) {
      await seen();
      const stop = new AbortController();
      const hide = () => { if (document.hidden) stop.abort(); };
      document.addEventListener("visibilitychange", hide);
      try {
        const answer = await fetch(`/-/news?${known}`, { cache: "no-store", signal: stop.signal });
        const number = await answer.text();
        if (answer.ok && (lost || number !== known)) {
          remember();
          location.reload();
          return;
        }
      } catch {
        if (!stop.signal.aborted) {
          lost = true;
          await new Promise((done) => setTimeout(done, 700));
        }
      } finally {
        document.removeEventListener("visibilitychange", hide);
      }
    }
  };

  mark();
  recall();
  listen();
})();
