"use strict";
// The page of the search: shows what the engine (`search.js`) finds while one types. Everything that is said stands in
// the page or in the index; texts are only ever put in as texts.
(() => {
  const engine = window.reglamentSearch;
  const form = document.querySelector("form.finder"), fields = form.elements;
  const list = document.querySelector(".found"), more = document.getElementById("more");
  const template = document.getElementById("result"), status = form.querySelector(".count");
  const lang = document.documentElement.lang, mine = lang === "ru" ? 1 : 0, langs = ["kk", "ru"];
  const FACETS = ["kind", "region", "decree", "status", "channel", "field"].filter((name) => fields[name]);
  const title = document.title, SHOWN = 15, PLACES = 3, TEXT_LENGTH = 220, LEAD_LENGTH = 70;
  let index, turn = 0, isSent = false, answer = { found: [], marked: new Set() }, shown = SHOWN;

  // What an act is under each facet, as values of the choices, which an address keeps.
  function facetsOf(number) {
    const act = index.acts[number], decree = index.decrees[act.decree];
    return {
      kind: [act.channels ? "regulation" : "decree"], status: [decree.repealed ? "repealed" : "valid"], decree: [decree.id],
      region: decree.region === null ? [] : [index.regions[decree.region][0]],
      channel: (act.channels ?? []).map((channel) => index.channels[channel][0]),
      field: act.field === null ? [] : [index.fields[act.field][0]],
    };
  }

  const fits = (facets, except) => FACETS.every((name) =>
    name === except || fields[name].value === "" || facets[name].includes(fields[name].value));

  function addChoices() {
    const add = (name, choices) => choices
      .map(([value, text]) => new Option(text, value))
      .sort((a, b) => a.text.localeCompare(b.text, lang, { numeric: true }))
      .forEach((option) => fields[name].add(option));
    add("region", index.regions.map(([id, ...names]) => [id, names[mine]]));
    add("decree", index.decrees.map(({ id, name, day }) => [id, `${name[mine]} (${day[mine]})`]));
    add("channel", index.channels.map(([id, ...names]) => [id, names[mine]]));
    if (fields.field) add("field", index.fields.map(([id, ...names]) => [id, names[mine]]));
    for (const name of FACETS) for (const option of fields[name]) option.dataset.name = option.text;
  }

  // How many of the acts found each choice would leave.
  function count(acts) {
    for (const name of FACETS) {
      const fitting = acts.map(facetsOf).filter((facets) => fits(facets, name));
      for (const option of fields[name]) {
        const number = option.value === "" ? fitting.length : fitting.filter((facets) => facets[name].includes(option.value)).length;
        option.text = `${option.dataset.name} (${number})`;
      }
    }
  }

  // Pieces of a text, those that answer marked.
  function put(element, pieces) {
    element.append(...pieces.map(({ text, isMarked }) => {
      if (!isMarked) return text;
      const mark = document.createElement("mark");
      mark.textContent = text;
      return mark;
    }));
  }

  // So much of a long text as shows its first answer.
  function clip(pieces) {
    let from = Math.max(0, pieces.findIndex((piece) => piece.isMarked)), lead = 0, length = 0;
    while (from > 0 && lead < LEAD_LENGTH) lead += pieces[--from].text.length;
    let to = from;
    while (to < pieces.length && length < TEXT_LENGTH) length += pieces[to++].text.length;
    const dots = { text: "…", isMarked: false };
    return [...(from > 0 ? [dots] : []), ...pieces.slice(from, to), ...(to < pieces.length ? [dots] : [])];
  }

  async function addPlace(item, act, place) {
    const heading = engine.headingOf(place);
    const [text, under] = await Promise.all([engine.textOf(place.passage), heading ? engine.textOf(heading.passage) : ""]);
    const link = document.createElement("a"), line = document.createElement("li");
    const page = place.pages === 3 || place.pages === mine + 1 ? "" : `../${langs[1 - mine]}/`;
    link.href = `${page}${act.path}#${place.anchor}`;
    put(link, clip(engine.split(text, answer.marked)));
    if (under) {
      const where = document.createElement("span");
      where.className = "where";
      where.textContent = under.length > 90 ? `${under.slice(0, 90)}…` : under;
      line.append(where);
    }
    line.append(link);
    item.append(line);
  }

  async function result({ act: number, places }) {
    const act = index.acts[number], decree = index.decrees[act.decree];
    const item = template.content.firstElementChild.cloneNode(true), link = item.querySelector("a");
    const head = document.createElement("h2");
    link.replaceWith(head);
    head.append(link);
    const own = act.title[mine] ? mine : 1 - mine;
    link.href = act.path;
    if (own !== mine) link.lang = langs[own];
    put(link, engine.split(act.title[own], answer.marked));
    item.querySelector(".tag").hidden = !decree.repealed;
    const region = decree.region === null ? [] : [index.regions[decree.region][mine + 1]];
    put(item.querySelector(".meta span"), engine.split([decree.name[mine], decree.day[mine], ...region].join(" · "), answer.marked));
    const ownPlaces = item.querySelector("ul");
    if (own !== mine) ownPlaces.lang = langs[own];
    for (const place of places.filter((place) => place.anchor).slice(0, PLACES)) await addPlace(ownPlaces, act, place);
    if (!ownPlaces.children.length) ownPlaces.remove();
    return item;
  }

  function say(found, isAsked) {
    const counts = new Intl.PluralRules(lang).select(found.length), forms = form.dataset.documents.split("|");
    const word = forms[{ one: 0, few: 1 }[lang === "ru" ? counts : "one"] ?? 2];
    const some = found.length && isAsked && !found[0].isWhole ? ` ${form.dataset.some}` : "";
    status.textContent = found.length ? form.dataset.found.replace("{0}", `${found.length} ${word}`) + some : form.dataset.nothing;
  }

  async function show() {
    const now = turn, isAsked = fields.q.value.trim() !== "";
    const isIdle = !isAsked && FACETS.every((name) => fields[name].value === "");
    document.getElementById("all").hidden = !isIdle;
    document.getElementById("found").hidden = isIdle;
    count(answer.found.map(({ act }) => act));
    const found = answer.found.filter(({ act }) => fits(facetsOf(act)));
    if (isIdle) status.textContent = ""; else say(found, isAsked);
    const items = await Promise.all((isIdle ? [] : found.slice(0, shown)).map(result));
    if (now !== turn) return;
    list.replaceChildren(...items);
    more.hidden = isIdle || found.length <= shown;
  }

  // The address tells the question, so that it can be kept and sent; a page from a disk may not change it. While one types the
  // entry stays the same; a question that was sent is left behind, and one can go back to it.
  function keep() {
    const said = String(new URLSearchParams([...new FormData(form)].filter(([, value]) => value)));
    const isLeft = isSent && new URLSearchParams(location.search).get("q") !== (fields.q.value || null);
    document.title = fields.q.value.trim() ? `${fields.q.value.trim()} – ${title}` : title;
    if (isLeft) isSent = false;
    try { history[isLeft ? "pushState" : "replaceState"]({ isAsked: true }, "", `?${said}`); } catch { /* Nothing is lost but the address. */ }
  }

  // What the address asks.
  function take() {
    const said = new URLSearchParams(location.search);
    isSent = said.has("q");
    fields.q.value = said.get("q") ?? "";
    for (const name of FACETS) fields[name].value = said.get(name) ?? "";
    for (const name of FACETS) if (fields[name].selectedIndex < 0) fields[name].value = "";
  }

  async function ask() {
    const now = ++turn, question = fields.q.value.trim();
    try {
      const all = { found: index.acts.map((_, act) => ({ act, places: [] })), marked: new Set() };
      const found = question ? await engine.ask(question) : all;
      if (now !== turn) return;
      answer = found;
      shown = SHOWN;
      keep();
      await show();
    } catch { status.textContent = form.dataset.failed; }
  }

  async function start() {
    form.hidden = false;
    fields.q.value = new URLSearchParams(location.search).get("q") ?? "";
    try { index = await engine.start(); } catch { status.textContent = form.dataset.failed; return; }
    addChoices();
    take();
    form.querySelector("details").open = matchMedia("(min-width: 48rem)").matches || FACETS.some((name) => fields[name].value);
    let pause;
    fields.q.addEventListener("input", () => { clearTimeout(pause); pause = setTimeout(ask, 120); });
    form.addEventListener("submit", (event) => { event.preventDefault(); clearTimeout(pause); ask().then(() => { isSent = true; }); });
    addEventListener("popstate", ({ state }) => { if (state?.isAsked) { clearTimeout(pause); take(); ask(); } });
    form.addEventListener("change", (event) => { if (event.target !== fields.q) { turn++; shown = SHOWN; keep(); show(); } });
    more.addEventListener("click", async () => {
      const next = shown;
      shown += SHOWN;
      turn++;
      await show();
      list.children[next]?.querySelector("a").focus();
    });
    await ask();
  }

  start();
})();
