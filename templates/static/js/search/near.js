// Near: what the query may mean if nothing has it as it stands.
//
// Owns slips (of the finger or the ear) and leaving words out. Must not know when to ask. Called by
// `stages`. `words` are those of a query or of a reading.
this.ocopSearch = this.ocopSearch || {};
(function (o) {
  "use strict";

  // Without one word of the query a hit is worse than with all of them anywhere.
  const DROPPED = 200;
  const COMPLETIONS = 4;
  // Slips in more words than this are another query; every word of long ones cannot be doubted.
  const SLIPS = 2, DOUBTED = 8;
  // How much worse than the best guess a guess which word is wrong may be; and from which cost on
  // no guess is worth its files.
  const DOUBT = 8, HOPELESS = 48;

  const asItStands = (word) => o.itself(word, true);

  // What may stand for a word that is right: itself with any marks, and what it begins.
  function loosely(word) {
    const open = (word.open || word.part) && word.key.length > 1;
    return asItStands(word).concat(open ? o.heaviest(o.completions(word), COMPLETIONS) : []);
  }

  const but = (words, at) => words.filter((_, number) => number !== at);

  // Ranks words as they stand, marks aside; the last may be a beginning unless all are `whole`.
  o.nearly = function (words, whole) { return o.ranked(words.map(whole ? asItStands : loosely)); };

  // The rows that stand next after any of the specs.
  o.following = function (specs) {
    const rows = specs.map((spec) => spec.row);
    o.require(rows);
    return [].concat(...rows.map(o.followers));
  };

  // The slips of a word in as many files; those that follow the word before somewhere, if any does.
  function likely(words, at, files, strictly) {
    const slips = o.slips(words[at]);
    const after = new Set(at ? o.following(loosely(words[at - 1])) : []);
    const fit = slips.filter((spec) => after.has(spec.row));
    return o.heaviest(fit.length || strictly ? fit : slips, files);
  }

  // Ranks words of which those numbered `wrong` are slips.
  function slipped(words, wrong, files, strictly) {
    const right = words.map(loosely);
    return o.ranked(right.map((list, at) => (
      wrong.includes(at) ? likely(words, at, files, strictly) : list)));
  }

  // What the best document that is not in `good` costs without a word whose place stays open.
  function costWithout(words, at, good) {
    const slots = o.slots(but(words, at).map(loosely));
    if (!slots) return o.NEVER;
    if (at > 0 && at < words.length - 1) slots[at].stride = 2;
    const rank = o.rank(slots);
    const first = rank.docs.findIndex((document) => !good.has(document));
    return first < 0 ? o.NEVER : rank.costs[first];
  }

  // The words that may be wrong though the index has them all: the rest reads best without them.
  function suspects(words, good) {
    if (words.length < 2 || words.length > DOUBTED) return [];
    const costs = words.map((_, at) => costWithout(words, at, good));
    const limit = Math.min(HOPELESS - 1, Math.min(...costs) + DOUBT);
    return words.map((_, at) => at).filter((at) => costs[at] <= limit);
  }

  // Ranks what the words that the index lacks may be slips of.
  o.slipsOfUnknown = function (words, files) {
    const wrong = words.map((_, at) => at).filter((at) => !o.known(words[at]));
    return wrong.length && wrong.length <= SLIPS ? slipped(words, wrong, files, false) : o.none;
  };

  // Ranks what one of the words, all known, may be a slip of: a rank a guess. `good` are the
  // documents found already; if `strictly`, only words that follow the one before are guessed.
  o.slipsOfKnown = function (words, files, good, strictly) {
    if (!words.every(o.known)) return [];
    return o.together(suspects(words, good).map((at) => () => (
      slipped(words, [at], files, strictly))));
  };

  // The words, from the first on, that something has together.
  function kept(words) {
    const count = o.value("entry", 0).count;
    const together = (list) => {
      const slots = o.slots(list.map(loosely));
      return slots && o.candidates(slots, count).length > 0;
    };
    return words.reduce((list, word) => (
      together(list.concat(word)) ? list.concat(word) : list), []);
  }

  function left(words, rest) {
    const dropped = words.filter((word) => !rest.includes(word));
    return { rank: o.dearer(o.nearly(rest), DROPPED * dropped.length), dropped };
  }

  const some = ({ rank }) => rank.docs.length > 0;

  // Ranks what is left without the words that nothing has beside the others: {rank, dropped} for
  // each guess which words those are; any one word if that is enough.
  o.dropped = function (words) {
    const known = words.filter(o.known);
    const rests = known.length < words.length ? [known] : words.map((_, at) => but(words, at));
    const found = o.together(rests.map((rest) => () => left(words, rest))).filter(some);
    return found.length ? found : [left(words, kept(known))].filter(some);
  };
})(this.ocopSearch);
