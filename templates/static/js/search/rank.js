// Rank: the order of hits. The only place where costs of position and field are set.
//
// Each hit has a cost, the cheapest reading of the query in the product's words: the query is cut
// into as few unbroken pieces as possible, each standing in one field in its order. What makes a
// reading dearer:
//
//   BREAK   24  a further piece in another field, or before the last in the same field: that the
//               words belong together is what a query says first, so nothing below outweighs it
//   GAP     16  a further piece in the same field, after words that the query leaves out:
//               "mật ong [rừng] U Minh"
//   SINGLE  14  a further piece of one word: "đặc [sản] Hà Nội" is not "Đắk Hà"
//   FIELDS      where a piece stands: the name is what a product is, a place nearly as
//               telling, a producer or a kind says it of many
//   LATER    1  the query does not begin where its field begins: "cam sành" before "mứt cam sành"
//   and the costs of the choices (slots.js): a completion, marks that differ, a typo
//
// Equal costs stay in document order: a kind of goods together, its best first.
this.ocopSearch = this.ocopSearch || {};
(function (o) {
  "use strict";

  const BREAK = 24, GAP = 16, SINGLE = 14, LATER = 1;
  // name, other names, aliases, producer, origin, place now, kind, text
  const FIELDS = [0, 2, 2, 7, 4, 5, 6, 36];
  const TEXT = 7 * 64;
  const FAR = 1 << 20;
  const TOLD = 10;

  // A node is one occurrence of one word in one candidate, with the cheapest way to it.
  let room = 0, positions, costs, ways, next, choices, singles, amount = 0;
  let slotOf = new Int32Array(0);

  function grow() {
    const bigger = (old, Type) => {
      const made = new Type(room);
      if (old) made.set(old);
      return made;
    };
    room = Math.max(4096, room * 2);
    positions = bigger(positions, Uint16Array);
    costs = bigger(costs, Int32Array);
    ways = bigger(ways, Int32Array);
    next = bigger(next, Int32Array);
    choices = bigger(choices, Uint16Array);
    singles = bigger(singles, Uint8Array);
  }

  function begin(position) { return FIELDS[position >> 6] + (position & 63 ? LATER : 0); }

  // What it costs to go on at `to` after `from`, `stride` words before it. A piece begins as a single
  // word and gets that back when it goes on.
  function step(from, to, stride, single) {
    if (to === from + stride && to < TEXT) return single ? -SINGLE : 0;
    if (to === from && to < TEXT) return FAR;
    if (to > from && to >> 6 === from >> 6 && to < TEXT) return GAP + SINGLE;
    return BREAK + FIELDS[to >> 6] + (to < TEXT ? SINGLE : 0);
  }

  // Layers are the words of the query in order; `heads` are each candidate's nodes of one word.
  function Layer(size) { this.heads = new Int32Array(size).fill(-1); }

  function add(layer, before, candidate, position, cost, choice, stride) {
    let best = FAR, way = -1, single = 0;
    if (!before) {
      best = begin(position);
    } else {
      for (let node = before.heads[candidate]; node >= 0; node = next[node]) {
        const price = step(positions[node], position, stride, singles[node]);
        if (costs[node] + price < best) {
          best = costs[node] + price;
          way = node;
          single = price > 0 ? 1 : 0;
        }
      }
      if (way < 0) return;
    }
    if (amount === room) grow();
    positions[amount] = position;
    costs[amount] = best + cost;
    ways[amount] = way;
    choices[amount] = choice;
    singles[amount] = single;
    next[amount] = layer.heads[candidate];
    layer.heads[candidate] = amount++;
  }

  function addAll(layer, before, candidate, choice, index, number, stride) {
    const posting = choice.posting, extra = choice.extra;
    if (posting.text) {
      add(layer, before, candidate, TEXT, choice.cost, number, stride);
      return;
    }
    for (let at = posting.first[index]; at < posting.first[index + 1]; at++) {
      const place = posting.place[at];
      const more = extra ? extra[place] : 0;
      if (more >= 0) {
        add(layer, before, candidate, posting.position[place], choice.cost + more, number, stride);
      }
    }
  }

  function fill(layer, before, found, choice, number, stride) {
    const docs = choice.posting.docs;
    if (found.length * 12 < docs.length) {
      for (let candidate = 0; candidate < found.length; candidate++) {
        const index = o.indexOf(docs, found[candidate]);
        if (index >= 0) addAll(layer, before, candidate, choice, index, number, stride);
      }
      return;
    }
    for (let index = 0; index < docs.length; index++) {
      const candidate = slotOf[docs[index]];
      if (candidate >= 0) addAll(layer, before, candidate, choice, index, number, stride);
    }
  }

  function layers(slots, found) {
    let layer = null;
    amount = 0;
    slots.forEach((slot) => {
      const before = layer;
      layer = new Layer(found.length);
      slot.choices.forEach((choice, number) => {
        fill(layer, before, found, choice, number, slot.stride || 1);
      });
    });
    return layer;
  }

  function cheapest(head) {
    let best = head;
    for (let node = head; node >= 0; node = next[node]) if (costs[node] < costs[best]) best = node;
    return best;
  }

  // The candidates in order of cost; those of equal cost stay in their order.
  function ordered(ends) {
    const price = (at) => (ends[at] < 0 ? FAR : costs[ends[at]]);
    const order = new Uint32Array(ends.length).map((_, at) => at);
    const by = new Map();
    for (const at of order) {
      const cost = price(at);
      if (cost >= FAR) continue;
      if (!by.has(cost)) by.set(cost, []);
      by.get(cost).push(at);
    }
    return Array.from(by.keys()).sort((a, b) => a - b).map((cost) => ({ cost, members: by.get(cost) }));
  }

  // The choices that a way takes, in the order of the slots.
  function taken(slots, end) {
    const path = [];
    for (let node = end, at = slots.length - 1; node >= 0; node = ways[node], at--) {
      path.unshift(slots[at].choices[choices[node]]);
    }
    return path;
  }

  // Ranks the documents in which every slot is found: {docs, costs, paths}, the cheapest first;
  // paths are the choices that the first ten take.
  o.rank = function (slots) {
    const count = o.value("entry", 0).count;
    const found = o.candidates(slots, count);
    if (slotOf.length < count) slotOf = new Int32Array(count).fill(-1);
    found.forEach((document, at) => { slotOf[document] = at; });
    const last = layers(slots, found);
    found.forEach((document) => { slotOf[document] = -1; });
    const ends = last.heads.map(cheapest);
    const docs = new Int32Array(found.length), prices = new Int32Array(found.length), paths = [];
    let size = 0;
    for (const { cost, members } of ordered(ends)) {
      for (const at of members) {
        if (paths.length < TOLD) paths.push(taken(slots, ends[at]));
        docs[size] = found[at];
        prices[size++] = cost;
      }
    }
    return { docs: docs.subarray(0, size), costs: prices.subarray(0, size), paths };
  };
})(this.ocopSearch);
