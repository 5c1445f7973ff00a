// Once all is on the page, lets the service worker keep it, where the catalogue offers that and
// the browser can. Nothing is fetched before.
(function () {
  "use strict";
  const offered = document.querySelector("a[data-offline]");
  if (!offered || !navigator.serviceWorker || !/^http/.test(location.protocol)) return;
  const root = new URL(document.documentElement.dataset.root || ".", location.href);

  function came() {
    const found = performance.getEntriesByType("resource").map((one) => one.name);
    return [location.href, ...found].map((one) => one.split("#")[0]);
  }

  async function keep() {
    const first = !navigator.serviceWorker.controller;
    await navigator.serviceWorker.register(new URL("sw.js", root));
    const { active } = await navigator.serviceWorker.ready;
    const sparing = Boolean(navigator.connection && navigator.connection.saveData);
    active.postMessage({ addresses: first ? came() : [], sparing });
  }

  addEventListener("load", () => setTimeout(() => keep().catch(() => {})));
})();
