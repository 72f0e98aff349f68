// A site is made without a clock; whether the day of an edition is still ahead, the reader's browser knows.
(() => {
  'use strict';
  const now = new Date();
  const two = (number) => String(number).padStart(2, '0');
  const today = `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
  for (const note of document.querySelectorAll('.upcoming')) note.hidden = note.dataset.from <= today;
})();
