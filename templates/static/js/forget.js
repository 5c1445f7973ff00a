// Where offline use is switched off: a worker of before lets go of all that it kept, and of itself.
(function () {
  "use strict";
  const ours = "ocop " + self.registration.scope + " ";

  async function forget() {
    const names = (await caches.keys()).filter((name) => name.startsWith(ours));
    await Promise.all(names.map((name) => caches.delete(name)));
    await self.registration.unregister();
  }

  self.addEventListener("install", () => self.skipWaiting());
  self.addEventListener("activate", (event) => event.waitUntil(forget()));
})();
