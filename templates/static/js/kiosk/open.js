// Begins: with the view that the address holds, as after a change of language, else with the show.
(function (kiosk) {
  "use strict";
  const state = kiosk.stateOf(location.hash);
  if (!state) {
    kiosk.rest();
    return;
  }
  kiosk.home();
  if (Object.keys(state).length) kiosk.go(state);
})(ocopKiosk);
