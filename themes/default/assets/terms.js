// Escape puts away what an abbreviation stands for, until the next one is pointed at or reached. A finger cannot point: it
// opens a bar with the same words, from which one goes to the list or on reading.
(() => {
  'use strict';
  const root = document.documentElement, pattern = document.getElementById('term-bar');
  let bar = null, asked = null, isTouch = false;

  function close() {
    if (!bar) return;
    const hadFocus = bar.contains(document.activeElement);
    bar.remove();
    bar = null;
    if (hadFocus) asked.focus({ preventScroll: true });
  }

  function open(term) {
    close();
    asked = term;
    bar = pattern.content.firstElementChild.cloneNode(true);
    bar.querySelector('a').href = term.getAttribute('href');
    document.body.append(bar);
    // In another site's frame the foot of the window may be far away.
    if (root.classList.contains('is-embedded')) bar.style.top = `${term.getBoundingClientRect().bottom + window.scrollY}px`;
    const words = document.getElementById(term.getAttribute('aria-describedby')), line = bar.querySelector('p');
    line.textContent = words.textContent;
    line.lang = words.lang || root.lang;
  }

  document.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape') return;
    root.classList.add('hushed');
    close();
  });
  document.addEventListener('pointerdown', (event) => { isTouch = event.pointerType === 'touch'; }, true);
  for (const kind of ['pointerover', 'focusin']) {
    document.addEventListener(kind, (event) => {
      if (event.target.closest && event.target.closest('.term')) root.classList.remove('hushed');
    });
  }
  document.addEventListener('click', (event) => {
    const term = event.target.closest('.term');
    // By the keyboard a click has no place.
    if (pattern && term && isTouch && event.detail > 0) {
      event.preventDefault();
      root.classList.add('hushed');
      open(term);
    } else if (bar && (event.target.closest('button, a') || !bar.contains(event.target))) close();
  });
})();
