// Begins: with the view that the address holds, as after a change of language, else with the show.
(function (kiosk) {
  "use strict";
  const state = {};
  new URLSearchParams(location.hash.slice(1)).forEach((value, key) => { state[key] = value; });
  if (Object.keys(state).length) {
    kiosk.home();
    kiosk.go(state);
  } else kiosk.rest();
})(ocopKiosk);
