// Results: what the engine finds, sifted by the filters and put in order.
//
// Owns the request and its answer. Called by the page, `ocop search` and tests.
//
//   ocopSearch.find({query, filters, sort, here, from, size}) -> {need: [file, …], meanwhile}, or
//     {count, total, near, sure, documents, shown, notes, heed}
//   - here: the reader's position, for the sort "near" (see distance.js)
//   - filters: by facet (see filters.js) a word or a list of words: {stars: ["5", "4"]}
//   - documents: the exact hits in order, then those that are only alike; the first `total` are
//     exact, the last `near` are not; shown: those from place `from` (0) on, `size` of them (all)
//   - count: the number that a counter says and facets count: the exact hits, or, if the query has
//     none at all, those that are only alike
//   - notes, heed: see "Inside" in docs/search-format.md; heed is for ocopSearch.light
//   - meanwhile: what is found already, in the same shape, if anything is: more may join it, but
//     the first `sure` of its documents stay where they are; those of a whole answer all do
//   A file that filters or an order need is asked for together with those of the query.
(function (o) {
  "use strict";

  const KEPT = 4;
  let answers = new Map();
  let source = null;

  // What the engine finds, with the last answers kept: results, facets and pages ask the same.
  o.matched = function (query) {
    const entry = o.value("entry", 0);
    if (source !== entry) answers = new Map();
    source = entry;
    const known = answers.get(query);
    const answer = known || o.match(query);
    if (answer.need) return answer;
    if (!known) o.spareCards();
    answers.delete(query);
    answers.set(query, answer);
    if (answers.size > KEPT) answers.delete(answers.keys().next().value);
    return answer;
  };

  o.sifted = function (documents, sieve) {
    return !sieve.length ? documents : documents.filter((document) =>
      sieve.every((one) => one.allowed[one.facet.rows[document]]));
  };

  o.find = function (request) {
    const match = o.matched(String(request.query || ""));
    const known = match.need ? match.meanwhile : match;
    const need = match.need ? match.need.slice() : [];
    const sieve = o.sieve(request.filters, need);
    const sift = (documents) => o.sifted(documents, sieve);
    const put = (documents) => o.sorted(documents, request.sort, need, request.here);
    const sifted = sift(known ? known.exact : []), exact = put(sifted);
    const near = put(sift(known ? known.near : []));
    // Nothing can be said while a column is missing that the filters or the order want.
    const columns = need.length > (match.need || []).length;
    const said = known && !columns ? answer(request, known, exact, near) : undefined;
    if (!need.length) return said;
    // In another order than that of relevance a further hit may come anywhere.
    if (said) said.sure = exact === sifted ? sift(known.exact.subarray(0, known.sure)).length : 0;
    return { need: Array.from(new Set(need)), meanwhile: said };
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
      sure: documents.length,
      documents,
      shown: documents.slice(from, request.size === undefined ? undefined : from + request.size),
      notes: match.notes,
      heed: match.heed,
    };
  }
})(this.ocopSearch);
