// Which view stands on the screen, and the way back. Views are drawn anew each time, one at a time:
// what is left of the last one goes. The address holds the view, the browser's history does not grow.
//
//   kiosk.views[name](view, state)   fills the element `view`; may return what to call when it goes
//   kiosk.go(state), kiosk.back(), kiosk.rest()   rest: nobody is there, the show runs
//   state: {} (the start), {product: id}, {query: text}, or a facet and its value, {stars: "5"};
//   with {page: n}
(function (kiosk) {
  "use strict";
  const sheet = kiosk.at("sheet"), view = kiosk.at("view"), dock = kiosk.at("dock");
  const DEEP = 30;
  const START = "start";
  let way = [];
  let leave = null;

  kiosk.views = {};

  const nameOf = (state) =>
    ["product", "query"].find((name) => name in state) || (Object.keys(state).length ? "list" : "start");

  const hashOf = (state) => "#" + (String(new URLSearchParams(state)) || START);

  // The state that an address holds, null if it holds none.
  kiosk.stateOf = (hash) => {
    const state = {}, text = hash.slice(1);
    if (text !== START) new URLSearchParams(text).forEach((value, key) => { state[key] = value; });
    return text ? state : null;
  };

  function close() {
    if (leave) leave();
    leave = null;
  }

  function write(text) {
    history.replaceState(null, "", location.pathname + location.search + text);
  }

  function draw(state) {
    const name = nameOf(state);
    close();
    kiosk.hide();
    sheet.hidden = false;
    view.hidden = false; // the show's is hidden, and a page has but one <main>
    view.className = "view view-" + name;
    view.replaceChildren();
    view.scrollTop = 0;
    leave = kiosk.views[name](view, state) || null;
    dock.firstChild.disabled = way.length < 2;
    write(hashOf(state));
    view.focus({ preventScroll: true });
    kiosk.attend();
  }

  kiosk.go = (state) => {
    way = way.concat(state).slice(-DEEP);
    draw(state);
  };

  // The same view in another state, to which no way leads back: what is typed, a page of a list.
  kiosk.stay = (state) => {
    way[way.length - 1] = state;
    write(hashOf(state));
  };

  kiosk.turn = (state) => {
    way[way.length - 1] = state;
    draw(state);
  };

  kiosk.back = () => {
    if (way.length < 2) return;
    way.pop();
    draw(way[way.length - 1]);
  };

  kiosk.rest = () => {
    close();
    way = [];
    sheet.hidden = true;
    view.replaceChildren();
    write("");
    kiosk.show();
  };

  kiosk.home = () => {
    way = [];
    kiosk.go({});
  };

  dock.append(
    kiosk.button("way", "back", kiosk.say("back"), kiosk.back),
    kiosk.button("way", "home", kiosk.say("home"), kiosk.home),
    kiosk.button("way way-find", "find", kiosk.say("search"), () => kiosk.go({ query: "" })),
  );

  // Another language shows the same view, and leaves nothing to go back to.
  document.querySelectorAll(".tongue").forEach((link) => {
    link.addEventListener("click", (event) => {
      event.preventDefault();
      location.replace(link.href + location.search + location.hash);
    });
  });
})(ocopKiosk);
