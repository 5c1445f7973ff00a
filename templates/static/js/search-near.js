// The order of results by nearness, in the place of what search-page/order.js does without it.
//
// The browser is asked only when the reader chooses this order; an address that names it
// offers a button. The position stays in this script: in no address, no storage and no request.
(function (page) {
  "use strict";
  const NEAR = "near";
  const DENIED = 1;
  const HOW = { maximumAge: 600000, timeout: 20000 };
  const menu = page.at("sort");
  const line = page.at("order-said");
  let here, state;
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
    else if (page.able) offer();
    else say("where_barred");
  };

  page.placed = (answer) => {
    const known = Array.from(answer.shown).some(page.away);
    if (sorted() && answer.shown.length && !known) say("where_none");
  };

  function found(position) {
    here = [position.coords.latitude, position.coords.longitude];
    trouble = "";
    page.chooseOrder(NEAR);
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

  page.locate = (of) => {
    state = state || of;
    if (here) page.chooseOrder(NEAR);
    else ask();
  };

  // Another choice: no answer is waited for any more, and nothing is wrong with this one yet.
  document.addEventListener("change", (event) => {
    if (event.target !== menu) return;
    turn += 1;
    trouble = "";
  }, true);
})(ocopPage);
