// Readings: what a query says when its chunks are read otherwise than they stand: residue of Telex
// or VNI composed, joined words split, split words joined.
//
// Owns which readings there are and their order. Must not know documents. Called by `near`.
// A reading is {words, loose}: words as of a query, with a cost of their own, and what it loosened.
this.ocopSearch = this.ocopSearch || {};
(function (o) {
  "use strict";

  const RESIDUE = 1, JOINED = 2, SPLIT = 3;
  // Digits inside a word are hardly ever meant as digits if they compose to a word; a word that
  // the index lacks is worse than any reading of it.
  const DIGITS = 4, UNKNOWN = 20;
  const MOST = 4, WAYS = 40;

  // Whether the index has a word, or one that it begins while it is being typed.
  o.known = function (word) {
    if (o.vocabulary().row(word.key) >= 0) return true;
    const [low, high] = o.vocabulary().range(word.key);
    return Boolean(word.open || word.part) && word.key.length > 1 && high > low;
  };

  const isOpen = (chunk) => chunk.words[chunk.words.length - 1].open;

  function option(chunk, words, cost, loose) {
    const last = words.length - 1;
    return {
      span: chunk.span || 1, cost, loose,
      words: words.map((word, at) => Object.assign({}, word, {
        cost: at ? 0 : cost, open: isOpen(chunk) && at === last, read: loose,
        start: chunk.start, end: chunk.end, beside: chunk.words[0].beside,
      })),
    };
  }

  function residue(chunk) {
    const words = o.words(o.composed(chunk.text));
    if (words.length !== 1) return [];
    const read = option(chunk, words, RESIDUE, "residue");
    return o.known(read.words[0]) ? [read] : [];
  }

  function joined(chunk) {
    if (chunk.words.every(o.known)) return [];
    return o.segments(chunk.text, isOpen(chunk))
      .map((words, at) => option(chunk, words, JOINED + at, "joined"));
  }

  function split(chunk, next) {
    const words = next ? o.words(chunk.text + next.text) : [];
    if (words.length !== 1 || o.vocabulary().row(words[0].key) < 0) return [];
    const both = { span: 2, words: next.words, start: chunk.start, end: next.end };
    return [option(both, words, SPLIT, "joined")];
  }

  function literal(chunk, read) {
    const unknown = chunk.words.filter((word) => !o.known(word)).length;
    const digits = read.length && /[0-9]/.test(chunk.text) ? DIGITS : 0;
    return { span: 1, words: chunk.words, loose: "", cost: unknown * UNKNOWN + digits };
  }

  function options(chunk, next) {
    const read = residue(chunk);
    return [literal(chunk, read)].concat(read, joined(chunk), split(chunk, next));
  }

  // The cheapest ways to each chunk; those of equal cost in the order of their making.
  function ways(all) {
    const at = all.map(() => []).concat([[]]);
    at[0].push({ cost: 0, taken: [] });
    all.forEach((list, number) => {
      at[number].sort((one, other) => one.cost - other.cost).splice(WAYS);
      for (const way of at[number]) {
        for (const one of list) {
          at[number + one.span].push({ cost: way.cost + one.cost, taken: way.taken.concat(one) });
        }
      }
    });
    return at[all.length].sort((one, other) => one.cost - other.cost);
  }

  // The best few readings that differ from what stands there.
  o.readings = function (query) {
    const all = query.chunks.map((chunk, at) => options(chunk, query.chunks[at + 1]));
    const others = ways(all).filter((way) => way.taken.some((one) => one.loose));
    return others.slice(0, MOST).map((way) => ({
      words: [].concat(...way.taken.map((one) => one.words)),
      loose: way.taken.map((one) => one.loose).filter(Boolean),
    }));
  };
})(this.ocopSearch);
