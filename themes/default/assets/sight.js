// Remembers the version for people with low vision. Without this script it holds for the page on which it is chosen.
(() => {
  'use strict';
  const key = 'reglament-sight';
  const form = document.querySelector('.sight form');
  if (!form) return;
  // A page that lies in a folder may have no store, or share it with others.
  const read = () => {
    try { return new URLSearchParams(window.localStorage.getItem(key) || ''); } catch (error) { return new URLSearchParams(); }
  };
  const write = (chosen) => {
    try { window.localStorage.setItem(key, String(chosen)); } catch (error) { /* It holds for this page. */ }
  };
  for (const [name, value] of read()) {
    for (const input of form.querySelectorAll('input')) if (input.name === name && input.value === value) input.checked = true;
  }
  form.addEventListener('change', () => write(new URLSearchParams(new FormData(form))));
  form.addEventListener('reset', () => write(''));
})();
