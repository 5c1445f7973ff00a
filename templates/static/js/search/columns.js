// What facets and orders ask of every document, decoded once (docs/search-format.md, "Columns").
//
// Owns the decoded columns and the tables of places and producers. Must not know facets. Called by
// the parts after it. Whatever needs a file that has not come adds its address to the list `need`
// that it is given and answers undefined; so one question gathers all that is missing.
//
//   ocopSearch.column(name, need) -> the column "facts", "order", "place", "points" or
//     "producer"
//   ocopSearch.named(kind, row, need) -> [code or id, name] of a row, from 1, of "places" or
//     "producers"; ocopSearch.rowOf(kind, code, need) -> its row, 0 if there is none
(function (o) {
  "use strict";

  const decoded = new WeakMap();
  const COLUMN_OF = { places: "place", producers: "producer" };

  // Numbers in the smallest array that holds them.
  function packed(text) {
    const numbers = o.list(text);
    let most = 0;
    for (const number of numbers) if (number > most) most = number;
    const Kind = most < 256 ? Uint8Array : most < 65536 ? Uint16Array : Uint32Array;
    return Kind.from(numbers);
  }

  // Numbers from zigzag steps, one to the next: 0, 1, 2, 3 … stand for 0, -1, 1, -2 ….
  function stepped(text) {
    const numbers = Int32Array.from(o.list(text));
    let at = 0;
    for (let place = 0; place < numbers.length; place++) {
      const step = numbers[place];
      at += step & 1 ? -(step + 1) / 2 : step / 2;
      numbers[place] = at;
    }
    return numbers;
  }

  // A producer column where documents of several producers have a row of their own, beyond those
  // of the table; `several` are the rows of the table that each of these stands for.
  function joint(raw) {
    const rows = Uint32Array.from(o.list(raw.producer));
    const more = o.list(raw.more);
    const several = [];
    let before = -1, document = 0;
    for (let at = 0; at < more.length; at += 2) {
      document += more[at];
      if (document !== before) {
        several.push([rows[document]]);
        rows[document] = raw.size + several.length;
        before = document;
      }
      several[several.length - 1].push(more[at + 1]);
    }
    return { rows, several, size: raw.size };
  }

  const DECODE = {
    facts: (raw) => ({
      stars: packed(raw.stars), state: packed(raw.state), set: packed(raw.set),
      gift: packed(raw.gift), season: packed(raw.season), price: packed(raw.price),
      seasons: o.list(raw.seasons),
    }),
    order: (raw) => ({ name: stepped(raw.name), newest: packed(raw.newest) }),
    place: (raw) => ({ rows: packed(raw.place), within: packed(raw.within), size: raw.size }),
    points: (raw) => ({
      rows: o.ascending(raw.rows), lat: stepped(raw.lat), lon: stepped(raw.lon),
    }),
    producer: joint,
  };

  // The value of a file, or undefined after asking for the file.
  function wanted(kind, number, need) {
    if (!o.has(kind, number)) need.push(o.fileOf(kind, number));
    return o.value(kind, number);
  }

  o.column = function (name, need) {
    const raw = wanted("column", name, need);
    if (raw && !decoded.has(raw)) decoded.set(raw, DECODE[name](raw));
    return decoded.get(raw);
  };

  o.named = function (kind, row, need) {
    const table = wanted("column", COLUMN_OF[kind], need);
    if (!table) return undefined;
    const block = wanted(kind, Math.floor((row - 1) / table.block), need);
    const at = (row - 1) % table.block;
    return block && [block[0][at], block[1][at]];
  };

  // Tables are in order of length, then of code units: codes of provinces stand before communes.
  const after = (kind, one, other) =>
    kind === "places" && one.length !== other.length ? one.length > other.length : one > other;

  o.rowOf = function (kind, code, need) {
    const table = wanted("column", COLUMN_OF[kind], need);
    if (!table) return undefined;
    let number = table.first.length - 1;
    while (number > 0 && after(kind, table.first[number], code)) number -= 1;
    const block = number < 0 ? [[]] : wanted(kind, number, need);
    const at = block && block[0].indexOf(code);
    return block && (at < 0 ? 0 : number * table.block + at + 1);
  };
})(this.ocopSearch);
