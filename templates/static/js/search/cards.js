// Cards: what a result shows.
//
// Owns reading the blocks of cards (docs/search-format.md, "Cards"). Called by the page, the box and
// suggest.js.
//
//   ocopSearch.cards(documents) -> {need: [file, …]}, or for each document in turn
//     {document, href, id, name, spoken, industry, family, place, price, state, stars, label,
//      after, expires, picture, sample, producers, code}, each as docs/search-format.md says;
//     href is the address of the product's page from the site's root
(function (o) {
  "use strict";

  const FIELDS = [
    "id", "name", "spoken", "industry", "family", "place", "price", "state", "stars", "label",
    "after", "expires", "picture", "sample", "producers",
    "code",
  ];

  // The value of a card in a column of its block; a column of one value holds it for all.
  const cell = (column, at) => (column.length === 1 ? column[0] : column[at]);

  function card(entry, document) {
    const block = o.value("cards-" + entry.language, Math.floor(document / entry.block));
    const made = { document };
    FIELDS.forEach((name, number) => { made[name] = cell(block[number], document % entry.block); });
    made.href = entry.folder + "products/" + made.id + ".html";
    return made;
  }

  o.cards = function (documents) {
    const entry = o.value("entry", 0);
    const kind = "cards-" + entry.language;
    const blocks = new Set(Array.from(documents, (one) => Math.floor(one / entry.block)));
    const need = Array.from(blocks).filter((block) => !o.has(kind, block))
      .map((block) => o.fileOf(kind, block));
    return need.length ? { need } : Array.from(documents, (document) => card(entry, document));
  };
})(this.ocopSearch);
