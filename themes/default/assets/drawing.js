"use strict";
// Drawings that can be moved, enlarged and seen on the whole screen: by mouse, touch and keyboard. A drawing moves in the
// frame that scrolls anyway, so without this script nothing is lost. Every word stands in the page.
(() => {
  // Sheets for paper come last of all, but before anybody prints: not every browser waits for pictures that only paper shows.
  const fetchSheets = () => document.querySelectorAll(".on-paper img").forEach((sheet) => { sheet.loading = "eager"; });
  const isSparing = navigator.connection?.saveData;
  if (!isSparing) addEventListener("load", () => (window.requestIdleCallback ?? setTimeout)(fetchSheets));

  const pattern = document.getElementById("drawing-tools");
  if (!pattern) return;
  const STEP = 1.25, LEAST = 0.1, MOST = 4, DRAG_FROM = 4;
  const distance = ([a, b]) => Math.hypot(a.clientX - b.clientX, a.clientY - b.clientY);

  function equip(figure) {
    const region = figure.querySelector(".scroll"), pictures = [...region.querySelectorAll("svg")];
    const tools = pattern.content.firstElementChild.cloneNode(true);
    const button = (name) => tools.querySelector(`[data-do=${name}]`);
    const first = pictures[0].viewBox.baseVal;
    let scale = 1;
    if (!figure.querySelector("script")) button("walk").remove();
    figure.prepend(tools);
    figure.classList.add("is-equipped");

    // Enlarges about a point of the screen, which stays where it is; without one, about the middle of the frame.
    function zoom(to, x, y) {
      const box = region.getBoundingClientRect(), before = scale;
      scale = Math.min(MOST, Math.max(LEAST, to));
      const [dx, dy] = [x === undefined ? box.width / 2 : x - box.left, y === undefined ? box.height / 2 : y - box.top];
      const [left, top] = [(region.scrollLeft + dx) / before, (region.scrollTop + dy) / before];
      figure.classList.toggle("is-scaled", scale !== 1);
      for (const picture of pictures) picture.style.setProperty("--width", `${Math.round(picture.viewBox.baseVal.width * scale)}px`);
      region.scrollTo({ left: left * scale - dx, top: top * scale - dy, behavior: "instant" });
      button("usual").firstElementChild.textContent = `${Math.round(scale * 100)} %`;
    }

    function fit() {
      const room = getComputedStyle(region), inner = (size, a, b) => size - parseFloat(room[a]) - parseFloat(room[b]);
      const across = inner(region.clientWidth, "paddingLeft", "paddingRight") / first.width;
      const isBound = figure.matches(".is-full, .is-walking");
      const down = isBound ? inner(region.clientHeight, "paddingTop", "paddingBottom") / first.height : Infinity;
      zoom(Math.min(1, across, down));
    }

    // The rest of the page is out of reach meanwhile.
    function full(isOn) {
      if (figure.classList.contains("is-full") === isOn) return;
      figure.classList.toggle("is-full", isOn);
      button("full").setAttribute("aria-pressed", isOn);
      for (let at = figure; at !== document.body; at = at.parentElement) {
        for (const other of at.parentElement.children) if (other !== at) other.inert = isOn;
      }
      if (isOn) figure.requestFullscreen?.().catch(() => {});
      else if (document.fullscreenElement) document.exitFullscreen();
      if (!isOn) figure.scrollIntoView({ block: "nearest", behavior: "instant" });
    }

    const acts = {
      in: () => zoom(scale * STEP), out: () => zoom(scale / STEP), usual: () => zoom(1), fit,
      full: () => full(!figure.classList.contains("is-full")),
    };
    tools.addEventListener("click", (event) => acts[event.target.closest("button")?.dataset.do]?.());
    figure.addEventListener("keydown", (event) => {
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      if (event.key === "Escape" && figure.classList.contains("is-full")) { event.stopPropagation(); return full(false); }
      if (!region.contains(event.target)) return;
      const act = { "+": "in", "=": "in", "-": "out", "0": "usual" }[event.key];
      if (act) { event.preventDefault(); acts[act](); }
    });
    document.addEventListener("fullscreenchange", () => { if (!document.fullscreenElement) full(false); });

    // A wheel scrolls the page; with Ctrl, as a touch pad says when pinched, or on the whole screen, it enlarges.
    region.addEventListener("wheel", (event) => {
      if (!event.ctrlKey && !(figure.classList.contains("is-full") && !event.shiftKey)) return;
      event.preventDefault();
      zoom(scale * Math.exp(-event.deltaY * (event.ctrlKey ? 0.01 : 0.002)), event.clientX, event.clientY);
    }, { passive: false });

    drag(region);
    pinch(region, () => scale, zoom);
  }

  // By mouse; a finger scrolls as it does anywhere, and so never holds the page.
  function drag(region) {
    let from = null;
    region.addEventListener("pointerdown", (event) => {
      if (event.pointerType !== "mouse" || event.button !== 0 || event.offsetX > region.clientWidth && event.target === region) return;
      from = { x: event.clientX, y: event.clientY, left: region.scrollLeft, top: region.scrollTop, isMoved: false };
    });
    region.addEventListener("pointermove", (event) => {
      if (!from) return;
      const [dx, dy] = [event.clientX - from.x, event.clientY - from.y];
      if (!from.isMoved && Math.hypot(dx, dy) < DRAG_FROM) return;
      if (!from.isMoved) { from.isMoved = true; region.setPointerCapture(event.pointerId); region.classList.add("is-dragged"); }
      region.scrollTo({ left: from.left - dx, top: from.top - dy, behavior: "instant" });
    });
    const end = () => {
      // What began as a drag is no click on a link.
      if (from?.isMoved) {
        const stop = (event) => { event.preventDefault(); event.stopPropagation(); };
        region.addEventListener("click", stop, { capture: true, once: true });
        setTimeout(() => region.removeEventListener("click", stop, { capture: true }));
      }
      from = null;
      region.classList.remove("is-dragged");
    };
    for (const name of ["pointerup", "pointercancel"]) region.addEventListener(name, end);
    for (const name of ["dragstart", "selectstart"]) region.addEventListener(name, (event) => { if (from) event.preventDefault(); });
  }

  function pinch(region, scaleNow, zoom) {
    let from = null;
    const start = (event) => { from = event.touches.length === 2 ? { apart: distance(event.touches), scale: scaleNow() } : null; };
    region.addEventListener("touchstart", start, { passive: true });
    region.addEventListener("touchend", start, { passive: true });
    region.addEventListener("touchmove", (event) => {
      if (!from || event.touches.length !== 2) return;
      event.preventDefault();
      const [a, b] = event.touches;
      zoom(from.scale * distance([a, b]) / from.apart, (a.clientX + b.clientX) / 2, (a.clientY + b.clientY) / 2);
    }, { passive: false });
  }

  document.querySelectorAll("figure.plate").forEach(equip);
})();
