// Ways: the cheapest reading of the query in each candidate.
//
// Owns the search for it, word by word: a node is one occurrence of one word in one candidate, with
// the cheapest way to it. Must not know costs, which `costs` has, nor the order of hits. Called by
// `rank`.
this.ocopSearch = this.ocopSearch || {};
(function (o) {
  "use strict";

  const TEXT = o.TEXT, NEVER = o.NEVER, step = o.step, beginning = o.beginning;
  // Looking a candidate up costs about as much as passing by this many documents.
  const LOOKUP = 12;
  const ROOM = 4096;

  // The nodes, in arrays that are used again for each question.
  let room = 0, amount = 0, positions, costs, ways, next, choices, singles;
  // For each document its number among the candidates, or -1.
  let numbers = new Int32Array(0);

  function bigger(old, Type) {
    const made = new Type(room);
    if (old) made.set(old);
    return made;
  }

  function grow() {
    room = Math.max(ROOM, room * 2);
    positions = bigger(positions, Uint16Array);
    costs = bigger(costs, Int32Array);
    ways = bigger(ways, Int32Array);
    next = bigger(next, Int32Array);
    choices = bigger(choices, Uint16Array);
    singles = bigger(singles, Uint8Array);
  }

  // The nodes of one word: heads[i] is the first of candidate i, next leads to its others. `number`
  // is that of the choice being added.
  function layer(before, found, stride) {
    return { before, found, stride, heads: new Int32Array(found.length).fill(-1), number: 0 };
  }

  // Adds an occurrence, if it can be reached.
  function add(to, candidate, position, cost) {
    let best = to.before ? NEVER : beginning(position), way = -1, single = 0;
    let node = to.before ? to.before.heads[candidate] : -1;
    for (; node >= 0; node = next[node]) {
      const price = step(positions[node], position, to.stride, singles[node]);
      if (costs[node] + price < best) {
        best = costs[node] + price;
        way = node;
        single = price > 0 ? 1 : 0;
      }
    }
    if (best >= NEVER) return;
    if (amount === room) grow();
    positions[amount] = position;
    costs[amount] = best + cost;
    ways[amount] = way;
    choices[amount] = to.number;
    singles[amount] = single;
    next[amount] = to.heads[candidate];
    to.heads[candidate] = amount++;
  }

  // Adds the occurrences of a choice in the document at `index` of its posting.
  function addAll(to, candidate, choice, index) {
    const posting = choice.posting, extra = choice.extra;
    if (posting.text) {
      add(to, candidate, TEXT, choice.cost);
      return;
    }
    const end = posting.first[index + 1];
    for (let at = posting.first[index]; at < end; at++) {
      const place = posting.place[at], more = extra ? extra[place] : 0;
      if (more >= 0) add(to, candidate, posting.position[place], choice.cost + more);
    }
  }

  function fill(to, choice) {
    const docs = choice.posting.docs, found = to.found;
    if (found.length * LOOKUP < docs.length) {
      for (let candidate = 0; candidate < found.length; candidate++) {
        const index = o.indexOf(docs, found[candidate]);
        if (index >= 0) addAll(to, candidate, choice, index);
      }
      return;
    }
    for (let index = 0; index < docs.length; index++) {
      const candidate = numbers[docs[index]];
      if (candidate >= 0) addAll(to, candidate, choice, index);
    }
  }

  function lastLayer(slots, found) {
    return slots.reduce((before, slot) => {
      const made = layer(before, found, slot.stride || 1);
      slot.choices.forEach((choice, number) => {
        made.number = number;
        fill(made, choice);
      });
      return made;
    }, null);
  }

  function cheapest(head) {
    let best = head;
    for (let node = head; node >= 0; node = next[node]) if (costs[node] < costs[best]) best = node;
    return best;
  }

  // The last node of the cheapest way in each candidate, or -1. Nodes are good until the next call.
  o.ways = function (slots, found, count) {
    if (numbers.length < count) numbers = new Int32Array(count).fill(-1);
    amount = 0;
    for (let at = 0; at < found.length; at++) numbers[found[at]] = at;
    const heads = lastLayer(slots, found).heads;
    for (let at = 0; at < found.length; at++) numbers[found[at]] = -1;
    return heads.map(cheapest);
  };

  // What the way to a node costs.
  o.costOf = function (node) { return node < 0 ? NEVER : costs[node]; };

  // The choices that the way to a node takes, in the order of the slots.
  o.choicesOf = function (slots, node) {
    const taken = [];
    for (let at = slots.length - 1; at >= 0; at--, node = ways[node]) {
      taken.unshift(slots[at].choices[choices[node]]);
    }
    return taken;
  };
})(this.ocopSearch);
