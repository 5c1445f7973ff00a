// Marks the month that it is now in the strip of a product's season.
(function () {
  "use strict";
  const months = document.querySelectorAll(".months li");
  if (months.length === 12) months[new Date().getMonth()].classList.add("is-now");
})();
