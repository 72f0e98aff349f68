"use strict";
// For a page of another site that shows a regulation in a frame: gives the frame the height of what it shows. Without this
// script the frame keeps the height that its own code says.
(() => {
  const LEAST = 120, MOST = 60000;
  const frames = () => document.querySelectorAll('iframe[src*="?embed"]');
  const edges = (frame) => ["borderTopWidth", "borderBottomWidth", "paddingTop", "paddingBottom"]
    .reduce((sum, name) => sum + parseFloat(getComputedStyle(frame)[name]), 0);
  addEventListener("message", ({ data, source, origin }) => {
    if (data?.type !== "reglament:height" || !Number.isFinite(data.height)) return;
    for (const frame of frames()) {
      // Only from the frame itself, and only while it shows what it was given; a file has no origin.
      const own = new URL(frame.src).origin;
      if (frame.contentWindow !== source || own !== "null" && own !== origin) continue;
      const height = Math.min(MOST, Math.max(LEAST, Math.ceil(data.height)));
      // Where the other site counts borders as part of the height, they come on top.
      const isWhole = getComputedStyle(frame).boxSizing === "border-box";
      frame.style.height = `${height + (isWhole ? edges(frame) : 0)}px`;
    }
  });
  // A frame that was there first has spoken already.
  const ask = () => frames().forEach((frame) => frame.contentWindow?.postMessage({ type: "reglament:ask" }, "*"));
  ask();
  addEventListener("load", ask);
})();
