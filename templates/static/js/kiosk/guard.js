// No way out of the kiosk: nothing opens menus or windows, nothing can be dragged in or out. What
// the browser's own keys do is settled where it is started (docs/kiosk.en.md).
(function () {
  "use strict";
  ["contextmenu", "auxclick", "dragstart", "dragover", "drop"].forEach((name) => {
    addEventListener(name, (event) => event.preventDefault());
  });
  addEventListener("click", (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) event.preventDefault(); // a new tab or window
  }, true);
})();
