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

  function shardsOf(sizes, count) {
    const shards = new Uint16Array(count);
    let row = 0;
    sizes.forEach((size, shard) => {
      shards.fill(shard, row, row + size);
      row += size;
    });
    return shards;
  }

  function vocabulary(kind, head) {
    const keys = o.front(head.keys);
    const shards = shardsOf(o.list(head.shards), keys.length);
    return {
      head, kind, keys,
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
      value(row) { return o.value(kind, shards[row])[row - floorShard(shards, row)]; },
    };
  }

  // The first row of the shard that a row is in.
  function floorShard(shards, row) {
    let low = 0, high = row;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (shards[middle] < shards[row]) low = middle + 1;
      else high = middle;
    }
    return low;
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
