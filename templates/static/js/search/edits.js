// Edits: the keys of the index that one slip of a finger or of the ear makes of another.
//
// Owns what a slip costs. Must not know documents. Called by `near`.
this.ocopSearch = this.ocopSearch || {};
(function (o) {
  "use strict";

  // What ears confuse, at the start and at the end of a syllable, costs less than a slip to a
  // neighbouring key or two keys in the wrong order, and that less than any other letter.
  const HEARD = 9, NEAR = 12, ANY = 14;
  const STARTS = [
    ["s", "x"], ["ch", "tr"], ["d", "gi"], ["d", "r"], ["d", "v"], ["gi", "r"], ["gi", "v"],
    ["l", "n"], ["ph", "f"], ["d", "z"], ["gi", "z"], ["qu", "w"], ["qu", "c"], ["v", "qu"],
    ["c", "g"], ["ng", "g"],
  ];
  const ENDS = [["n", "ng"], ["t", "c"], ["n", "nh"], ["i", "y"], ["ao", "au"]];
  const ROWS = ["qwertyuiop", "asdfghjkl", "zxcvbnm"];
  const KEPT = 64;
  let vocabulary = null, spelt = [], kept = new Map();

  const neighbours = new Set();
  for (const row of ROWS) {
    for (let at = 1; at < row.length; at++) {
      neighbours.add(row[at - 1] + row[at]);
      neighbours.add(row[at] + row[at - 1]);
    }
  }

  // What it costs to have typed `typed` for `key`: one letter more, less, other or two swapped;
  // 0 if they are equal or further apart.
  function slip(typed, key) {
    const long = typed.length, other = key.length;
    if (long - other > 1 || other - long > 1) return 0;
    const short = long < other ? long : other;
    let head = 0, tail = 0;
    while (head < short && typed.charCodeAt(head) === key.charCodeAt(head)) head++;
    while (tail < short - head &&
      typed.charCodeAt(long - 1 - tail) === key.charCodeAt(other - 1 - tail)) tail++;
    const differs = (long > other ? long : other) - head - tail;
    if (differs === 1) return long === other ? replaced(typed[head], key[head]) : ANY;
    const swapped = differs === 2 && long === other && typed[head] === key[head + 1] &&
      typed[head + 1] === key[head];
    return swapped ? NEAR : 0;
  }

  function replaced(typed, meant) { return neighbours.has(typed + meant) ? NEAR : ANY; }

  function heard(key) {
    const found = [];
    const swap = (one, other, start) => {
      if (start && key.startsWith(one)) found.push(other + key.slice(one.length));
      if (!start && key.endsWith(one)) found.push(key.slice(0, -one.length) + other);
    };
    STARTS.forEach(([one, other]) => { swap(one, other, true); swap(other, one, true); });
    ENDS.forEach(([one, other]) => { swap(one, other, false); swap(other, one, false); });
    return found;
  }

  function cheaper(costs, row, cost) {
    if (cost && (!costs.has(row) || costs.get(row) > cost)) costs.set(row, cost);
  }

  // Rows whose spelling is not their key ("kem" of the key "cem"), with it.
  function respelled(keys) {
    const found = [];
    keys.forEach((key, row) => {
      const written = /[cg](?=[eiy])|^qui/.test(key) ? o.written(key) : key;
      if (written !== key) found.push([row, written]);
    });
    return found;
  }

  function search(key, typed) {
    const costs = new Map();
    for (let row = 0; row < vocabulary.keys.length; row++) {
      cheaper(costs, row, slip(key, vocabulary.keys[row]));
      if (typed !== key) cheaper(costs, row, slip(typed, vocabulary.keys[row]));
    }
    for (const [row, written] of spelt) cheaper(costs, row, slip(typed, written));
    for (const other of heard(key)) {
      if (other !== key) cheaper(costs, vocabulary.row(other), HEARD);
    }
    costs.delete(-1);
    costs.delete(vocabulary.row(key));
    return Array.from(costs, ([row, cost]) => ({ row, cost }));
  }

  // The rows that a key may be a slip of, `typed` as the letters were typed: [{row, cost}]. Words
  // of digits and single letters have none.
  o.edits = function (key, typed) {
    if (vocabulary !== o.vocabulary()) {
      vocabulary = o.vocabulary();
      spelt = respelled(vocabulary.keys);
      kept = new Map();
    }
    if (kept.size > KEPT) kept = new Map();
    if (key.length < 2 || /[0-9]/.test(key)) return [];
    const name = key + " " + typed;
    if (!kept.has(name)) kept.set(name, search(key, typed));
    return kept.get(name);
  };
})(this.ocopSearch);
