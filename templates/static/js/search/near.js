// Near: what the query may mean if nothing has it as it stands.
//
// Owns slips (of the finger or the ear) and leaving a word out. Must not know when to ask. Called by
// `stages`. `words` are those of a query or of a reading.
this.ocopSearch = this.ocopSearch || {};
(function (o) {
  "use strict";

  // Without one word of the query a hit is worse than any slip in it.
  const DROPPED = 30;
  const COMPLETIONS = 4;
  // Slips in more words than this are another query; every word of long ones cannot be doubted.
  const SLIPS = 2, DOUBTED = 8;
  // How much worse than the best guess a guess which word is wrong may be; and than which cost no
  // guess is worth its files.
  const DOUBT = 8, HOPELESS = 48;
  const NEVER = 1e6;

  // What may stand for a word that is right: itself with any marks, and what it begins.
  function loosely(word) {
    const open = (word.open || word.part) && word.key.length > 1;
    return o.itself(word, true)
      .concat(open ? o.heaviest(o.completions(word), COMPLETIONS) : []);
  }

  function ranked(lists) {
    const slots = o.slots(lists);
    return slots && o.rank(slots);
  }

  // Ranks words as they stand, marks aside; null if the index lacks one.
  o.nearly = function (words) { return ranked(words.map(loosely)); };

  function followers(specs) {
    o.require(o.vocabulary(), specs.map((spec) => spec.row));
    return new Set([].concat(...specs.map((spec) => o.followers(spec.row))));
  }

  // The slips of a word of as many files; if any of them follows the word before somewhere, those.
  function likely(words, at, files, strictly) {
    const slips = o.slips(words[at]);
    const before = at ? loosely(words[at - 1]) : [];
    if (!before.length) return strictly ? [] : o.heaviest(slips, files);
    const after = followers(before);
    const fit = slips.filter((spec) => after.has(spec.row));
    return o.heaviest(fit.length || strictly ? fit : slips, files);
  }

  // Ranks words of which those numbered `wrong` are slips.
  function slipped(words, wrong, files, strictly) {
    const right = words.map(loosely);
    o.slots(right.filter((_, at) => !wrong.includes(at)));
    return ranked(right.map((list, at) => (
      wrong.includes(at) ? likely(words, at, files, strictly) : list)));
  }

  // Ranks words without one; if its place is kept open, the words beside it stay apart by it.
  function without(words, at, open) {
    const slots = o.slots(words.filter((_, number) => number !== at).map(loosely));
    if (!slots) return null;
    if (open && at > 0 && at < words.length - 1) slots[at].stride = 2;
    return o.rank(slots);
  }

  // The least cost of a rank's documents that are not in `known`.
  function least(rank, known) {
    const at = rank ? rank.docs.findIndex((document) => !known.has(document)) : -1;
    return at < 0 ? NEVER : rank.costs[at];
  }

  // The words that may be wrong though the index has them all: the rest reads best without them.
  function suspects(words, known) {
    if (words.length < 2 || words.length > DOUBTED) return [];
    const costs = words.map((_, at) => least(without(words, at, true), known));
    const best = Math.min(...costs);
    return words.map((_, at) => at)
      .filter((at) => costs[at] <= best + DOUBT && costs[at] < HOPELESS);
  }

  // Ranks what the words that the index lacks may be slips of; null if there is no saying.
  o.slipsOfUnknown = function (words, files) {
    const wrong = words.map((_, at) => at).filter((at) => !o.known(words[at]));
    return wrong.length && wrong.length <= SLIPS ? slipped(words, wrong, files) : null;
  };

  // Ranks what one of the words, all known, may be a slip of: a list, a rank a guess. `known` are
  // documents found already; if `strictly`, only words that follow the one before are guessed.
  o.slipsOfKnown = function (words, files, known, strictly) {
    if (!words.every(o.known)) return [];
    return suspects(words, known)
      .map((at) => slipped(words, [at], files, strictly)).filter(Boolean);
  };

  // The words that can be kept together from the first on, so that something has them all.
  function kept(words) {
    const some = (list) => {
      const slots = o.slots(list.map(loosely));
      return slots && o.candidates(slots, o.value("entry", 0).count).length > 0;
    };
    return words.reduce((list, word) => (some(list.concat(word)) ? list.concat(word) : list), []);
  }

  // Ranks what is left without the words that nothing has beside the others: {rank, dropped} for
  // each guess which words those are; any one word if that is enough.
  o.dropped = function (words) {
    const known = words.filter(o.known);
    const rests = known.length < words.length ? [known] : words.map((_, at) => words.filter((_, number) => number !== at));
    const found = rests.map((rest) => leftOf(words, rest)).filter(Boolean);
    return found.length ? found : [leftOf(words, kept(known))].filter(Boolean);
  };

  function leftOf(words, rest) {
    const rank = rest.length ? o.nearly(rest) : null;
    if (!rank || !rank.docs.length) return null;
    const dropped = words.filter((word) => !rest.includes(word));
    return { rank: o.dearer(rank, DROPPED * dropped.length), dropped };
  }

  // The hits of a rank that cost less.
  o.cheaper = function (rank, cost) {
    let size = 0;
    while (rank && size < rank.docs.length && rank.costs[size] < cost) size++;
    return rank && Object.assign({}, rank, {
      docs: rank.docs.subarray(0, size), costs: rank.costs.subarray(0, size), paths: rank.paths.slice(0, size),
    });
  };

  // A rank whose hits cost more.
  o.dearer = function (rank, cost) {
    return rank && Object.assign({}, rank, { costs: rank.costs.map((one) => one + cost) });
  };
})(this.ocopSearch);
