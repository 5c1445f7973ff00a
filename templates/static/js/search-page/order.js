// The menu of orders. The one that needs to know where the reader is has a script of its own
// (search-near.js), brought when somebody wants that order; it puts its own in the place of these:
//
//   page.order(state)      shows the order that the results have, and what there is to say of it
//   page.here()            where the reader is: [latitude, longitude]; undefined if not known
//   page.away(document)    "cách 12 km", in that order alone; else ""
//   page.placed(answer)    the results of ocopSearch.find are there: says if none has a distance
//   page.locate(state)     asks where the reader is and then for that order
//
// Only here: page.onOrder(call) has call(sort) called when the reader chooses an order, "near"
// once it is possible; page.chooseOrder is that call.
(function (page) {
  "use strict";
  const NEAR = "near";
  const menu = page.at("sort");
  let state, coming;

  page.here = page.placed = () => {};
  page.away = () => "";
  page.able = navigator.geolocation && (isSecureContext || location.protocol === "file:");

  function failed() {
    coming = null;
    page.at("order-said").textContent = page.say("where_unknown");
  }

  function bring(then) {
    coming = coming || new Promise((resolve, reject) => {
      const script = page.make("script", "", { src: menu.dataset.near });
      script.onload = resolve;
      script.onerror = reject;
      document.head.append(script);
    });
    coming.then(then, failed);
  }

  page.order = (of) => {
    state = of;
    if (state.sort === NEAR) bring(() => page.order(state));
    else menu.value = state.sort;
  };

  page.onOrder = (call) => {
    page.chooseOrder = call;
    if (page.able) menu.append(page.make("option", "", { value: NEAR }, page.say("nearest")));
    menu.addEventListener("change", () => {
      if (menu.value === NEAR) bring(() => menu.value === NEAR && page.locate(state));
      else call(menu.value);
    });
  };
})(ocopPage);
