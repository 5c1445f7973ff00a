// Suggestions for the box in the header: products, and the producers, places and kinds of goods
// that are called as the query says.
//
// Owns what is suggested. Needs the card blocks of the best six hits, and of two products each of a
// producer and of a place so called; what else lies in these is looked through. Called by the box
// and the page.
//
//   ocopSearch.suggest(query) -> {need: [file, …]}, or {products, producers, places, kinds, heed}
//     products: up to 6 cards (see cards.js)
//     producers: up to 3 {id, label, href}; places: up to 3 {code, label, href};
//     kinds: up to 2 {set, label, href}; href from the site's root. Those whose names say the
//     least besides the query come first. A producer may also be called so in a language that
//     the page does not speak.
//     heed is for ocopSearch.light. An empty query suggests nothing.
(function (o) {
  "use strict";

  const MOST = { products: 6, producers: 3, places: 3, kinds: 2 };
  const PRODUCER = [3], PLACE = [4, 5], ANY = [3, 4, 5];
  const MORE = 2;
  const SCATTERED = 100, BEGUN = 50;

  // Whether a word of a name is the one asked for; the last may be only begun.
  const isWord = (asked, word, last) =>
    (word.key === asked.key && (asked.form === asked.key || asked.form === word.form)) ||
    (last && asked.form === asked.key && word.key.startsWith(asked.key));

  // How much a name says besides the query, more if a word of it is only begun, or not in one run;
  // -1 if a word lacks.
  function besides(name, asked) {
    const words = o.words(name);
    const is = (one, word) => isWord(asked[one], word, one === asked.length - 1);
    if (!asked.every((_, one) => words.some((word) => is(one, word)))) return -1;
    const run = words.some((_, from) =>
      asked.every((_, one) => from + one < words.length && is(one, words[from + one])));
    const whole = asked.every(({ key }) => words.some((word) => word.key === key));
    return words.length + (whole ? 0 : BEGUN) + (run ? 0 : SCATTERED);
  }

  // The same of what may be called so by another name than the one that is shown: `otherwise` is
  // what that name says besides, if it is.
  function priced(name, asked, otherwise) {
    const cost = besides(name, asked);
    return cost < 0 && otherwise !== undefined ? o.words(name).length + otherwise : cost;
  }

  // Of those that hold the query, each once, the ones that say the least besides.
  function called(all, asked, most, others) {
    const found = new Map();
    for (const one of all) {
      const cost = found.has(one.href) ? -1 : priced(one.name, asked, others.get(one.href));
      if (cost >= 0) found.set(one.href, { one, cost, place: found.size });
    }
    return Array.from(found.values())
      .sort((a, b) => a.cost - b.cost || a.place - b.place)
      .slice(0, most).map(({ one }) => one);
  }

  const producers = (cards, folder) => [].concat(...cards.map((card) =>
    (card.producers || []).map(([id, name]) =>
      ({ id, name, label: name, href: folder + "producers/" + id + ".html" }))));

  // The addresses of producers that have the query in a name, of whichever language: the only ones
  // of a product in which it stands so.
  function elsewhere(cards, folder, standing) {
    const found = new Map();
    for (const card of cards.filter(({ producers }) => producers && producers.length === 1)) {
      const whole = standing.is(card.document, PRODUCER);
      if (!whole && !standing.begun(card.document, PRODUCER)) continue;
      producers([card], folder).forEach(({ href }) => found.set(href, whole ? 0 : BEGUN));
    }
    return found;
  }

  const place = (folder, code, name, label) =>
    ({ code, name, label, href: folder + "places/" + code + ".html" });

  // Provinces by their names; communes by those of the cards: "commune, province".
  const places = (cards, labels, folder) =>
    labels.provinces.map(([code, name]) => place(folder, code, name, name)).concat(
      cards.filter((card) => card.place && card.code.length > 2).map((card) =>
        place(folder, card.code, card.place.split(", ")[0], card.place)));

  const kinds = (labels, folder) => labels.sets.map(([set, name]) =>
    ({ set, name, label: name, href: folder + "sets/" + set + ".html" }));

  // The best hits: near ones only if nothing is exact, for a row has no room to say so.
  function best(match) {
    const hits = match.exact.length ? match.exact : match.near;
    return Array.from(hits.slice(0, MOST.products));
  }

  // The documents to look through: the best hits, and those of producers and places so called that
  // lie in the blocks of these, or a few others.
  function candidates(hits, standing) {
    const entry = o.value("entry", 0);
    const blockOf = (document) => Math.floor(document / entry.block);
    const found = new Set(hits), blocks = new Set(hits.map(blockOf));
    for (const fields of [PRODUCER, PLACE]) {
      standing.some(fields, MORE, (document) => !blocks.has(blockOf(document)))
        .forEach((document) => blocks.add(blockOf(document)));
    }
    for (const block of blocks) {
      const end = Math.min((block + 1) * entry.block, entry.count);
      for (let document = block * entry.block; document < end; document++) {
        if (standing.is(document, ANY)) found.add(document);
      }
    }
    return Array.from(found);
  }

  o.suggest = function (query) {
    const text = String(query || "");
    const match = o.matched(text);
    if (match.need) return { need: match.need };
    const asked = o.words(match.notes.reading || text);
    const hits = asked.length ? best(match) : [];
    const standing = o.standing(asked);
    const cards = asked.length ? o.cards(candidates(hits, standing)) : [];
    return cards.need ? cards : suggested(cards, hits.length, asked, standing, match.heed);
  };

  function suggested(cards, hits, asked, standing, heed) {
    const entry = o.value("entry", 0);
    const pick = (kind, all, others) =>
      (asked.length ? called(all, asked, MOST[kind], others || new Map()) : []);
    const others = elsewhere(cards, entry.folder, standing);
    return {
      products: cards.slice(0, hits),
      producers: pick("producers", producers(cards, entry.folder), others),
      places: pick("places", places(cards, entry.labels, entry.folder)),
      kinds: pick("kinds", kinds(entry.labels, entry.folder)),
      heed,
    };
  }
})(this.ocopSearch);
