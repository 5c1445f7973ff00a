// Facets: which values there are, which documents have which, and which a request keeps.
//
// Owns what the words in an address mean (`stars=5`, `commune=28780` …); a value that no product
// has is passed over without harm. Must not know queries. Called by results.js and facets.js.
//
//   ocopSearch.facetNames: ["stars", "industry", "group", "set", "province", "commune",
//     "producer", "season", "state", "price", "gift"], as in addresses
//   ocopSearch.facet(name, need) -> {rows, one, many, size, number(word, need), show(value, need)}:
//     rows has a row a document; one[row] is the number of its value, from 0, or -1; many are
//     [row, numbers] of the rows with several; number() tells the number of a value's word in an
//     address, -1 if there is none; show() is [word, label]. undefined if a file is missing,
//     whose address is added to `need`.
//   ocopSearch.sieve(filters, need) -> [{name, facet, allowed}], one for each facet of which
//     something is chosen; allowed[row] is 1 where a row passes
(function (o) {
  "use strict";

  const ROMAN = { 1: "I", 2: "II", 3: "III", 4: "IV", 5: "V", 6: "VI" };

  o.facetNames = [
    "stars", "industry", "group", "set", "province", "commune", "producer", "season", "state",
    "price", "gift",
  ];

  // A facet of a column: members(row) are the numbers of a row's values.
  function facetOf(rows, members, size, number, show) {
    const count = 1 + rows.reduce((most, row) => (row > most ? row : most), 0);
    const one = new Int32Array(count).fill(-1);
    const many = [];
    for (let row = 0; row < count; row++) {
      const values = members(row);
      if (values.length === 1) one[row] = values[0];
      else if (values.length) many.push([row, values]);
    }
    return { rows, one, many, size, number, show };
  }

  // A facet of few values, given as [[word, label], …]; `also` tells what else a word may be.
  function small(rows, values, members, also) {
    const numbers = new Map(values.map((value, number) => [String(value[0]), number]));
    const find = (word) => (numbers.has(word) ? numbers.get(word) : -1);
    return facetOf(rows, members, values.length,
      (word) => find(also && also[word] || word), (value) => values[value]);
  }

  // A facet of product sets put together by one entry of their label: [word, label].
  function family(facts, sets, word, label, also) {
    const values = [];
    const places = new Map();
    const value = [];
    for (const set of sets) {
      if (set[word] === "") continue;
      if (!places.has(set[word])) places.set(set[word], values.push([set[word], label(set)]) - 1);
      value[set[0]] = places.get(set[word]);
    }
    return small(facts.set, values, (row) => (value[row] === undefined ? [] : [value[row]]), also);
  }

  const within = (value, size) => (value >= 0 && value < size ? [value] : []);

  function months(facts, names) {
    const values = names.map((name, month) => [String(month + 1), name]);
    const numbers = values.map((_, month) => month);
    return small(facts.season, values, (row) =>
      numbers.filter((month) => facts.seasons[row] >> month & 1));
  }

  const FACTS = {
    stars: (facts) =>
      small(facts.stars, [["5", "5"], ["4", "4"], ["3", "3"]], (row) => within(5 - row, 3)),
    state: (facts, labels) =>
      small(facts.state, labels.states, (row) => within(row, labels.states.length)),
    industry: (facts, labels) => {
      const names = new Map(labels.industries);
      return family(facts, labels.sets, 2, (set) => names.get(set[2]) || set[2], ROMAN);
    },
    group: (facts, labels) => family(facts, labels.sets, 3, (set) => set[4]),
    set: (facts, labels) => family(facts, labels.sets, 0, (set) => set[1]),
    season: (facts, labels) => months(facts, labels.months),
    price: (facts, labels) =>
      small(facts.price, labels.prices, (row) => within(row - 1, labels.prices.length)),
    gift: (facts) => small(facts.gift, [["1", "1"]], (row) => within(row - 1, 1), { true: "1" }),
  };

  // A facet whose words and names lie in files of their own; value 0 is the first row.
  function large(kind, column, members) {
    const number = (word, need) => {
      const row = o.rowOf(kind, word, need);
      // The code of a commune is no province, and the other way about.
      return row === undefined ? undefined : row && members(row)[0] === row - 1 ? row - 1 : -1;
    };
    return facetOf(column.rows, members, column.size, number,
      (value, need) => o.named(kind, value + 1, need));
  }

  const LARGE = {
    province: ["place", (place) =>
      large("places", place, (row) => row ? [(place.within[row - 1] || row) - 1] : [])],
    commune: ["place", (place) =>
      large("places", place, (row) => row && place.within[row - 1] ? [row - 1] : [])],
    producer: ["producer", (producer) => large("producers", producer, (row) =>
      row > producer.size ? producer.several[row - producer.size - 1].map((one) => one - 1)
        : row ? [row - 1] : [])],
  };

  const made = new WeakMap();

  // The facet made of a column, kept as long as the column is.
  function kept(column, name, make) {
    if (!made.has(column)) made.set(column, {});
    const facets = made.get(column);
    return facets[name] || (facets[name] = make());
  }

  o.facet = function (name, need) {
    const large = LARGE[name];
    const column = o.column(large ? large[0] : "facts", need);
    if (!column) return undefined;
    return kept(column, name, () =>
      large ? large[1](column) : FACTS[name](column, o.value("entry", 0).labels));
  };

  // The numbers of the chosen values of a facet; undefined while some cannot be told.
  o.chosen = function (facet, words, need) {
    const numbers = [].concat(words).map((word) => facet.number(String(word), need));
    return numbers.includes(undefined) ? undefined : new Set(numbers.filter((one) => one >= 0));
  };

  // Which rows have one of the values.
  function allowed(facet, values) {
    const rows = Uint8Array.from(facet.one, (value) => (values.has(value) ? 1 : 0));
    for (const [row, several] of facet.many) {
      if (several.some((value) => values.has(value))) rows[row] = 1;
    }
    return rows;
  }

  o.sieve = function (filters, need) {
    const found = [];
    for (const name of o.facetNames) {
      const words = filters && filters[name];
      if (words === undefined || words === null || words.length === 0) continue;
      const facet = o.facet(name, need);
      const values = facet && o.chosen(facet, words, need);
      if (values && values.size) found.push({ name, facet, allowed: allowed(facet, values) });
    }
    return found;
  };
})(this.ocopSearch);
