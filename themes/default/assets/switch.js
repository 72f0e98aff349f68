// The language switch leads to the place that was read last: the anchors of both languages are the same, save for those that
// the link itself tells, where the texts number their paragraphs differently. The head does not
// stay on the screen, so who comes to the switch has left that place already: it is remembered where reading stops for a while.
(() => {
  'use strict';
  const link = document.querySelector('a.switch');
  if (!link) return;
  const page = link.getAttribute('href'), PAUSE = 1000;
  const places = '.act [id], .appendix[id], .pair[id], .region[id], .acts tr[id]';
  const crossings = new Map((link.dataset.crossings || '').split(' ').map(one => one.split('=')));
  let last = '', pause;

  /** The last place that begins in the upper third of the window; none at the head of the page. */
  const place = () => {
    let found = '';
    for (const one of document.querySelectorAll(places)) {
      if (one.closest('svg, details')) continue;
      if (one.getBoundingClientRect().top > window.innerHeight / 3) break;
      found = one.id;
    }
    return window.scrollY > 0 ? found : '';
  };
  // What the address names, a shape of a drawing too, while it is on the screen.
  const named = () => {
    let id = '';
    try { id = decodeURIComponent(location.hash.slice(1)); } catch (error) { /* No place has such a name. */ }
    const one = id && document.getElementById(id);
    if (!one || !one.closest(places)) return '';
    const { top, bottom } = one.getBoundingClientRect();
    return bottom > 0 && top < window.innerHeight ? id : '';
  };
  const settle = () => { last = named() || place() || last; };
  const wait = () => { clearTimeout(pause); pause = setTimeout(settle, PAUSE); };
  window.addEventListener('scroll', wait, { passive: true });
  for (const kind of ['hashchange', 'load']) window.addEventListener(kind, () => setTimeout(settle, 100));

  // The search is asked the same again: its choices have the same values.
  const asked = () => {
    const form = document.querySelector('.search .finder');
    const said = form && String(new URLSearchParams([...new FormData(form)].filter(([, value]) => value)));
    return said ? `?${said}` : '';
  };
  const aim = () => {
    const own = last || place(), id = crossings.get(own) || own;
    link.setAttribute('href', page + asked() + (id ? `#${encodeURIComponent(id)}` : ''));
  };
  for (const kind of ['pointerdown', 'focus', 'click']) link.addEventListener(kind, aim);
})();
