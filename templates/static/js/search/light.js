// Highlighting: which parts of a text answer a query.
//
// Owns the cutting of a text. Called by the page and the box, for what they show.
//
//   ocopSearch.light(text, heed) -> [[hit, string], …]: the text in pieces, hit true or false, that
//     joined give the text again, whatever its Unicode form. Words found are marked whole, a word
//     that the query only begins as far as it begins it; the words of a phrase only together;
//     words beside each other are one piece.
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

  // A hit in a word, or null; `begun` if only its beginning is one.
  function hitIn(text, word, heed) {
    const { start, end, key } = word;
    if (heed.keys.includes(key) || heed.forms.includes(word.form)) return { start, end };
    const ends = heed.prefixes.filter((prefix) => key.startsWith(prefix))
      .map((prefix) => ending(text, word, prefix));
    return ends.length ? { start, end: Math.max(...ends), begun: true } : null;
  }

  // The words of a text that stand in a phrase of the query.
  function inPhrases(words, phrases) {
    const found = new Set();
    words.forEach((_, at) => phrases.forEach((keys) => {
      const run = words.slice(at, at + keys.length);
      if (keys.every((key, next) => run[next] && run[next].key === key)) {
        run.forEach((word) => found.add(word));
      }
    }));
    return found;
  }

  // The hits of a text in order. A beginning counts where it follows a whole word that was found,
  // if there is such a place: "cà ph" is "cà phê" and not also the start of "Phú Quốc".
  function hits(text, heed) {
    const words = o.words(text), whole = inPhrases(words, heed.phrases || []);
    const found = words.map((word) => (
      whole.has(word) ? { start: word.start, end: word.end } : hitIn(text, word, heed)));
    const follows = (hit, at) => Boolean(hit && hit.begun && found[at - 1] && !found[at - 1].begun);
    const some = found.some(follows);
    return found.filter((hit, at) => hit && !(some && hit.begun && !follows(hit, at)));
  }

  // Hits with nothing but space between them become one.
  function runs(text, heed) {
    const found = [];
    for (const { start, end } of hits(text, heed)) {
      const last = found[found.length - 1];
      if (last && SPACES.test(text.slice(last.end, start))) last.end = Math.max(last.end, end);
      else found.push({ start, end });
    }
    return found;
  }

  o.light = function (text, heed) {
    const pieces = [];
    let at = 0;
    for (const { start, end } of heed ? runs(text, heed) : []) {
      if (start > at) pieces.push([false, text.slice(at, start)]);
      pieces.push([true, text.slice(start, end)]);
      at = end;
    }
    if (at < text.length) pieces.push([false, text.slice(at)]);
    return pieces;
  };
})(this.ocopSearch);
