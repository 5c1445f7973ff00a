// What has been put so far: the entry and every file of the index that was loaded.
//
// Owns the values of the files, which of them are kept, and the rule for the files' names. Must not
// know what the values mean. Called by the files themselves (`put`) and by every part that reads one.
this.ocopSearch = this.ocopSearch || {};
(function (o) {
  "use strict";

  const HASH = 8;
  let kinds = new Map();

  // Keeps a value; another entry begins another index, of which nothing is known yet.
  o.put = function (kind, number, value) {
    if (kind === "entry" && o.has("entry", 0)) kinds = new Map();
    if (!kinds.has(kind)) kinds.set(kind, new Map());
    kinds.get(kind).set(number, value);
  };

  o.has = function (kind, number) { return kinds.has(kind) && kinds.get(kind).has(number); };

  // The value that was put, or undefined.
  o.value = function (kind, number) {
    return kinds.has(kind) ? kinds.get(kind).get(number) : undefined;
  };

  // The same, of a kind that is spared: it counts as used now.
  o.used = function (kind, number) {
    const values = kinds.get(kind), value = values.get(number);
    values.delete(number);
    values.set(number, value);
    return value;
  };

  // Hears of each file whose value is gone and may be asked for again; load.js listens.
  o.gone = function () {};

  // Keeps of a kind that comes in files only the values put or used last. Between two steps of one
  // question nothing may be spared: it would ask again for what it had.
  o.spare = function (kind, most) {
    const values = kinds.get(kind) || new Map();
    for (const number of values.keys()) {
      if (values.size <= most) return;
      o.gone(o.fileOf(kind, number));
      values.delete(number);
    }
  };

  function part(hashes, number) { return hashes.substr(number * HASH, HASH); }

  // Where the hash of each kind of file is listed.
  const HASHES = {
    shard: (entry, number) => part(entry.shardHashes, number),
    textEntry: (entry) => entry.text,
    text: (entry, number) => part(o.value("textEntry", 0).shardHashes, number),
    cards: (entry, number) => part(entry.cardHashes, Math.floor(number / entry.group)),
    column: (entry, name) => entry.columns[name],
    places: (entry, number) => part(o.value("column", "place").hashes, number),
    producers: (entry, number) => part(o.value("column", "producer").hashes, number),
  };

  // The address of a file from the site's root: fileOf("shard", 3) is "search/shard-3.….js".
  // What lists it (the entry; the text entry; a column) has been put before.
  o.fileOf = function (kind, number) {
    const hash = HASHES[kind.split("-")[0]](o.value("entry", 0), number);
    return "search/" + kind + "-" + number + "." + hash + ".js";
  };
})(this.ocopSearch);
