// The service worker: what was seen, and what was saved, stays readable without a network.
// Files with their content in their names never change and come from here first; pages come from
// the network first, so that nobody who is connected reads an old one.
(function () {
  "use strict";
  const shelf = self.ocopShelf(self.registration.scope);
  const FOR_GOOD = /^static\/.*\.[0-9a-f]{8}\.\w+$|^(photos|papers)\/|^search\/.*\.[0-9a-f]{8}\.js$/;
  const LISTS = /^offline\//; // what there is now, or nothing
  const PATIENCE = 5000, SEEN = 800, PAUSE = 3600e3;

  const whole = (response) => response.ok && response.type === "basic";

  async function fetched(request, path) {
    const response = await fetch(request);
    if (whole(response)) shelf.see(path, response.clone()).catch(() => {}); // the disk may be full
    return response;
  }

  async function lasting(request, path) {
    const had = await shelf.seen(path);
    if (had) return had;
    try {
      return await fetched(request, path);
    } catch (error) {
      return (await shelf.saved(path)) || Response.error();
    }
  }

  // A saved edition before single pages that were seen: one edition, not a mixture.
  async function kept(path) { return (await shelf.saved(path)) || shelf.seen(path); }

  function late(of) {
    return new Promise((resolve, reject) => {
      of.then(resolve, reject);
      setTimeout(reject, PATIENCE);
    });
  }

  async function current(request, path) {
    const coming = fetched(request, path);
    const had = await kept(path);
    try {
      return await (had ? late(coming) : coming);
    } catch (error) {
      return had || (request.mode === "navigate" ? elsewhere(path) : Response.error());
    }
  }

  // The page that tells what can be read, in the language of the one that was asked for.
  async function elsewhere(path) {
    const own = path.split("/")[0] + "/offline.html";
    const page = (await kept(own)) ? own : "offline.html";
    if (path === page || !(await kept(page))) return Response.error();
    return Response.redirect(shelf.scope + page + "#" + path);
  }

  // The page that tells what can be read has to be there when nothing else is.
  async function install() {
    await Promise.all(self.ocopNeeded.map(async (path) => shelf.see(path, await fetch(path))));
    await self.skipWaiting();
  }

  self.addEventListener("install", (event) => event.waitUntil(install()));
  self.addEventListener("activate", (event) => event.waitUntil(self.clients.claim()));
  self.addEventListener("fetch", (event) => {
    const { request } = event, path = shelf.path(request);
    if (path === null || LISTS.test(path) || request.headers.has("range")) return;
    event.respondWith(FOR_GOOD.test(path) ? lasting(request, path) : current(request, path));
  });

  async function came(request) {
    const path = shelf.path(request);
    if (path === null || (await shelf.seen(path))) return;
    const response = await fetch(request);
    if (whole(response)) await shelf.see(path, response);
  }

  // A page has loaded: keep what it came with, and renew what was saved once an hour.
  async function loaded({ addresses, sparing }) {
    await Promise.all(addresses.map((address) => came(new Request(address)).catch(() => {})));
    await shelf.trim(SEEN, self.ocopNeeded);
    const editions = await shelf.editions();
    if (sparing || !editions.some((one) => Date.now() - one.time > PAUSE)) return;
    await shelf.list(editions.map((one) => Object.assign({}, one, { time: Date.now() })));
    await self.ocopEdition.renew(shelf).catch(() => {}); // the edition that was saved is whole
  }

  self.addEventListener("message", (event) => event.waitUntil(loaded(event.data)));
})();
