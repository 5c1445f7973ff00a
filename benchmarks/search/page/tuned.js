// MiniSearch as one would tune it for Vietnamese: marks and đ folded, names before places, makers
// and the rest, the last word as a beginning, typos only if nothing else is found, then any word.
"use strict";
(function (global) {
  const fold = (text) =>
    text.normalize("NFD").replace(/[\u0300-\u036f]/g, "").replace(/[đĐ]/g, "d").toLowerCase();

  const options = {
    fields: ["name", "maker", "place", "kind", "summary"],
    storeFields: ["name", "maker", "place", "stars"],
    processTerm: (term) => fold(term) || null,
    tokenize: (text) => text.normalize("NFC").split(/[\s\p{P}]+/u),
  };
  const strict = {
    boost: { name: 4, maker: 1.5, place: 2, kind: 0.5, summary: 0.5 },
    prefix: (term, place, terms) => place === terms.length - 1,
    combineWith: "AND",
    weights: { fuzzy: 0.3, prefix: 0.6 },
  };
  const fuzzy = Object.assign({}, strict, { fuzzy: (term) => (term.length > 2 ? 1 : false) });
  const any = Object.assign({}, fuzzy, { combineWith: "OR" });

  function search(index, query) {
    for (const way of [strict, fuzzy, any]) {
      const found = index.search(query, way);
      if (found.length) return found;
    }
    return [];
  }

  global.tuned = { options, search };
})(typeof window === "undefined" ? globalThis : window);
