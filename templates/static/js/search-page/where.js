// The menu of orders, and the one that needs to know where the reader is.
//
//   page.onOrder(call)     call(sort) when the reader chooses an order; "near" once it is possible
//   page.order(state)      shows the order that the results have, and what there is to say of it
//   page.here()            where the reader is: [latitude, longitude]; undefined if not known
//   page.away(document)    "cách 12 km", in that order alone; else ""
//   page.placed(answer)    the results of ocopSearch.find are there: says if none has a distance
// The browser is asked only when the reader chooses this order; an address that names it
// offers a button. The position stays in this script: in no address, no storage and no request.
(function (page) {
  "use strict";
  const NEAR = "near";
  const DENIED = 1;
  const HOW = { maximumAge: 600000, timeout: 20000 };
  const menu = page.at("sort");
  const line = page.at("order-said");
  const able = navigator.geolocation && (isSecureContext || location.protocol === "file:");
  let here, state, choose;
  let turn = 0; // an answer that comes after another choice is for nobody
  let trouble = "";

  const sorted = () => here && state.sort === NEAR;

  page.here = () => here;

  page.away = (document) => {
    const distance = sorted() ? ocopSearch.away(document, here) : undefined;
    if (distance === undefined) return "";
    return distance < 1 ? page.say("away_least") : page.say("away", { n: Math.round(distance) });
  };

  // Says something beside the menu; what stands there already is not said again.
  function say(key, button) {
    if (line.dataset.said === key) return;
    line.dataset.said = key;
    line.replaceChildren(...(key ? [page.say(key), button ? " " : "", button || ""] : []));
  }

  function offer() {
    const button = page.make("button", "plain-button", { type: "button" }, page.say("where_use"));
    button.addEventListener("click", ask);
    say("where_offer", button);
  }

  page.order = (of) => {
    state = of;
    menu.value = state.sort === NEAR && !here ? "relevance" : state.sort;
    if (trouble) say(trouble);
    else if (state.sort !== NEAR) say("");
    else if (here) say("where_sorted");
    else if (able) offer();
    else say("where_barred");
  };

  page.placed = (answer) => {
    const known = Array.from(answer.shown).some(page.away);
    if (sorted() && answer.shown.length && !known) say("where_none");
  };

  function found(position) {
    here = [position.coords.latitude, position.coords.longitude];
    trouble = "";
    choose(NEAR);
  }

  function failed(why) {
    trouble = why.code === DENIED ? "where_denied" : "where_unknown";
    page.order(state);
  }

  function ask() {
    const mine = (turn += 1);
    const current = (call) => (answer) => {
      if (mine === turn) call(answer);
    };
    trouble = "where_wait";
    page.order(state);
    navigator.geolocation.getCurrentPosition(current(found), current(failed), HOW);
  }

  page.onOrder = (call) => {
    choose = call;
    if (able) menu.append(page.make("option", "", { value: NEAR }, page.say("nearest")));
    menu.addEventListener("change", () => {
      turn += 1;
      trouble = "";
      if (menu.value === NEAR && !here) ask();
      else choose(menu.value);
    });
  };
})(ocopPage);
