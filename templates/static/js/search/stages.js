// Stages: what is asked first, and when to ask for more.
//
// Owns the order of the stages and how much each may cost in files. Calls all other parts of the
// engine; called as `ocopSearch.match`.
//
// A stage is asked only while the ones before found too little, so that both noise and bytes stay
// low: completions while fewer than ten unbroken hits are known; texts, other readings, slips and
// leaving words out only while there is no good hit. Hits that differ in marks cost no file
// and slips beside few good hits only a few: they are alternatives.
this.ocopSearch = this.ocopSearch || {};
(function (o) {
  "use strict";

  const ENOUGH = 10, FEW = 4;
  // Files that a stage may ask for: completions that follow the word before, any completions,
  // those of a single letter, slips, slips beside good hits.
  const FOLLOWING = 6, ANY = 4, LETTER = 1, SLIPS = 8, BESIDE = 2;
  const READ = 2;
  // What a hit with a slip may cost: two words have to stand together, of more some may be elsewhere;
  // beside good hits only a name as it stands is a hint.
  const PAIR = 29, MORE = 48, HINT = 20;
  const credible = (words) => (words.length > 2 ? MORE : PAIR);
  // A last letter that nothing can be said about yet counts as not typed.
  const UNTYPED = 12;
  // Beside good hits with the last word as it stands, a longer word has to fit better.
  const WHOLE = 20;

  function ranked(lists) {
    const slots = o.slots(lists);
    return slots && o.rank(slots);
  }

  const strictly = (word) => o.itself(word, false);

  // The rows that follow the word before the last; null if there is none.
  function following(words) {
    if (words.length < 2) return null;
    const before = strictly(words[words.length - 2]).map((spec) => spec.row);
    o.require(o.vocabulary(), before);
    return [].concat(...before.map(o.followers));
  }

  function completed(words, rows, files) {
    const last = words[words.length - 1];
    const begun = o.heaviest(o.completions(last, rows), files);
    return ranked(words.slice(0, -1).map(strictly).concat([begun]));
  }

  function completions(words, outcome) {
    const last = words[words.length - 1];
    if (!last.open || !words.slice(0, -1).every((word) => strictly(word).length)) return;
    const rows = following(words);
    const cost = outcome.good() ? WHOLE : 0;
    if (rows) outcome.add(o.dearer(completed(words, rows, FOLLOWING), cost));
    if (rows && last.key.length < 2) untyped(words, outcome);
    else if (!outcome.good()) outcome.add(completed(words, null, rows ? ANY : last.key.length < 2 ? LETTER : ANY));
  }

  function untyped(words, outcome) {
    const rank = ranked(words.slice(0, -1).map(strictly));
    if (rank && rank.docs.length) outcome.addNear(o.dearer(rank, UNTYPED), []);
  }

  function withoutKinds(words, outcome) {
    const kept = o.withoutKinds(words);
    if (kept !== words) outcome.add(ranked(kept.map(strictly)));
  }

  function texts(words, outcome) {
    if (!o.has("textEntry", 0)) throw new o.Need([o.fileOf("textEntry", 0)]);
    outcome.add(ranked(words.map((word) => strictly(word).concat(o.inTexts(word)))));
  }

  // Ranks other readings and slips in words that the index lacks; returns the words of the best.
  function readings(query, outcome) {
    const all = [{ words: query.words, loose: [] }].concat(o.readings(query));
    for (const { words, loose } of all.slice(1)) outcome.addNear(o.nearly(words), loose);
    for (const { words, loose } of all.slice(0, 1 + READ)) {
      if (outcome.nearGood()) break;
      outcome.addNear(o.cheaper(o.slipsOfUnknown(words, SLIPS), credible(words)), loose.concat("typo"));
    }
    return all.map((one) => one.words).find((words) => words.every(o.known)) || query.words;
  }

  function slips(words, outcome, beside) {
    const limit = beside ? HINT : credible(words);
    const ranks = o.slipsOfKnown(words, beside ? BESIDE : SLIPS, outcome.goodOnes(), beside);
    for (const rank of ranks) outcome.addNear(o.cheaper(rank, limit), ["typo"]);
  }

  function dropped(query, words, outcome) {
    for (const { rank, dropped: failed } of o.dropped(words)) {
      outcome.addNear(rank, ["dropped"]);
      outcome.failed = Array.from(new Set(failed.map((word) => (
        query.text.slice(word.start, word.end)))));
    }
  }

  function marks(words, outcome) {
    if (words.some(o.marked)) outcome.addNear(o.nearly(words), ["marks"]);
  }

  // Nothing good has the words as they stand.
  function loosened(query, outcome) {
    const words = readings(query, outcome);
    marks(query.words, outcome);
    if (outcome.nearGood()) return;
    texts(query.words, outcome);
    if (outcome.good()) return;
    slips(query.words, outcome, false);
    if (!outcome.exact.length && !outcome.near.length) dropped(query, words, outcome);
  }

  function ask(query, outcome) {
    const words = query.words;
    outcome.add(ranked(words.map(strictly)));
    if (outcome.unbroken() < ENOUGH) completions(words, outcome);
    if (!outcome.good()) withoutKinds(words, outcome);
    if (outcome.good() >= ENOUGH) return;
    if (outcome.good()) marks(words, outcome);
    if (!outcome.good()) loosened(query, outcome);
    else if (outcome.good() < FEW) slips(words, outcome, true);
  }

  function everything(count) {
    return {
      exact: Int32Array.from({ length: count }, (_, document) => document), near: new Int32Array(0),
      notes: { reading: "", failed: [], loose: [] }, heed: { keys: [], forms: [], prefixes: [] },
    };
  }

  // Answers a query: {need: [file, …]}, with `meanwhile` if something is known already, or
  // {exact, near, notes, heed}. The entry has been put before.
  o.match = function (text) {
    const query = o.query(text), count = o.value("entry", 0).count;
    if (!query.words.length) return everything(count);
    const outcome = new o.Outcome(query, count);
    try {
      ask(query, outcome);
      return outcome.answer();
    } catch (lack) {
      if (!(lack instanceof o.Need)) throw lack;
      return outcome.exact.length ? { need: lack.files, meanwhile: outcome.answer() } : { need: lack.files };
    }
  };
})(this.ocopSearch);
