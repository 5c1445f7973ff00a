// Saves one edition of the catalogue in a language: all of it or nothing. Every file lies under
// the hash of its content, so that the next edition brings only what differs; readers move to it
// when the last file has come.
(function (self) {
  "use strict";
  const AT_ONCE = 6, WIDTH = 640, DIGITS = 16;

  async function digest(bytes) {
    const hash = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
    return Array.from(hash, (one) => one.toString(16).padStart(2, "0")).join("").slice(0, DIGITS);
  }

  // The list of what can be saved: {edition, files: {path: [bytes, hash]}, photos: {stem: …}}.
  async function listing(shelf, list) {
    const response = await fetch(shelf.scope + list, { cache: "no-cache" });
    if (!response.ok) throw new Error(list);
    const bytes = await response.arrayBuffer();
    const found = JSON.parse(new TextDecoder().decode(bytes));
    return Object.assign({ list, edition: await digest(bytes) }, found);
  }

  // The smallest picture that is wide enough, of the format that the browser shows.
  function picture(stem, sizes, kind) {
    const found = Object.keys(sizes).filter((name) => name.endsWith("." + kind));
    const names = found.length ? found : Object.keys(sizes);
    names.sort((one, other) => parseInt(one, 10) - parseInt(other, 10));
    const name = names.find((one) => parseInt(one, 10) >= WIDTH) || names[names.length - 1];
    return { path: "photos/" + stem + "-" + name, size: sizes[name][0], hash: sizes[name][1] };
  }

  // What an edition is made of, each content once.
  function wanted(list, kind) {
    const files = {}, stems = {}, contents = new Map();
    const add = (one) => { contents.set(one.hash, one); return one.hash; };
    Object.keys(list.files).forEach((path) => {
      files[path] = add({ path, size: list.files[path][0], hash: list.files[path][1] });
    });
    Object.keys(list.photos).forEach((stem) => {
      stems[stem] = add(picture(stem, list.photos[stem], kind));
    });
    return { files, stems, contents: Array.from(contents.values()) };
  }

  async function missing(shelf, contents) {
    const there = new Set((await (await shelf.open("saved")).keys()).map((key) => key.url));
    return contents.filter((one) => !there.has(shelf.held(one.hash)));
  }

  async function bring(shelf, one, signal) {
    const response = await fetch(shelf.scope + one.path, { cache: "no-cache", signal });
    if (!response.ok) throw new Error(one.path);
    const bytes = await response.arrayBuffer();
    if (await digest(bytes) !== one.hash) throw new Error("changed: " + one.path);
    const type = response.headers.get("content-type") || "";
    const kept = new Response(bytes, { headers: { "content-type": type } });
    return (await shelf.open("saved")).put(shelf.held(one.hash), kept);
  }

  async function bringAll(shelf, missed, told, signal) {
    const todo = missed.slice(), whole = missed.reduce((sum, one) => sum + one.size, 0);
    let done = 0;
    async function next() {
      while (todo.length) {
        const one = todo.shift();
        await bring(shelf, one, signal);
        told(done += one.size, whole);
      }
    }
    await Promise.all(Array.from({ length: AT_ONCE }, next));
  }

  async function sweep(shelf, editions) {
    const used = new Set([shelf.scope + ".saved/editions"]);
    editions.forEach((one) => [one.files, one.stems].forEach((part) =>
      Object.keys(part).forEach((key) => used.add(shelf.held(part[key])))));
    const cache = await shelf.open("saved");
    const left = (await cache.keys()).filter((key) => !used.has(key.url));
    await Promise.all(left.map((key) => cache.delete(key)));
  }

  const sum = (contents) => contents.reduce((total, one) => total + one.size, 0);

  // How many bytes an edition takes, and how many of them are still to come.
  async function measure(shelf, list, kind) {
    const { contents } = wanted(list, kind);
    return { whole: sum(contents), missing: sum(await missing(shelf, contents)) };
  }

  // Brings what is missing, then lets readers have it. told(bytes, of bytes) on the way.
  async function save(shelf, list, kind, told, signal) {
    const { files, stems, contents } = wanted(list, kind);
    await bringAll(shelf, await missing(shelf, contents), told, signal);
    const others = (await shelf.editions()).filter((one) => one.list !== list.list);
    const bytes = sum(contents), edition = list.edition, time = Date.now();
    const editions = others.concat({ list: list.list, edition, kind, files, stems, bytes, time });
    await shelf.list(editions);
    await sweep(shelf, editions);
  }

  // Renews every saved edition that the site has gone beyond.
  async function renew(shelf) {
    for (const one of await shelf.editions()) {
      const list = await listing(shelf, one.list);
      if (list.edition !== one.edition) await save(shelf, list, one.kind, () => {});
    }
  }

  self.ocopEdition = { listing, measure, save, renew };
})(self);
