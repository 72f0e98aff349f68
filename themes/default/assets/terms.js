// Escape puts away what an abbreviation stands for, until the next one is pointed at or reached.
(() => {
  'use strict';
  const root = document.documentElement;
  document.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') root.classList.add('hushed');
  });
  for (const kind of ['pointerover', 'focusin']) {
    document.addEventListener(kind, (event) => {
      if (event.target.closest && event.target.closest('.term')) root.classList.remove('hushed');
    });
  }
})();
