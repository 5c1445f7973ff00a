// Ranks: the documents that a reading finds, in the order of their costs.
//
// Owns ranks and what can be done with one: {docs, costs, paths}, documents and what they cost, the
// cheapest first, and the choices of words that the first few take. Must not know costs. Called by
// `near` and `stages`.
this.ocopSearch = this.ocopSearch || {};
(function (o) {
  "use strict";

  // Of so many hits the choices are told: a page of results.
  const TOLD = 10;

  function highest(prices) {
    let high = 0;
    for (let at = 0; at < prices.length; at++) {
      if (prices[at] > high && prices[at] < o.NEVER) high = prices[at];
    }
    return high;
  }

  // Where each price begins in the order; the last is how many there are.
  function starts(prices) {
    const sums = new Uint32Array(highest(prices) + 2);
    for (let at = 0; at < prices.length; at++) if (prices[at] < o.NEVER) sums[prices[at] + 1]++;
    for (let price = 1; price < sums.length; price++) sums[price] += sums[price - 1];
    return sums;
  }

  // The numbers of prices, the lowest first, equal ones in their order; what is NEVER is left out.
  o.ordered = function (prices) {
    const next = starts(prices), order = new Int32Array(next[next.length - 1]);
    for (let at = 0; at < prices.length; at++) {
      if (prices[at] < o.NEVER) order[next[prices[at]]++] = at;
    }
    return order;
  };

  // Of `values` those with these numbers.
  o.picked = function (values, numbers) {
    const found = new Int32Array(numbers.length);
    for (let at = 0; at < numbers.length; at++) found[at] = values[numbers[at]];
    return found;
  };

  // Ranks the documents in which every slot is found.
  o.rank = function (slots) {
    const count = o.value("entry", 0).count;
    const found = o.candidates(slots, count);
    const ends = o.ways(slots, found, count);
    const prices = ends.map(o.costOf);
    const order = o.ordered(prices);
    const told = Array.from(order.subarray(0, TOLD));
    return {
      docs: o.picked(found, order), costs: o.picked(prices, order),
      paths: told.map((at) => o.choicesOf(slots, ends[at])),
    };
  };

  // How many hits of a rank cost less.
  o.under = function (rank, cost) {
    let size = 0;
    while (size < rank.docs.length && rank.costs[size] < cost) size++;
    return size;
  };

  // The hits of a rank that cost less.
  o.cheaper = function (rank, cost) {
    const size = o.under(rank, cost);
    return {
      docs: rank.docs.subarray(0, size), costs: rank.costs.subarray(0, size),
      paths: (rank.paths || []).slice(0, size),
    };
  };

  // The same hits, each for so much more.
  o.dearer = function (rank, cost) {
    return { docs: rank.docs, costs: rank.costs.map((one) => one + cost), paths: rank.paths };
  };

  // No hits.
  o.none = { docs: new Int32Array(0), costs: new Int32Array(0), paths: [] };
})(this.ocopSearch);
