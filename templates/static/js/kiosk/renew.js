// A screen that runs for weeks over http shows what was published meanwhile: while the show runs, the
// page is read again every few hours, and soon after something could not be had. Only when the
// server answers: without a network the screen stays as it is. A stick does not change.
//
//   kiosk.renew()   called by the show from time to time
(function (kiosk) {
  "use strict";
  const OFTEN = 6 * 3600e3;
  const PAUSE = 600e3;
  let since = Date.now(), tried = since;

  kiosk.stale = false;

  kiosk.renew = () => {
    const now = Date.now();
    if (!/^http/.test(location.protocol) || now - tried < PAUSE) return;
    if (!kiosk.stale && now - since < OFTEN) return;
    tried = now;
    fetch(location.pathname, { method: "HEAD", cache: "no-store" })
      .then((answer) => { if (answer.ok && kiosk.at("sheet").hidden) location.reload(); })
      .catch(() => {});
  };

  // What was seen is there without a network, as on all other pages.
  async function keep() {
    await navigator.serviceWorker.register(new URL(kiosk.root + "sw.js", location.href));
    const { active } = await navigator.serviceWorker.ready;
    const came = performance.getEntriesByType("resource").map((one) => one.name);
    const addresses = [location.href, ...came].map((one) => one.split(/[?#]/)[0]);
    active.postMessage({ addresses, sparing: true });
  }

  if (kiosk.told.worker && navigator.serviceWorker && /^http/.test(location.protocol)) {
    addEventListener("load", () => keep().catch(() => {}));
  }
})(ocopKiosk);
