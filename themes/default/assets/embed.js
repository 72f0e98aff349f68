"use strict";
// A regulation, or one of its drawings, in another site's frame: `?embed`, `?embed=portal`. The page is the same without what
// only its own site needs, and tells the frame how high it is (`frame.js` listens there). On the site itself: the code for
// the other site, made from the address that the page was opened at.
(() => {
  const box = document.querySelector(".share");
  if (!box) return;
  const here = new URL(location.href), asked = here.searchParams.get("embed"), root = document.documentElement;
  here.search = here.hash = "";
  if (asked === null) return offer();

  const appendix = asked && document.getElementById(`fig-${asked}-start`)?.closest(".appendix");
  root.classList.add("is-embedded");
  // That an act has lost force, or that this is a former wording, is said wherever it is shown.
  for (let at = appendix; at && at !== document.body; at = at.parentElement) {
    for (const other of at.parentElement.children) if (other !== at && !other.matches(".repealed, .former, h1, template")) other.hidden = true;
  }
  const source = document.createElement("a");
  source.href = here.href;
  source.textContent = `${box.dataset.source}: ${document.title}`;
  document.querySelector("main").append(Object.assign(document.createElement("p"), { className: "source" }));
  document.querySelector(".source").append(source);
  // What leads away opens beside the other site, not in its frame.
  document.addEventListener("click", ({ target }) => {
    const link = target.closest?.("a[href]"), hash = link?.getAttribute("href");
    if (!link) return;
    const isHere = hash.startsWith("#") && document.getElementById(decodeURIComponent(hash.slice(1)))?.closest("[hidden]") === null;
    if (isHere) return;
    if (hash.startsWith("#")) link.href = here.href + hash;
    link.target = "_blank";
    link.rel = "noopener";
  }, { capture: true });
  if (parent === window) return;
  const tell = () => parent.postMessage({ type: "reglament:height", height: Math.ceil(document.body.getBoundingClientRect().height) }, "*");
  new ResizeObserver(tell).observe(document.body);
  addEventListener("message", ({ data, source: asking }) => { if (asking === parent && data?.type === "reglament:ask") tell(); });

  function offer() {
    const [what, code, copy, status] = ["select", "textarea", "button", "[role=status]"].map((name) => box.querySelector(name));
    for (const figure of document.querySelectorAll("figure.plate")) {
      const picture = figure.querySelector("svg"), start = figure.querySelector("[id^=fig-][id$=-start]");
      const name = picture.querySelector("title").textContent;
      if (start) what.add(new Option(name, start.id.slice("fig-".length, -"-start".length)));
    }
    const quote = (text) => text.replace(/&/g, "&amp;").replace(/"/g, "&quot;").replace(/</g, "&lt;");
    const address = box.dataset.address || here.href, script = new URL(box.dataset.root + "assets/frame.js", address).href;
    const write = () => {
      const title = what.value ? what.selectedOptions[0].text : document.title;
      const query = what.value ? `?embed=${encodeURIComponent(what.value)}` : "?embed";
      code.value = `<iframe src="${quote(address + query)}" title="${quote(title)}" width="100%" height="800" allow="fullscreen; clipboard-write" loading="lazy"></iframe>\n<script src="${quote(script)}" async></script>`;
    };
    what.addEventListener("change", write);
    copy.addEventListener("click", () => {
      code.select();
      navigator.clipboard?.writeText(code.value).then(() => { status.textContent = box.dataset.copied; }, () => {});
    });
    write();
    box.hidden = copy.hidden = what.parentElement.hidden = false;
  }
})();
