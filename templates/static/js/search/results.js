// Results: what the engine finds, sifted by the filters and put in order.
//
// Owns the request and its answer. Called by the page, `ocop search` and tests.
//
//   ocopSearch.find({query, filters, sort, from, size}) -> {need: [file, …]}, or
//     {count, total, near, documents, shown, notes, heed}
//   - filters: by facet (see filters.js) a word or a list of words: {stars: ["5", "4"]}
//   - documents: the exact hits in order, then those that are only alike; the first `total` are
//     exact, the last `near` are not; shown: those from place `from` (0) on, `size` of them (all)
//   - count: the number that a counter says and facets count: the exact hits, or, if the query has
//     none at all, those that are only alike
//   - notes, heed: see "Inside" in docs/search-format.md; heed is for ocopSearch.light
//   A file that filters or an order need is asked for together with those of the query.
(function (o) {
  "use strict";

  let last = { entry: null, query: null, answer: null };

  // What the engine finds, with the last answer kept: results, facets and pages ask the same.
  o.matched = function (query) {
    const entry = o.value("entry", 0);
    if (last.entry === entry && last.query === query) return last.answer;
    const answer = o.match(query);
    if (!answer.need) last = { entry, query, answer };
    return answer;
  };

  o.sifted = function (documents, sieve) {
    return !sieve.length ? documents : documents.filter((document) =>
      sieve.every((one) => one.allowed[one.facet.rows[document]]));
  };

  o.find = function (request) {
    const match = o.matched(String(request.query || ""));
    const need = match.need ? match.need.slice() : [];
    const sieve = o.sieve(request.filters, need);
    const put = (documents) => o.sorted(o.sifted(documents, sieve), request.sort, need);
    const exact = put(match.exact || []);
    const near = put(match.near || []);
    if (need.length) return { need: Array.from(new Set(need)) };
    return answer(request, match, exact, near);
  };

  function answer(request, match, exact, near) {
    const documents = new Uint32Array(exact.length + near.length);
    documents.set(exact);
    documents.set(near, exact.length);
    const from = request.from || 0;
    return {
      count: match.exact.length ? exact.length : near.length,
      total: exact.length,
      near: near.length,
      documents,
      shown: documents.slice(from, request.size === undefined ? undefined : from + request.size),
      notes: match.notes,
      heed: match.heed,
    };
  }
})(this.ocopSearch);
