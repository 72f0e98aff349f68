// The language switch leads to the place that is being read: the anchors of both languages are the same.
(() => {
  'use strict';
  const link = document.querySelector('a.switch');
  if (!link) return;
  const page = link.getAttribute('href');

  /** The last place that begins in the upper third of the window; none at the head of the page. */
  const place = () => {
    let found = '';
    for (const one of document.querySelectorAll('.act [id], .appendix[id], .pair[id]')) {
      if (one.closest('svg, details')) continue;
      if (one.getBoundingClientRect().top > window.innerHeight / 3) break;
      found = one.id;
    }
    return found;
  };
  const aim = () => {
    const id = window.scrollY > 0 ? place() : '';
    link.setAttribute('href', id ? `${page}#${id}` : page);
  };
  for (const kind of ['pointerdown', 'focus', 'click']) link.addEventListener(kind, aim);
})();
