// Highlighting: which parts of a text answer a query.
//
// Owns the cutting of a text. Called by the page and the box, for what they show.
//
//   ocopSearch.light(text, heed) -> [[hit, string], …]: the text in pieces, hit true or false, that
//     joined give the text again, whatever its Unicode form. Words found are marked whole, a word
//     that the query only begins as far as it begins it; words beside each other are one piece.
//     heed: as ocopSearch.find answers it.
(function (o) {
  "use strict";

  const MARKS = /^[\u0300-\u036f]/;
  const SPACES = /^\s*$/;

  // Where the part of a word ends that a prefix of its key stands for, its marks included.
  function ending(text, word, prefix) {
    let end = word.start;
    let key = "";
    while (end < word.end && !key.startsWith(prefix)) {
      end += text.codePointAt(end) > 0xffff ? 2 : 1;
      key = o.words(text.slice(word.start, end)).map((one) => one.key).join("");
    }
    while (end < word.end && MARKS.test(text[end])) end += 1;
    return end;
  }

  function hitEnd(text, word, heed) {
    if (heed.keys.includes(word.key) || heed.forms.includes(word.form)) return word.end;
    const prefixes = heed.prefixes.filter((prefix) => word.key.startsWith(prefix));
    return Math.max(word.start, ...prefixes.map((prefix) => ending(text, word, prefix)));
  }

  // The hits as [start, end], in order; those with nothing but space between them are one.
  function hits(text, heed) {
    const found = [];
    for (const word of o.words(text)) {
      const end = hitEnd(text, word, heed);
      if (end === word.start) continue;
      const last = found[found.length - 1];
      if (last && SPACES.test(text.slice(last[1], word.start))) last[1] = Math.max(last[1], end);
      else found.push([word.start, end]);
    }
    return found;
  }

  o.light = function (text, heed) {
    const pieces = [];
    let at = 0;
    for (const [start, end] of heed ? hits(text, heed) : []) {
      if (start > at) pieces.push([false, text.slice(at, start)]);
      pieces.push([true, text.slice(start, end)]);
      at = end;
    }
    if (at < text.length) pieces.push([false, text.slice(at)]);
    return pieces;
  };
})(this.ocopSearch);
