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
  let owner = null, kept = new Map();

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

  function search(key, vocabulary) {
    const costs = new Map();
    for (let row = 0; row < vocabulary.keys.length; row++) {
      const cost = slip(key, vocabulary.keys[row]);
      if (cost) costs.set(row, cost);
    }
    for (const other of heard(key)) {
      const row = vocabulary.row(other);
      if (row >= 0 && other !== key) costs.set(row, HEARD);
    }
    return Array.from(costs, ([row, cost]) => ({ row, cost }));
  }

  // The rows that `key` may be a slip of: [{row, cost}] in order of rows. Words of digits and
  // single letters have none.
  o.edits = function (key) {
    const vocabulary = o.vocabulary();
    if (owner !== vocabulary || kept.size > KEPT) kept = new Map();
    owner = vocabulary;
    if (key.length < 2 || /[0-9]/.test(key)) return [];
    if (!kept.has(key)) kept.set(key, search(key, vocabulary));
    return kept.get(key);
  };
})(this.ocopSearch);
