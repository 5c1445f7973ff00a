// Notes the list that a reader leaves by one of its cards, so that the product's page can lead on
// to the next (js/product/walk.js). Kept for this tab's visit only; another way forgets it.
(function () {
  "use strict";
  const KEY = "ocop-way " + new URL(document.documentElement.dataset.root || ".", location.href).pathname;
  const MOST = 200;

  // What the list is called: what was searched for, the heading above it, or the page's.
  function title(cards) {
    const field = document.querySelector("#q");
    if (field && field.value.trim()) return "“" + field.value.trim() + "”";
    const section = cards.closest("section");
    const heading = (section && section.querySelector(".section-head h2")) || document.querySelector("h1");
    return heading ? heading.textContent.trim() : document.title;
  }

  function way(cards) {
    const links = Array.from(cards.querySelectorAll(".card-name a")).slice(0, MOST);
    const items = links.map((one) => [one.pathname, one.textContent.trim()]);
    return JSON.stringify({ href: location.href, title: title(cards), items });
  }

  document.addEventListener("click", (event) => {
    const link = event.target.closest("a[href*='products/']");
    if (!link || link.closest(".walk")) return;
    const cards = link.closest(".card") && link.closest(".cards");
    try {
      if (cards) sessionStorage.setItem(KEY, way(cards));
      else sessionStorage.removeItem(KEY);
    } catch (refused) {
      // Where nothing may be stored there is no way to keep.
    }
  });
})();
