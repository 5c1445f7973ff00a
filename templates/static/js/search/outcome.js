// Outcome: the ranks of all stages as one answer.
//
// Owns what counts as good and as exact. Must not know how the ranks came about. Called by
// `stages`.
this.ocopSearch = this.ocopSearch || {};
(function (o) {
  "use strict";

  // Hits this cheap are unbroken, those in two pieces still good.
  const UNBROKEN = 24, GOOD = 48;
  // Two words may stand in two pieces ("rượu Huế"), and each two words more in one more; what is
  // dearer has the words scattered and is not meant, if anything near is better.
  const PAIR = 46, PIECE = 31;
  // Beside exact hits near ones are a hint, no list.
  const HINTS = 20;

  const count = (ranks, cost) => ranks.reduce((sum, rank) => sum + o.under(rank, cost), 0);

  // The documents of several ranks at their least cost, as one rank; `size` is that of the index.
  function merged(ranks, size) {
    if (ranks.length < 2) return ranks[0] || o.none;
    const least = new Int32Array(size).fill(o.NEVER);
    for (const { docs, costs } of ranks) {
      for (let at = 0; at < docs.length; at++) {
        if (costs[at] < least[docs[at]]) least[docs[at]] = costs[at];
      }
    }
    const order = o.ordered(least);
    return { docs: order, costs: o.picked(least, order) };
  }

  // What a hit of so many words costs if they are scattered.
  function scattered(words) {
    return PAIR + 1 + PIECE * Math.max(0, Math.floor(words.length / 2) - 1);
  }

  // The words of a query that the index lacks, as they were typed.
  function unknown({ text, words }) {
    const lacking = words.filter((word) => !o.known(word));
    return Array.from(new Set(lacking.map((word) => text.slice(word.start, word.end))));
  }

  // The documents that are not known already.
  function fresh(docs, known) {
    const seen = new Set(known);
    return docs.filter((document) => !seen.has(document));
  }

  function joined(one, other) {
    const both = new Int32Array(one.length + other.length);
    both.set(one);
    both.set(other, one.length);
    return both;
  }

  o.Outcome = function (query, size) {
    this.query = query;
    this.size = size;
    this.exact = [];
    this.near = [];
    this.loose = new Set();
    this.failed = [];
    // What exact hits that may still come cost at least.
    this.floor = 0;
  };

  o.Outcome.prototype = {
    add(rank) { if (rank.docs.length) this.exact.push(rank); },

    // `loose` lists what the hits needed.
    addNear(rank, loose) {
      if (!rank.docs.length) return;
      this.near.push(rank);
      loose.forEach((one) => this.loose.add(one));
    },

    hits() { return count(this.exact, o.NEVER); },
    unbroken() { return count(this.exact, UNBROKEN); },
    good() { return count(this.exact, GOOD); },
    nearUnbroken() { return count(this.near, UNBROKEN); },
    nearGood() { return count(this.near, GOOD); },
    // The documents of good hits.
    goodOnes() {
      return new Set(merged(this.exact.map((rank) => o.cheaper(rank, GOOD)), this.size).docs);
    },

    // Exact hits and near ones, in order. If nothing exact is meant and something near is better,
    // the near ones are the result and the scattered ones stand among them; else near ones, good
    // ones if there are good exact ones, come before scattered ones.
    parted() {
      const exact = merged(this.exact, this.size), near = merged(this.near, this.size);
      if (!near.docs.length) return { exact: exact.docs, near: near.docs };
      const meant = o.under(exact, scattered(this.query.words));
      if (!meant) return this.unmeant(exact, near);
      const kept = exact.docs.subarray(0, meant), rest = exact.docs.subarray(meant);
      const limit = exact.costs[0] < GOOD ? GOOD : o.NEVER;
      const hints = fresh(o.cheaper(near, limit).docs, kept).subarray(0, HINTS);
      if (!hints.length) return { exact: exact.docs, near: hints };
      return { exact: kept, near: joined(hints, fresh(rest, hints)) };
    },

    unmeant(exact, near) {
      const better = !exact.docs.length || near.costs[0] < exact.costs[0];
      if (better) return { exact: o.none.docs, near: merged([exact, near], this.size).docs };
      return { exact: exact.docs, near: fresh(near.docs, exact.docs).subarray(0, HINTS) };
    },

    // How many of the first hits stay where they are whatever may still come.
    sure() {
      const limit = Math.min(this.floor, scattered(this.query.words));
      return o.under(merged(this.exact, this.size), limit);
    },

    // What is known before all stages were asked.
    soFar() { return Object.assign(this.answer(), { sure: this.sure() }); },

    // The answer as it stands.
    answer() {
      const { exact, near } = this.parted();
      const told = !exact.length && near.length;
      const none = !exact.length && !near.length;
      return {
        exact, near,
        notes: {
          reading: told ? o.reading(this.query, this.near) : "",
          failed: none ? unknown(this.query) : told ? this.failed : [],
          loose: near.length ? Array.from(this.loose) : [],
        },
        heed: o.heed(this.query, this.exact, near.length ? this.near : []),
      };
    },
  };
})(this.ocopSearch);
