// Where words stand side by side in one field: the products of a producer or a place so called.
//
// Owns that question. Must not know costs or cards. Called by suggest.js after the engine has
// answered, so that the rows of the words are there.
//
//   ocopSearch.standing(words) -> {is(document, fields), begun(document, fields), some(fields,
//     most, wanted)}: is() tells whether a document has the words (as ocopSearch.words answers
//     them) in their order and unbroken in one of these fields; begun() whether it has if the last,
//     without marks, only begins a word; some() are the first `most` documents that have and are
//     wanted(document), sought among a limited number
(function (o) {
  "use strict";

  const TRIES = 3000, BEGINNINGS = 64;

  // The posting of a word, with what tells which of its forms agree; null if there is none.
  function posting(word) {
    const vocabulary = o.vocabulary(), row = vocabulary.row(word.key);
    if (row < 0 || vocabulary.lacks(row)) return null;
    const found = o.postings(row);
    const marked = word.form !== word.key;
    return { found, agrees: found.forms.map((form) => !marked || form === word.form) };
  }

  // The postings of the words that a word without marks begins, as far as they are there.
  function beginnings({ key, form }) {
    const vocabulary = o.vocabulary(), [low, high] = vocabulary.range(key), found = [];
    for (let row = low; row < high && form === key && found.length < BEGINNINGS; row++) {
      if (vocabulary.keys[row] === key || vocabulary.lacks(row)) continue;
      const begun = o.postings(row);
      found.push({ found: begun, agrees: begun.forms.map(() => true) });
    }
    return found;
  }

  // The positions of a word in a document.
  function positions({ found, agrees }, document) {
    const at = o.indexOf(found.docs, document), places = [];
    for (let one = found.first[at]; at >= 0 && one < found.first[at + 1]; one++) {
      const place = found.place[one];
      if (agrees[found.form[place]]) places.push(found.position[place]);
    }
    return places;
  }

  function stands(postings, document, fields) {
    const [first, ...rest] = postings.map((one) => positions(one, document));
    return first.some((position) => fields.includes(position >> 6) &&
      rest.every((places, at) => places.includes(position + at + 1)));
  }

  // Whether the words stand so in any document, as far as their places can tell.
  function possible(postings, fields) {
    const [first, ...rest] = postings.map(({ found }) => new Set(found.position));
    return Array.from(first).some((position) => fields.includes(position >> 6) &&
      rest.every((places, at) => places.has(position + at + 1)));
  }

  function some(postings, fields, most, wanted) {
    const documents = postings.map(({ found }) => found.docs)
      .reduce((one, other) => (other.length < one.length ? other : one));
    const tries = possible(postings, fields) ? Math.min(documents.length, TRIES) : 0;
    const found = [];
    for (let at = 0; at < tries && found.length < most; at++) {
      const document = documents[at];
      if (wanted(document) && stands(postings, document, fields)) found.push(document);
    }
    return found;
  }

  o.standing = function (words) {
    const postings = words.map(posting), before = postings.slice(0, -1);
    const whole = postings.length > 0 && !postings.includes(null);
    const last = before.includes(null) ? [] : words.slice(-1);
    let begun;
    return {
      is: (document, fields) => whole && stands(postings, document, fields),
      begun(document, fields) {
        begun = begun || [].concat(...last.map(beginnings));
        return begun.some((one) => stands(before.concat(one), document, fields));
      },
      some: (fields, most, wanted) => (whole ? some(postings, fields, most, wanted) : []),
    };
  };
})(this.ocopSearch);
