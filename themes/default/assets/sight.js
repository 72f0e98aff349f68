// Remembers the version for people with low vision. Without this script it holds for the page on which it is chosen.
(() => {
  'use strict';
  const key = 'reglament-sight';
  const choices = document.querySelector('.sight .choices');
  if (!choices) return;
  const inputs = [...choices.querySelectorAll('input')];
  // A page that lies in a folder may have no store.
  const read = () => {
    try { return new URLSearchParams(window.localStorage.getItem(key) || ''); } catch (error) { return new URLSearchParams(); }
  };
  const write = () => {
    const chosen = new URLSearchParams(inputs.filter((one) => one.checked).map((one) => [one.name, one.value]));
    try { window.localStorage.setItem(key, String(chosen)); } catch (error) { /* It holds for this page. */ }
  };
  for (const [name, value] of read()) {
    for (const one of inputs) if (one.name === name && one.value === value) one.checked = true;
  }
  choices.addEventListener('change', write);
})();
