// Suggestions for the box in the header: products, and the producers, places and kinds of goods
// that are called as the query says.
//
// Owns what is suggested. Needs the cards of the best ten hits and no more. Called by the box.
//
//   ocopSearch.suggest(query) -> {need: [file, …]}, or {products, producers, places, kinds, heed}
//     products: up to 6 cards (see cards.js)
//     producers: up to 3 {id, label, href}; places: up to 3 {code, label, href}, provinces first;
//     kinds: up to 2 {set, label, href}; href from the site's root
//     heed is for ocopSearch.light. An empty query suggests nothing.
(function (o) {
  "use strict";

  const MOST = { products: 6, producers: 3, places: 3, kinds: 2 };
  const BEST = 10;

  const agrees = (asked, word) => asked.form === asked.key || asked.form === word.form;

  // Whether a name holds every word of a query, the last maybe only begun.
  function holds(name, asked) {
    const words = o.words(name);
    return asked.every((one, place) => words.some((word) =>
      (word.key === one.key && agrees(one, word)) ||
      (place === asked.length - 1 && word.key.startsWith(one.key) && one.form === one.key)));
  }

  // The first of those that hold the query, each once.
  function called(all, asked, most) {
    const found = new Map();
    for (const one of all) {
      if (found.size < most && !found.has(one.href) && holds(one.name, asked)) {
        found.set(one.href, one);
      }
    }
    return Array.from(found.values());
  }

  const producers = (cards, folder) => [].concat(...cards.map((card) =>
    (card.producers || []).map(([id, name]) =>
      ({ id, name, label: name, href: folder + "producers/" + id + ".html" }))));

  const place = (folder, code, name, label) =>
    ({ code, name, label, href: folder + "places/" + code + ".html" });

  // Provinces by their names; communes by those of the cards: "commune, province".
  const places = (cards, labels, folder) =>
    (labels.provinces || []).map(([code, name]) => place(folder, code, name, name)).concat(
      cards.filter((card) => card.place && card.code.length > 2).map((card) =>
        place(folder, card.code, card.place.split(", ")[0], card.place)));

  const kinds = (labels, folder) => labels.sets.map(([set, name]) =>
    ({ set, name, label: name, href: folder + "sets/" + set + ".html" }));

  function best(match) {
    const exact = Array.from(match.exact.slice(0, BEST));
    return exact.concat(Array.from(match.near.slice(0, BEST - exact.length)));
  }

  o.suggest = function (query) {
    const text = String(query || "");
    const match = o.matched(text);
    if (match.need) return match;
    const asked = o.words(match.notes.reading || text);
    const cards = asked.length ? o.cards(best(match)) : [];
    return cards.need ? cards : suggested(cards, asked, match.heed);
  };

  function suggested(cards, asked, heed) {
    const entry = o.value("entry", 0);
    const pick = (kind, all) => (asked.length ? called(all, asked, MOST[kind]) : []);
    return {
      products: cards.slice(0, MOST.products),
      producers: pick("producers", producers(cards, entry.folder)),
      places: pick("places", places(cards, entry.labels, entry.folder)),
      kinds: pick("kinds", kinds(entry.labels, entry.folder)),
      heed,
    };
  }
})(this.ocopSearch);
