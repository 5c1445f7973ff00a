// The keys of the index: which row a key has, which keys begin alike, which file holds a row.
//
// Owns the two vocabularies, of fields and of texts. Must not know what the rows hold. Called by
// the parts that look for words.
this.ocopSearch = this.ocopSearch || {};
(function (o) {
  "use strict";

  const LAST = "\uffff";
  const made = new Map();

  // The first row whose key is not before `key`.
  function floor(keys, key) {
    let low = 0, high = keys.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (keys[middle] < key) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  // How many shards back from the next new one each row's own is; 0 is the new one.
  function homes(backs, shards) {
    let next = 0;
    o.list(backs).forEach((back, row) => {
      shards[row] = next - back;
      if (!back) next++;
    });
    return shards;
  }

  // The shard of each row: told of each, or how many rows each shard has.
  function shardsOf(head, count) {
    const shards = new Uint16Array(count);
    if (head.homes !== undefined) return homes(head.homes, shards);
    let row = 0;
    o.list(head.shards).forEach((size, shard) => {
      shards.fill(shard, row, row + size);
      row += size;
    });
    return shards;
  }

  // The place of each row in its shard, where rows stand in their order.
  function placesOf(shards) {
    const taken = [];
    return shards.map((shard) => {
      taken[shard] = (taken[shard] || 0) + 1;
      return taken[shard] - 1;
    });
  }

  function vocabulary(kind, head) {
    const keys = o.front(head.keys);
    const shards = shardsOf(head, keys.length), places = placesOf(shards);
    return {
      head, keys,
      weights: o.digits(head.weights),
      // The row of a key, or -1.
      row(key) {
        const row = floor(keys, key);
        return keys[row] === key ? row : -1;
      },
      // The first row of the keys that begin so, and the one after their last.
      range(prefix) { return [floor(keys, prefix), floor(keys, prefix + LAST)]; },
      shard(row) { return shards[row]; },
      // The file of a row that is not there yet, or "".
      lacks(row) { return o.has(kind, shards[row]) ? "" : o.fileOf(kind, shards[row]); },
      // What was put for a row.
      value(row) { return o.value(kind, shards[row])[places[row]]; },
    };
  }

  function remembered(kind, head) {
    const known = made.get(kind);
    if (known && known.head === head) return known;
    made.set(kind, vocabulary(kind, head));
    return made.get(kind);
  }

  // The vocabulary of the fields; undefined before the entry is there.
  o.vocabulary = function () {
    const entry = o.value("entry", 0);
    return entry && remembered("shard", entry);
  };

  // The vocabulary of the texts; undefined before the text entry is there.
  o.textVocabulary = function () {
    const head = o.value("textEntry", 0);
    return head && remembered("text", head);
  };
})(this.ocopSearch);
