// The way through the browser's history: typing replaces, choosing pushes, back brings back.
//
//   page.moved(state, push)    writes the state into the address
//   page.settle()              scrolls and focuses as it was when this entry was left
//   page.onReturn(call)        call() when the reader goes back or forward
// Where one was is kept with the entry itself, so it outlives a visit to another page.
(function (page) {
  "use strict";
  const places = new Map();
  let key = (history.state && history.state.key) || 1;
  let back = history.state;

  if ("scrollRestoration" in history) history.scrollRestoration = "manual";

  // How to find the focused element again.
  function focused() {
    const at = document.activeElement;
    if (!at || at === document.body) return null;
    const product = at.closest("[data-product]");
    if (product) return '[data-product="' + CSS.escape(product.dataset.product) + '"] a';
    const pick = at.closest("[data-facet]");
    if (pick)
      return '[data-facet="' + pick.dataset.facet + '"][data-value="' +
        CSS.escape(pick.dataset.value) + '"] input';
    return at.id ? "#" + CSS.escape(at.id) : null;
  }

  const place = () => ({ key, y: Math.round(scrollY), focus: focused() });

  // A browser may refuse, after very many changes or for a file: the search goes on without.
  function written(state, address, push) {
    try {
      history[push ? "pushState" : "replaceState"](state, "", address);
      return true;
    } catch (refusal) {
      return false;
    }
  }

  function linked(search) {
    for (const link of document.querySelectorAll(".languages a"))
      link.href = link.href.split(/[?#]/)[0] + search;
  }

  page.moved = (state, push) => {
    const search = page.write(state);
    linked(search);
    const address = location.pathname + search;
    if (search === location.search) return;
    if (!push) {
      written({ key }, address, false);
      return;
    }
    const left = place();
    written(left, location.pathname + location.search, false);
    places.set(key, left);
    key = Date.now();
    written({ key }, address, true);
  };

  page.settle = () => {
    const to = back;
    back = null;
    if (!to || to.y === undefined) return;
    const element = to.focus && document.querySelector(to.focus);
    if (element) element.focus({ preventScroll: true });
    scrollTo(0, to.y);
  };

  page.onReturn = (call) => {
    addEventListener("popstate", (event) => {
      places.set(key, place());
      key = (event.state && event.state.key) || 1;
      back = places.get(key) || event.state;
      linked(location.search);
      call();
    });
  };

  addEventListener("pagehide", () => written(place(), location.href, false));
  linked(location.search);
})(ocopPage);
