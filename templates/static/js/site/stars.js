// Hides the stars of a certificate that has ended since the page was made.
//
//   ocopStars(holder)  hides the stars in an element with data-rating-expires if so
(function () {
  "use strict";
  const hide = window.ocopStars = (holder) => {
    if (!ocopEnded(holder.dataset.ratingExpires)) return;
    holder.classList.add("rating-ended");
    holder.querySelectorAll("[data-expires]").forEach((stars) => { stars.hidden = true; });
    holder.querySelectorAll(".stars-after").forEach((after) => { after.hidden = false; });
  };

  document.querySelectorAll("[data-rating-expires]").forEach(hide);
})();
