// Opens each search in a page of its own, and asks it.
//
//   bench.open(name, base) -> promise: brings what the search needs before the first question
//   bench.ask(query) -> promise of the keys of the first ten hits, with what a result shows at hand
//   bench.timed(query) -> promise of {keys, took}: milliseconds
"use strict";
(function (global) {
  const SIZE = 10;

  const script = (address) => new Promise((resolve, reject) => {
    const element = document.createElement("script");
    element.src = address;
    element.async = false;
    element.onload = resolve;
    element.onerror = () => reject(new Error(address));
    document.head.append(element);
  });

  const openers = {
    // The engine and the entry of the index come side by side, as they do on the search page.
    ours: async (base) => {
      document.documentElement.dataset.root = base;
      await Promise.all([script(base + "engine.js"), script(base + "search/vi.js")]);
      const ask = ocopSearch.asker(base);
      const question = (query) => () => {
        const found = ocopSearch.find({ query, filters: {}, sort: "relevance", from: 0, size: SIZE });
        if (found.need) return found;
        const cards = ocopSearch.cards(found.shown);
        return cards.need ? cards : { cards };
      };
      return (query) => new Promise((resolve, reject) => {
        ask(question(query), ({ cards }) => resolve(cards.map((one) => one.id)), reject);
      });
    },

    minisearch: async (base) => {
      const [text] = await Promise.all([
        fetch(base + "index.json").then((answer) => answer.text()),
        script("minisearch.js"),
        script("tuned.js"),
      ]);
      const index = MiniSearch.loadJSON(text, tuned.options);
      return async (query) => tuned.search(index, query).slice(0, SIZE).map((one) => String(one.id));
    },

    pagefind: async (base) => {
      const pagefind = await import(new URL(base + "pagefind/pagefind.js", location.href));
      await pagefind.options({
        // Its worker would not be throttled; the ranking is tuned for names.
        noWorker: true,
        ranking: {
          termSimilarity: 6, pageLength: 0, termFrequency: 0.1, termSaturation: 0.4,
          diacriticSimilarity: 2, metaWeights: { title: 10 },
        },
      });
      await pagefind.init();
      return async (query) => {
        const found = await pagefind.search(query.normalize("NFC"));
        const shown = await Promise.all(found.results.slice(0, SIZE).map((one) => one.data()));
        return shown.map((one) => one.url.match(/(\d+)(\.html)?$/)[1]);
      };
    },
  };

  const bench = { ask: null };
  bench.open = async (name, base) => { bench.ask = await openers[name](base); };
  bench.timed = async (query) => {
    const start = performance.now();
    const keys = await bench.ask(query);
    return { keys, took: performance.now() - start };
  };
  global.bench = bench;
})(window);
