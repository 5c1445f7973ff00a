// Cards: what a result shows.
//
// Owns reading the blocks of cards (docs/search-format.md, "Cards") and how many are kept. Called by
// the page, the box, results.js and suggest.js.
//
//   ocopSearch.cards(documents) -> {need: [file, …]}, or for each document in turn
//     {document, href, id, name, spoken, industry, family, place, price, state, stars, label,
//      after, expires, picture, sample, producers, code}, each as docs/search-format.md says;
//     href is the address of the product's page from the site's root
//   ocopSearch.spareCards(): forgets the blocks that were not used for long
(function (o) {
  "use strict";

  const FIELDS = [
    "id", "name", "spoken", "industry", "family", "place", "price", "state", "stars", "label",
    "after", "expires", "picture", "sample", "producers",
    "code",
  ];

  // The value of a card in a column of its block; a column of one value holds it for all.
  const cell = (column, at) => (column.length === 1 ? column[0] : column[at]);

  // Blocks of the last questions: some 0.4 MB.
  const KEPT = 48;

  const kindOf = (entry) => "cards-" + entry.language;

  function card(entry, document) {
    const block = o.used(kindOf(entry), Math.floor(document / entry.block));
    const made = { document };
    FIELDS.forEach((name, number) => { made[name] = cell(block[number], document % entry.block); });
    made.href = entry.folder + "products/" + made.id + ".html";
    return made;
  }

  o.cards = function (documents) {
    const entry = o.value("entry", 0);
    const kind = kindOf(entry);
    const blocks = new Set(Array.from(documents, (one) => Math.floor(one / entry.block)));
    const need = Array.from(blocks).filter((block) => !o.has(kind, block))
      .map((block) => o.fileOf(kind, block));
    return need.length ? { need } : Array.from(documents, (document) => card(entry, document));
  };

  // In a bundle all blocks came with the entry and could not come again.
  o.spareCards = function () {
    const entry = o.value("entry", 0);
    if (entry.cardHashes) o.spare(kindOf(entry), KEPT);
  };
})(this.ocopSearch);
