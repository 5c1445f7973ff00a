// Hides the stars of a certificate that has ended since the page was made.
(function () {
  "use strict";
  const now = new Date();
  const two = (n) => (n < 10 ? "0" : "") + n;
  const today = now.getFullYear() + "-" + two(now.getMonth() + 1) + "-" + two(now.getDate());

  document.querySelectorAll("[data-rating-expires]").forEach((holder) => {
    if (today <= holder.dataset.ratingExpires) return;
    holder.classList.add("rating-ended");
    holder.querySelectorAll("[data-expires]").forEach((stars) => { stars.hidden = true; });
    holder.querySelectorAll(".stars-after").forEach((after) => { after.hidden = false; });
  });
})();
