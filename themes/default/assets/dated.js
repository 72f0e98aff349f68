// Who comes for a place in the text is led there: the wording in force stands on the regulation's own page.
(() => {
  'use strict';
  const link = document.querySelector('a.dated');
  if (link && location.hash) location.replace(link.getAttribute('href') + location.hash);
})();
