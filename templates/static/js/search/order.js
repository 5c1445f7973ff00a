// Orders of results: the relevance that the engine gives, and four others.
//
// Owns the sorts of an address. Must not know queries. Called by results.js.
//
//   ocopSearch.sorts: ["relevance", "stars", "newest", "name", "near"]
//   ocopSearch.sorted(documents, sort, need, here) -> the documents in that order, equal ones as
//     they stood; undefined if a file is missing, whose address is added to `need`. An unknown sort
//     is "relevance", and so is "near" without a position (see distance.js) from which it is near;
//     what is of no known commune comes last then.
(function (o) {
  "use strict";

  const MOST_STARS = 5;

  o.sorts = ["relevance", "stars", "newest", "name", "near"];

  // Documents by rank, the lowest first, in one go: rank[document] is below `count`.
  function counted(documents, rankOf, count) {
    const starts = new Uint32Array(count + 1);
    for (const document of documents) starts[rankOf(document) + 1] += 1;
    for (let rank = 0; rank < count; rank++) starts[rank + 1] += starts[rank];
    const found = new Uint32Array(documents.length);
    for (const document of documents) found[starts[rankOf(document)]++] = document;
    return found;
  }

  // Documents as they stand in an order of all: none of them has the rank of another.
  function picked(documents, order) {
    const wanted = new Uint8Array(order.length);
    for (const document of documents) wanted[document] = 1;
    return order.filter((document) => wanted[document]);
  }

  // By how far the row of their place is; all of one commune are as far.
  function nearest(documents, rows, far) {
    const ranks = new Map();
    Array.from(new Set(far)).sort((a, b) => a - b).forEach((one, rank) => ranks.set(one, rank));
    const rankOf = Uint32Array.from(far, (one) => ranks.get(one));
    return counted(documents, (document) => rankOf[rows[document]], ranks.size);
  }

  const SORT = {
    stars: ["facts", (documents, facts) =>
      counted(documents, (document) => MOST_STARS - facts.stars[document], MOST_STARS + 1)],
    newest: ["order", (documents, order) =>
      counted(documents, (document) => order.newest[document], order.newest.length)],
    name: ["order", (documents, order) => picked(documents, order.name)],
    near: ["place", (documents, place, far) => nearest(documents, place.rows, far)],
  };

  o.sorted = function (documents, sort, need, here) {
    const near = sort === "near";
    if (sort === "relevance" || !o.sorts.includes(sort) || (near && !here)) return documents;
    const [name, put] = SORT[sort];
    const column = o.column(name, need);
    const far = near && o.far(here, need);
    return column && far !== undefined ? put(documents, column, far) : undefined;
  };
})(this.ocopSearch);
