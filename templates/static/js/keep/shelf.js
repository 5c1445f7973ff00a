// Where a browser keeps files of this catalogue (docs/offline.en.md). Two catalogues on one host
// do not meet: the names carry the scope. Runs in pages and in the service worker.
(function (self) {
  "use strict";
  const PHOTO = /^photos\/([0-9a-f]+)-/;

  class Shelf {
    // scope: the absolute address of the site's root, ending in a slash
    constructor(scope) { this.scope = scope; }

    name(part) { return "ocop " + this.scope + " " + part; }

    open(part) { return caches.open(this.name(part)); }

    // The address from the root that a request is for, without its question; null if not ours.
    path(request) {
      if (request.method !== "GET" || !request.url.startsWith(this.scope)) return null;
      const path = new URL(request.url).pathname.slice(new URL(this.scope).pathname.length);
      return path === "" || path.endsWith("/") ? path + "index.html" : path;
    }

    // What was seen, by address.
    async seen(path) { return (await this.open("seen")).match(this.scope + path); }

    // A response that came by way of another address may not answer for a page that is opened.
    async see(path, response) {
      const whole = response.redirected ? new Response(response.body, response) : response;
      return (await this.open("seen")).put(this.scope + path, whole);
    }

    // Lets the oldest go that were seen. most: how many stay, besides those that are needed.
    async trim(most, needed) {
      const cache = await this.open("seen"), stays = new Set(needed.map((path) => this.scope + path));
      const keys = (await cache.keys()).filter((key) => !stays.has(key.url));
      await Promise.all(keys.slice(0, Math.max(0, keys.length - most)).map((key) => cache.delete(key)));
    }

    // The saved editions: by language, each {edition, kind, files, stems, bytes, time}.
    async editions() {
      if (!(await caches.has(this.name("saved")))) return [];
      const found = await (await this.open("saved")).match(this.scope + ".saved/editions");
      return found ? found.json() : [];
    }

    async list(editions) {
      const text = new Response(JSON.stringify(editions));
      return (await this.open("saved")).put(this.scope + ".saved/editions", text);
    }

    held(hash) { return this.scope + ".saved/" + hash; }

    // What a saved edition has for an address; a photo in whichever size was saved.
    async saved(path) {
      const photo = PHOTO.exec(path);
      for (const one of await this.editions()) {
        const hash = one.files[path] || (photo && one.stems[photo[1]]);
        const found = hash && await (await this.open("saved")).match(this.held(hash));
        if (found) return found;
      }
      return undefined;
    }

    async forget() { return caches.delete(this.name("saved")); }
  }

  self.ocopShelf = (scope) => new Shelf(scope);
})(self);
