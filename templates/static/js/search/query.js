// The query: its words, and the chunks that were typed without a break.
//
// Owns how much of a query is looked at and what the last word may still become. Must not know the
// index. Called by `stages`.
//
// A word is {form, key, start, end, open, beside, typed}; `open` tells that it may be the beginning
// of a longer one, `beside` that the query has words with marks, `typed` are its letters as they
// were typed. A chunk is {text, words, start, end}: what stands between separators, "nguo72i" or "500g".
this.ocopSearch = this.ocopSearch || {};
(function (o) {
  "use strict";

  // More is no search but a pasted text. Residue of VNI falls into many words: "nguo72i" is three.
  const CHARACTERS = 200, CHUNKS = 12, WORDS = 36, LETTERS = 40;

  // The letters of a word as they were typed, without their marks.
  function unmarked(text) {
    return text.normalize("NFD").replace(/[\u0300-\u036f]/g, "").replace(/đ/g, "d");
  }

  function chunks(text, words) {
    const found = [];
    words.forEach((word, number) => {
      const chunk = found[found.length - 1];
      const before = words[number - 1];
      if (before && (before.end === word.start || before.start === word.start)) {
        chunk.words.push(word);
        chunk.end = word.end;
      } else {
        found.push({ words: [word], start: word.start, end: word.end });
      }
    });
    found.forEach((chunk) => {
      chunk.text = text.slice(chunk.start, chunk.end).normalize("NFC").toLowerCase();
      if (chunk.words.length === 1) chunk.words[0].typed = unmarked(chunk.text);
    });
    return found;
  }

  // The words and chunks of a query: {text, words, chunks}.
  o.query = function (query) {
    const text = String(query === undefined || query === null ? "" : query).slice(0, CHARACTERS);
    const all = o.words(text);
    const short = all.filter((word) => word.key.length <= LETTERS).slice(0, WORDS);
    const parts = chunks(text, short).slice(0, CHUNKS);
    const words = [].concat(...parts.map((chunk) => chunk.words));
    const last = words[words.length - 1];
    const open = Boolean(last) && last === all[all.length - 1] && last.end === text.length;
    const marked = words.some(o.marked);
    words.forEach((word) => {
      word.open = open && word === last;
      word.beside = marked;
    });
    return { text, words, chunks: parts };
  };
})(this.ocopSearch);
