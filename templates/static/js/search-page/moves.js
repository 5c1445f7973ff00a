// The way through the browser's history: typing replaces, choosing pushes, back brings back.
//
//   page.moved(state)          the state is what the address should say, and will
//   page.note(state)           notes it there; quick once the page is laid out, for the browser asks
//                              where it is scrolled to
//   page.left(state)           the reader chose this state: a step of its own in the history
//   page.settle()              scrolls and focuses as it was when this entry was left
//   page.onReturn(call)        call() when the reader goes back or forward
// Where one was is kept with the entry itself, so it outlives a visit to another page.
(function (page) {
  "use strict";
  const places = new Map();
  let key = (history.state && history.state.key) || 1;
  let back = history.state;
  const here = () => location.pathname + location.search;
  let address = here();

  history.scrollRestoration = "manual";

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
    } catch (refusal) {
      return;
    }
  }

  // Keeps where one is with the entry that is about to be left, and returns it.
  function kept() {
    const left = place();
    written(left, address);
    return left;
  }

  function linked(search) {
    for (const link of document.querySelectorAll(".languages a"))
      link.href = link.href.split(/[?#]/)[0] + search;
  }

  page.moved = (state) => {
    const search = page.write(state);
    linked(search);
    address = location.pathname + search;
  };

  page.note = (state) => {
    page.moved(state);
    if (address !== here()) written({ key }, address);
  };

  page.left = (state) => {
    const left = kept();
    page.moved(state);
    if (address === here()) return;
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
      address = here();
      linked(location.search);
      call();
    });
  };

  addEventListener("pagehide", () => written(place(), address + location.hash, false));
  linked(location.search);
})(ocopPage);
