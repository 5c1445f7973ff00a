// Previous and next in the list that the reader came from, as js/site/way.js noted it. Beside the
// crumbs on wide screens, below the article on others: nothing that is being read moves.
(function () {
  "use strict";
  const tools = document.querySelector(".tools");
  const KEY = "ocop-way " + new URL(document.documentElement.dataset.root || ".", location.href).pathname;

  function noted() {
    try {
      return JSON.parse(sessionStorage.getItem(KEY));
    } catch (refused) {
      return null;
    }
  }

  function make(name, look, ...inside) {
    const made = document.createElement(name);
    made.className = look;
    made.append(...inside);
    return made;
  }

  function step(item, look, words) {
    if (!item) return make("span", "walk-end");
    const said = make("span", "unseen", words + ": ");
    const link = make("a", look, said, make("span", "walk-name", item[1]));
    link.href = item[0];
    link.rel = look === "walk-before" ? "prev" : "next";
    return link;
  }

  const way = noted();
  const at = way && tools ? way.items.findIndex((one) => one[0] === location.pathname) : -1;
  if (at < 0 || way.items.length < 2) return;
  const [before, after] = tools.dataset.walk.split("|");
  const back = make("a", "walk-list", make("span", "walk-title", way.title), " ");
  back.append(make("span", "walk-count", at + 1 + " / " + way.items.length));
  back.href = way.href;
  const nav = make(
    "nav", "walk", step(way.items[at - 1], "walk-before", before), back,
    step(way.items[at + 1], "walk-after", after),
  );
  nav.setAttribute("aria-label", way.title);
  if (matchMedia("(min-width: 60rem)").matches) document.querySelector(".crumbs").after(nav);
  else document.querySelector("article[data-product]").after(nav);
})();
