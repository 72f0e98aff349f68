"use strict";
// Walking through a drawing, stop by stop, with the sentence of the text beside it. Where one is stands in the address
// (`#fig-portal-p1`: the shape itself, so the same link serves without this script). Every word stands in the page, and
// the ways are those that the drawing was made with.
(() => {
  const pattern = document.getElementById("drawing-walk");
  if (!pattern) return;
  const words = pattern.dataset, isStill = matchMedia("(prefers-reduced-motion: reduce)"), LABEL_LENGTH = 80;
  const walks = [...document.querySelectorAll("figure.plate > script")].map(prepare);

  function prepare(data) {
    const { shape, anchor, lanes, stops, said } = JSON.parse(data.textContent), figure = data.parentElement;
    const region = figure.querySelector(".scroll"), lang = region.querySelector("svg").getAttribute("lang");
    const shapeOf = (id) => document.getElementById(shape + id);
    const hashOf = (at) => `#${shape}${stops[at].id}`;
    let panel = null, trail = [], isSeen = false;
    const watch = new IntersectionObserver((entries) => { isSeen = entries.at(-1).isIntersecting; });

    function open() {
      if (panel) return;
      panel = pattern.content.firstElementChild.cloneNode(true);
      region.after(panel);
      figure.classList.add("is-walking");
      panel.addEventListener("click", press);
      figure.addEventListener("keydown", key);
      watch.observe(figure);
    }

    function close() {
      if (!panel) return;
      const hadFocus = panel.contains(document.activeElement);
      panel.remove();
      figure.removeEventListener("keydown", key);
      panel = null;
      watch.disconnect();
      figure.classList.remove("is-walking");
      mark([]);
      if (hadFocus) figure.querySelector("[data-do=walk]")?.focus();
    }

    // The shortest way from the start, for one who came by a link.
    function trailTo(wanted) {
      const before = new Map([[0, null]]), queue = [0];
      for (const at of queue) for (const { to } of stops[at].ways ?? []) if (!before.has(to)) { before.set(to, at); queue.push(to); }
      const found = [];
      for (let at = wanted; at !== null && at !== undefined; at = before.get(at)) found.unshift(at);
      return found;
    }

    const isTrail = (some) => Array.isArray(some) && some.every((at, i) =>
      stops[at] && (i === 0 || stops[some[i - 1]].ways?.some(({ to }) => to === at)));

    function mark(path) {
      for (const element of region.querySelectorAll(".is-here, .is-passed")) element.classList.remove("is-here", "is-passed");
      path.forEach((at, i) => {
        const way = stops[path[i - 1]]?.ways?.find(({ to }) => to === at);
        for (const id of [...(way?.via ?? []), stops[at].id]) shapeOf(id)?.classList.add("is-passed");
      });
      if (path.length) shapeOf(stops[path.at(-1)].id)?.classList.add("is-here");
    }

    // The paragraph of the text, and those that belong to it: results and further terms.
    function sentences(id) {
      const own = document.getElementById(anchor + id);
      if (!own) return [];
      const more = [...document.querySelectorAll(`.result[id^="${anchor}${id}-"], .extra[id^="${anchor}${id}-"]`)];
      return [own, ...more].map((paragraph, i) => {
        const copy = paragraph.cloneNode(true), marker = copy.querySelector(".marker");
        if (i === 0) marker?.remove();
        copy.querySelectorAll(".to-drawing, .unseen, [role=tooltip], [popover]").forEach((part) => part.remove());
        const line = document.createElement("p");
        line.textContent = copy.textContent.trim();
        return line;
      });
    }

    // A word of the drawing in the drawing's language; before it that of the page, where the page has one of its own.
    function both(drawn, own) {
      const word = Object.assign(document.createElement("span"), { textContent: drawn, lang });
      return own && own !== drawn ? [own, " (", word, ")"] : [word];
    }

    // Several are a list.
    function list(texts, own = []) {
      const pieces = texts.map((text, i) => both(text, own[i]));
      if (pieces.length < 2) return pieces.flat();
      const all = document.createElement("ul");
      all.append(...pieces.map((some) => { const line = document.createElement("li"); line.append(...some); return line; }));
      return [all];
    }

    // What the table calls a stop that the drawing does not number stands behind the number in the text.
    function nameOf(at) {
      const { id, end, name } = stops[at], own = said[at].name;
      if (!name && words[end]) return [words[end]];
      const marker = name ?? document.getElementById(anchor + id)?.querySelector(".marker")?.textContent ?? id;
      return [...both(marker), ...(own ? [` – ${own}`] : [])];
    }

    // What the shape itself says besides its name and its term; the beginning, where that is long.
    function labelOf({ id }) {
      const lines = [...shapeOf(id)?.querySelectorAll("text:not(.bold, .quiet)") ?? []].map((line) => line.textContent.trim());
      const label = lines.join(" ").replace(/- /g, "-");
      return label.length > LABEL_LENGTH ? `${label.slice(0, label.lastIndexOf(" ", LABEL_LENGTH))} …` : label;
    }

    function wayButton({ by, to }, own) {
      const button = document.createElement("button");
      button.type = "button";
      button.className = "first";
      button.dataset.to = to;
      const label = document.createElement("span"), target = document.createElement("small");
      label.append(...(by ? both(by, own) : [words.next]));
      // Who has to choose wants to know where an answer leads.
      const leads = by && !stops[to].end && labelOf(stops[to]);
      target.append(...nameOf(to), ...(leads ? [": ", ...both(leads)] : []));
      button.append(label, " ", target);
      return button;
    }

    function show(path) {
      const hadFocus = panel?.contains(document.activeElement);
      open();
      trail = path;
      const stop = stops[path.at(-1)], find = (name) => panel.querySelector(name), ways = stop.ways ?? [];
      const isSaid = !!document.getElementById(anchor + stop.id);
      find(".name").replaceChildren(...nameOf(path.at(-1)));
      find(".sentence").lang = lang;
      const bands = (all) => list(all.map((at) => lanes[at])), { who, places = [] } = stop;
      find(".who").replaceChildren(...bands(who));
      find(".bands").replaceChildren(...bands(places));
      find(".bands").parentElement.hidden = !places.length;
      find(".terms").replaceChildren(...list(stop.terms ?? [], said[path.at(-1)].terms));
      find(".terms").parentElement.hidden = !stop.terms;
      find(".sentence").replaceChildren(...sentences(stop.id));
      find(".question").hidden = !ways.some(({ by }) => by);
      find(".ways").replaceChildren(...ways.map((way, i) => wayButton(way, said[path.at(-1)].by?.[i])));
      find("[data-do=back]").disabled = find("[data-do=start]").disabled = path.length < 2;
      find(".to-text").hidden = !isSaid;
      find(".to-text").href = `#${anchor}${stop.id}`;
      find(".to-step").href = hashOf(path.at(-1));
      find("[role=status]").textContent = "";
      mark(path);
      reveal(shapeOf(stop.id));
      if (hadFocus && (document.activeElement === document.body || document.activeElement?.disabled)) {
        panel.querySelector(".ways button, .moves button:not(:disabled)")?.focus({ preventScroll: true });
      }
    }

    function reveal(element) {
      const behavior = isStill.matches ? "instant" : "smooth";
      // Where the step stands below the drawing, both fit only without the buttons above.
      const isBelow = panel.getBoundingClientRect().left <= region.getBoundingClientRect().left;
      const top = (isBelow ? region : figure).getBoundingClientRect().top;
      if (top < 0 || top > (isBelow ? 16 : innerHeight / 3)) (isBelow ? region : figure).scrollIntoView({ block: "start", behavior: "instant" });
      const box = element.getBoundingClientRect(), frame = region.getBoundingClientRect();
      region.scrollTo({
        left: region.scrollLeft + box.left - frame.left - (frame.width - box.width) / 2,
        top: region.scrollTop + box.top - frame.top - (frame.height - box.height) / 2, behavior,
      });
    }

    function go(path) {
      history.pushState({ trail: path, isStep: trail.length < path.length && trail.every((at, i) => at === path[i]) }, "", hashOf(path.at(-1)));
      show(path);
    }

    const acts = {
      // The step before is also the entry before, where one came from there.
      back: () => history.state?.isStep && trail.length > 1 ? history.back() : trail.length > 1 && go(trail.slice(0, -1)),
      start: () => go([0]),
      close: () => { history.pushState(null, "", location.pathname + location.search); close(); },
    };

    function press(event) {
      const pressed = event.target.closest("button, a");
      if (pressed?.dataset.to) return go([...trail, +pressed.dataset.to]);
      if (pressed?.dataset.do) return acts[pressed.dataset.do]?.();
      if (!pressed?.classList.contains("to-step") || event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      const status = panel.querySelector("[role=status]");
      navigator.clipboard?.writeText(pressed.href).then(() => { status.textContent = words.copied; }, () => { status.textContent = pressed.href; });
      if (!navigator.clipboard) status.textContent = pressed.href;
    }

    function key(event) {
      if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
      if (event.key === "Escape" && !figure.classList.contains("is-full")) return acts.close();
      if (!panel.contains(event.target)) return;
      const ways = stops[trail.at(-1)].ways ?? [];
      const act = { ArrowLeft: acts.back, Home: acts.start, ArrowRight: () => ways.length === 1 && go([...trail, ways[0].to]) }[event.key];
      if (act) { event.preventDefault(); act(); }
    }

    figure.querySelector("[data-do=walk]")?.addEventListener("click", () => {
      if (!panel) go([0]);
      panel.querySelector(".ways button")?.focus({ preventScroll: true });
    });

    return {
      close,
      // Shows what the address names; says whether that is here.
      follow() {
        const at = stops.findIndex((_, i) => hashOf(i) === location.hash);
        if (at < 0) { close(); return false; }
        const told = history.state?.trail;
        show(isTrail(told) && told.at(-1) === at ? told : trailTo(at));
        return true;
      },
      // Who turns the telephone while reading here goes on reading here.
      keep() { if (panel && isSeen) reveal(shapeOf(stops[trail.at(-1)].id)); },
    };
  }

  const follow = () => walks.map((walk) => walk.follow()).includes(true);
  // A browser that goes to what the address names takes the focus from where it stood: it is given back, unless the reader
  // has gone elsewhere.
  let held = null;
  addEventListener("popstate", () => {
    const isWalked = follow(), focused = document.activeElement;
    held = (isWalked || !location.hash) && focused.closest("figure.plate") ? focused : null;
  });
  addEventListener("hashchange", () => {
    if (document.activeElement === document.body) held?.focus({ preventScroll: true });
    held = null;
    follow();
  });
  // To ask before the page is laid out would have it laid out twice.
  let breadth = 0;
  addEventListener("load", () => { breadth = innerWidth; });
  addEventListener("resize", () => {
    if (innerWidth !== breadth) walks.forEach((walk) => walk.keep());
    breadth = innerWidth;
  });
  follow();
  // The browser goes to what the address names by itself, last of all: at once, so that the drawing can be set right.
  const pace = document.documentElement.style;
  pace.scrollBehavior = "auto";
  addEventListener("load", () => setTimeout(() => { follow(); pace.scrollBehavior = ""; }, 50));
})();
