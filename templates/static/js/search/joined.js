// Joined words: "tinhdau" is "tinh dau".
//
// Owns how a run of letters falls into keys of the index. Must not know documents. Called by
// `near`.
this.ocopSearch = this.ocopSearch || {};
(function (o) {
  "use strict";

  const LONGEST = 8, PIECES = 8, SHORTEST = 4, WAYS = 3;
  // A piece more is a worse guess than a rare word, a single vowel is hardly ever a word, and
  // nothing without a vowel or digit is one.
  const PIECE = 9, LETTER = 12, BEGUN = 13;
  const VOWEL = /[aeiouy0-9]/;

  function price(key, weight) {
    return PIECE - Math.min(weight, 8) / 2 + (key.length < 2 ? LETTER : 0);
  }

  // The words that begin at `from`; the last may be the beginning of one if `open`.
  function pieces(chars, from, open, vocabulary) {
    const found = [];
    for (let to = from + 1; to <= Math.min(chars.length, from + LONGEST); to++) {
      const words = o.words(chars.slice(from, to).join(""));
      if (words.length !== 1 || !VOWEL.test(words[0].key)) continue;
      const word = words[0], row = vocabulary.row(word.key);
      if (row >= 0) found.push({ word, to, cost: price(word.key, vocabulary.weights[row]) });
      else if (open && to === chars.length && begins(word.key, vocabulary)) {
        found.push({ word: Object.assign({ part: true }, word), to, cost: BEGUN });
      }
    }
    return found;
  }

  function begins(key, vocabulary) {
    const [low, high] = vocabulary.range(key);
    return key.length > 1 && high > low;
  }

  // The best few ways to cut a chunk into words of the index: [[word, …], …], the best first.
  o.segments = function (text, open) {
    const chars = Array.from(text), vocabulary = o.vocabulary();
    if (chars.length < SHORTEST || chars.length > 40) return [];
    const ways = chars.map(() => []).concat([[]]);
    ways[0].push({ cost: 0, words: [] });
    for (let from = 0; from < chars.length; from++) {
      if (!ways[from].length) continue;
      for (const piece of pieces(chars, from, open, vocabulary)) {
        for (const way of ways[from]) extend(ways[piece.to], way, piece);
      }
    }
    return ways[chars.length].filter((way) => way.words.length > 1).map((way) => way.words);
  };

  function extend(ways, way, piece) {
    if (way.words.length === PIECES) return;
    ways.push({ cost: way.cost + piece.cost, words: way.words.concat(piece.word) });
    ways.sort((one, other) => one.cost - other.cost);
    if (ways.length > WAYS) ways.pop();
  }
})(this.ocopSearch);
