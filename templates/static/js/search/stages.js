// Stages: what is asked first, and when to ask for more.
//
// Owns the order of the stages and how much each may cost in files. Calls all other parts of the
// engine; called as `ocopSearch.match`.
//
// A stage is asked only while the ones before found too little, so that both noise and bytes stay
// low: completions while fewer than ten unbroken hits are known; other readings, texts, slips and
// leaving words out only while there is no good hit. Hits that differ in marks cost no file and
// slips beside few good hits only two: they are alternatives.
this.ocopSearch = this.ocopSearch || {};
(function (o) {
  "use strict";

  const ENOUGH = 10, FEW = 4;
  // Files that a stage may ask for: completions that follow the word before, any completions, those
  // of a single letter, slips, slips beside good hits.
  const FOLLOWING = 10, ANY = 4, LETTER = 1, SLIPS = 8, BESIDE = 2;
  // Readings of the query that are looked at for slips too.
  const READINGS = 2;
  // What a hit with a slip may cost: two words have to stand together, and begin a name if the index
  // has both; of more some may be elsewhere; beside good hits only a name as it stands is a hint.
  const PAIR = 29, NAME = 15, MORE = 48, HINT = 20;
  // A last letter that nothing can be said about yet counts as not typed.
  const UNTYPED = 12;
  // From so many documents on that random texts would give, finding some is chance.
  const CHANCE = 0.25;
  // What stands in texts by chance comes after hits without one of the words.
  const UNLIKELY = 200;
  // Beside good hits with the last word as it stands, a longer word has to fit better.
  const WHOLE = 20;

  const strictly = (word) => o.itself(word, false);
  const credible = (words, pair) => (words.length > 2 ? MORE : pair);

  function strict(words) { return o.ranked(words.map(strictly)); }

  function completed(words, rows, files) {
    const begun = o.completions(words[words.length - 1], rows);
    return o.ranked(words.slice(0, -1).map(strictly).concat([o.heaviest(begun, files)]));
  }

  // Completions of the last word: first those that follow the word before somewhere.
  function completions(words, outcome) {
    const last = words[words.length - 1], before = words.slice(0, -1).map(strictly);
    if (!last.open || !before.every((specs) => specs.length)) return;
    const letter = last.key.length < 2, cost = outcome.good() ? WHOLE : 0;
    if (before.length) {
      const rows = o.following(before[before.length - 1]);
      outcome.add(o.dearer(completed(words, rows, FOLLOWING), cost));
      if (letter) outcome.addNear(o.dearer(strict(words.slice(0, -1)), UNTYPED), []);
    }
    if (before.length && (letter || outcome.good())) return;
    outcome.add(o.dearer(completed(words, null, letter ? LETTER : ANY), cost));
  }

  function withoutIdle(words, outcome) {
    const kept = o.withoutIdle(words);
    if (kept !== words) outcome.add(strict(kept));
  }

  function marks(words, outcome) {
    if (words.some(o.marked)) outcome.addNear(o.nearly(words), ["marks"]);
  }

  // Ranks other readings and slips in words that the index lacks; returns the words of the best.
  function readings(query, outcome) {
    const all = [{ words: query.words, loose: [] }].concat(o.readings(query));
    for (const whole of [true, false]) {
      for (const { words, loose } of all.slice(1)) {
        if (!outcome.nearUnbroken()) outcome.addNear(o.nearly(words, whole), loose);
      }
    }
    for (const { words, loose } of all.slice(0, 1 + READINGS)) {
      if (outcome.nearGood()) break;
      const rank = o.cheaper(o.slipsOfUnknown(words, SLIPS), credible(words, PAIR));
      outcome.addNear(rank, loose.concat("typo"));
    }
    return all.map((one) => one.words).find((words) => words.every(o.known)) || query.words;
  }

  // How many documents would have all the words in their texts if words fell there at random.
  function expected(words, count) {
    const share = (word) => Math.max(0, ...o.inTexts(word).map(({ row }) => o.textPostings(row).docs.length));
    return words.reduce((sum, word) => sum * share(word) / count, count);
  }

  // Ranks words that stand in texts too; returns what may have them there by chance: a story has a
  // hundred words and the language few syllables.
  function texts(words, outcome) {
    if (!o.has("textEntry", 0)) throw new o.Need([o.fileOf("textEntry", 0)]);
    const rank = o.ranked(words.map((word) => strictly(word).concat(o.inTexts(word))));
    const meant = o.cheaper(rank, o.untitled(words.length));
    const sure = words.length < 2 || meant.docs.length === rank.docs.length
      || expected(words, o.value("entry", 0).count) < CHANCE;
    outcome.add(sure ? rank : meant);
    return sure ? o.none : rank;
  }

  function slips(words, outcome, files, limit) {
    const beside = files === BESIDE;
    for (const rank of o.slipsOfKnown(words, files, outcome.goodOnes(), beside)) {
      outcome.addNear(o.cheaper(rank, limit), ["typo"]);
    }
  }

  function dropped(query, words, outcome) {
    const said = (word) => query.text.slice(word.start, word.end);
    for (const { rank, dropped: failed } of o.dropped(words)) {
      outcome.addNear(rank, ["dropped"]);
      if (!outcome.exact.length) outcome.failed = Array.from(new Set(failed.map(said)));
    }
  }

  // Nothing good has the words as they stand.
  function loosened(query, outcome) {
    const words = readings(query, outcome);
    marks(query.words, outcome);
    if (outcome.nearGood()) return;
    const chance = texts(query.words, outcome);
    if (outcome.good()) return;
    slips(query.words, outcome, SLIPS, credible(query.words, NAME));
    if (outcome.hits() < FEW && !outcome.near.length) dropped(query, words, outcome);
    outcome.addNear(o.dearer(chance, UNLIKELY), ["texts"]);
  }

  function ask(query, outcome) {
    const words = query.words;
    outcome.add(strict(words));
    outcome.floor = outcome.good() ? WHOLE + o.COMPLETION : 0;
    if (outcome.unbroken() < ENOUGH) completions(words, outcome);
    outcome.floor = outcome.good() ? o.NEVER : 0;
    if (!outcome.good()) withoutIdle(words, outcome);
    if (outcome.good() >= ENOUGH) return;
    if (!outcome.good()) loosened(query, outcome);
    else marks(words, outcome);
    if (outcome.good() && outcome.good() < FEW) slips(words, outcome, BESIDE, HINT);
  }

  // The first `count` documents, as they are numbered.
  function untold(count) {
    return {
      exact: new Int32Array(count).map((_, document) => document),
      near: new Int32Array(0),
      notes: { reading: "", failed: [], loose: [] },
      heed: { keys: [], forms: [], prefixes: [], near: [] },
    };
  }

  // Answers a query: {need: [file, …]}, with `meanwhile` if something is known already, or
  // {exact, near, notes, heed}. The entry has been put before.
  o.match = function (text) {
    const query = o.query(text), count = o.value("entry", 0).count;
    if (!query.words.length) return untold(query.text.trim() ? 0 : count);
    const outcome = new o.Outcome(query, count);
    try {
      ask(query, outcome);
      return outcome.answer();
    } catch (lack) {
      if (!(lack instanceof o.Need)) throw lack;
      const known = outcome.exact.length > 0;
      return known ? { need: lack.files, meanwhile: outcome.soFar() } : { need: lack.files };
    }
  };
})(this.ocopSearch);
