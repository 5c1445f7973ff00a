// Opens each search in a page of its own, and asks it.
//
//   bench.open(name, base) -> promise: brings what the search needs before the first question
//   bench.ask(query) -> promise of the keys of the first ten hits, each drawn when it is known
//   bench.brought() -> promise of the paths of the files that came since it was last called
//   bench.timed(query, files) -> promise of milliseconds: from the question, for which all files
//     are brought before, until its ten hits are drawn and laid out
//   bench.whole   whether the search has all its files once it is open
"use strict";
(function (global) {
  const SIZE = 10;
  // Throttling does not reach a worker; all else, the ranking too, is as it comes.
  const PAGEFIND = { noWorker: true };
  const { draw, begin, finish } = drawing();

  const script = (address) => new Promise((resolve, reject) => {
    const element = document.createElement("script");
    element.src = address;
    element.async = false;
    element.onload = resolve;
    element.onerror = () => reject(new Error(address));
    document.head.append(element);
  });

  // The same plain list for every search: a link with a name for each hit.
  function drawing() {
    const list = () => document.getElementById("results");
    const row = (key, name) => {
      const made = document.createElement("li");
      const link = document.createElement("a");
      made.dataset.product = key;
      link.href = key + ".html";
      link.textContent = name;
      made.append(link);
      return made;
    };
    return {
      begin: (count) => {
        list().dataset.ready = "false";
        list().replaceChildren(...Array.from({ length: count }, () => document.createElement("li")));
      },
      draw: (place, key, name) => list().children[place].replaceWith(row(key, name)),
      finish: () => {
        list().dataset.ready = "true";
        return list().offsetHeight;
      },
    };
  }

  function placed(rows) {
    begin(rows.length);
    rows.forEach(([key, name], place) => draw(place, key, name));
  }

  function drawn(rows) {
    placed(rows);
    finish();
    return rows.map(([key]) => key);
  }

  // Each answers {ask, bring}: bring(files, query) brings what a query needs and asks nothing;
  // without it all files are there once it is open.
  const openers = {
    ours: async (base) => {
      document.documentElement.dataset.root = base;
      await Promise.all([script(base + "engine.js"), script(base + "search/vi.js")]);
      const asker = ocopSearch.asker(base);
      const question = (query) => () =>
        ocopSearch.listing({ query, filters: {}, sort: "relevance", from: 0, size: SIZE });
      const rows = ({ cards }) => cards.map((one) => [one.id, one.name]);
      const ask = (query) => new Promise((resolve, reject) => {
        asker(question(query), (found) => resolve(drawn(rows(found))), reject,
          (found) => placed(rows(found)));
      });
      const bring = (files) => new Promise((resolve, reject) => {
        ocopSearch.load(base, files.map((one) => one.replace("/" + base, "")), resolve, reject);
      });
      return { ask, bring };
    },

    minisearch: async (base) => {
      await Promise.all(["minisearch.js", base + "index.js"].map(script));
      const index = MiniSearch.loadJSON(tuned.index, tuned.options);
      tuned.index = null;
      const ask = async (query) =>
        drawn(tuned.search(index, query).slice(0, SIZE).map((one) => [String(one.id), one.name]));
      return { ask };
    },

    pagefind: async (base) => {
      const pagefind = await import(new URL(base + "pagefind/pagefind.js", location.href));
      await pagefind.options(PAGEFIND);
      await pagefind.init();
      const show = async (one, place) => {
        const { url, meta } = await one.data();
        const key = url.match(/(\d+)(\.html)?$/)[1];
        draw(place, key, meta.title);
        return key;
      };
      const ask = async (query) => {
        const found = (await pagefind.search(query.normalize("NFC"))).results.slice(0, SIZE);
        begin(found.length);
        const keys = await Promise.all(found.map(show));
        finish();
        return keys;
      };
      // Its files answer from memory from then on, and what it has a call for is read.
      const bodies = new Map();
      const native = global.fetch.bind(global);
      global.fetch = async (address) => {
        const path = new URL(address, location.href).pathname;
        return bodies.has(path) ? new Response(bodies.get(path)) : native(address);
      };
      const bring = async (files, query) => {
        for (const file of files) bodies.set(file, await (await native(file)).arrayBuffer());
        await pagefind.preload(query.normalize("NFC"));
      };
      return { ask, bring };
    },
  };

  const bench = { ask: null };
  bench.open = async (name, base) => {
    const { ask, bring } = await openers[name](base);
    Object.assign(bench, { ask, bring, whole: !bring });
  };
  bench.brought = async () => {
    await new Promise((resolve) => setTimeout(resolve)); // the last one is noted a moment later
    const found = performance.getEntriesByType("resource").map((one) => new URL(one.name).pathname);
    performance.clearResourceTimings();
    return found;
  };
  bench.timed = async (query, files) => {
    if (bench.bring) await bench.bring(files, query);
    const start = performance.now();
    await bench.ask(query);
    return performance.now() - start;
  };
  global.bench = bench;
})(window);
