// Runs on every page; everything works without it. Hides the stars of a certificate that has
// ended since the page was made, and copies a link.
(function () {
  "use strict";
  var now = new Date();
  var two = function (n) { return (n < 10 ? "0" : "") + n; };
  var today = now.getFullYear() + "-" + two(now.getMonth() + 1) + "-" + two(now.getDate());

  document.querySelectorAll("[data-rating-expires]").forEach(function (holder) {
    if (today <= holder.dataset.ratingExpires) return;
    holder.classList.add("rating-ended");
    holder.querySelectorAll("[data-expires]").forEach(function (stars) { stars.hidden = true; });
    holder.querySelectorAll(".stars-after").forEach(function (after) { after.hidden = false; });
  });

  document.querySelectorAll("[data-copy]").forEach(function (button) {
    if (!navigator.clipboard) return;
    button.hidden = false;
    button.addEventListener("click", function () {
      navigator.clipboard.writeText(button.dataset.copy).then(function () {
        button.textContent = button.dataset.done;
      });
    });
  });
})();
