// Hides the stars of a certificate that has ended since the page was made.
//
//   ocopEnded(day)     whether the last day of a certificate, "2027-04-10", is over for the reader
//   ocopStars(holder)  hides the stars in an element with data-rating-expires if so
(function () {
  "use strict";
  const two = (n) => (n < 10 ? "0" : "") + n;

  const ended = window.ocopEnded = (day) => {
    const now = new Date();
    return Boolean(day) &&
      now.getFullYear() + "-" + two(now.getMonth() + 1) + "-" + two(now.getDate()) > day;
  };

  const hide = window.ocopStars = (holder) => {
    if (!ended(holder.dataset.ratingExpires)) return;
    holder.classList.add("rating-ended");
    holder.querySelectorAll("[data-expires]").forEach((stars) => { stars.hidden = true; });
    holder.querySelectorAll(".stars-after").forEach((after) => { after.hidden = false; });
  };

  document.querySelectorAll("[data-rating-expires]").forEach(hide);
})();
