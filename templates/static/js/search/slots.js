// Slots: the rows of the index that may stand for each word of a reading, and what each costs.
//
// Owns the choices and the loading of their rows. Must not know stages. Called by `stages` and
// `near`.
//
// A spec is a choice that may not be loaded yet: {row, cost, word, agree}, and `begun`, `slip` or
// `text` where it is that; `agree` is an agreement (see `marks`). A slot is {choices}, what
// `candidates` and `ways` work with.
this.ocopSearch = this.ocopSearch || {};
(function (o) {
  "use strict";

  // A completion is as good as the word itself, but the word comes first.
  o.COMPLETION = 2;

  // Thrown where files are missing; `match` turns it into an answer.
  o.Need = function (files) { this.files = files; };

  function demand(lacks) {
    const files = new Set(lacks);
    files.delete("");
    if (files.size) throw new o.Need(Array.from(files));
  }

  // Throws a Need unless all rows of the fields are there.
  o.require = function (rows) { demand(rows.map((row) => o.vocabulary().lacks(row))); };

  // Does all tasks and returns what they return; what they lack is asked for in one Need.
  o.together = function (tasks) {
    const files = [];
    const done = tasks.map((task) => {
      try {
        return task();
      } catch (lack) {
        if (!(lack instanceof o.Need)) throw lack;
        files.push(...lack.files);
        return null;
      }
    });
    demand(files);
    return done;
  };

  // The word itself; its marks have to agree unless `loose`.
  o.itself = function (word, loose) {
    const row = o.vocabulary().row(word.key);
    return row < 0 ? [] : [{ row, cost: word.cost || 0, word, agree: o.agreement(word, loose) }];
  };

  // The words that a word begins, of the rising `rows` if given.
  o.completions = function (word, rows) {
    const vocabulary = o.vocabulary(), found = [];
    const agree = o.begun(word), cost = o.COMPLETION + (word.cost || 0);
    const [low, high] = vocabulary.range(word.key);
    const add = (row) => {
      if (!agree && vocabulary.keys[row] === word.key) return;
      found.push({ row, cost, word, agree, begun: true });
    };
    if (rows) rows.filter((row) => row >= low && row < high).forEach(add);
    else for (let row = low; row < high; row++) add(row);
    return found;
  };

  // The words that a word is a slip of.
  o.slips = function (word) {
    const agree = o.slipped(word), more = word.cost || 0;
    return o.edits(word.key, word.typed || word.key).map(({ row, cost }) => (
      { row, cost: cost + more, word, agree, slip: true }));
  };

  // The word where it stands in texts only.
  o.inTexts = function (word) {
    const row = o.textVocabulary().row(word.key);
    return row < 0 ? [] : [{ row, cost: 0, word, agree: null, text: true }];
  };

  // Of many specs those of a few files: the cheap ones and the frequent words before others.
  o.heaviest = function (specs, files) {
    const vocabulary = o.vocabulary(), taken = new Set();
    const value = (spec) => vocabulary.weights[spec.row] - spec.cost;
    const sorted = specs.slice()
      .sort((one, other) => value(other) - value(one) || one.row - other.row);
    return sorted.filter((spec) => {
      const shard = vocabulary.shard(spec.row);
      if (taken.size < files) taken.add(shard);
      return taken.has(shard);
    });
  };

  // What each place of a posting costs more; null if none does.
  function extra(posting, agree) {
    const costs = posting.forms.map(agree);
    if (costs.every((cost) => cost === 0)) return null;
    return Int8Array.from(posting.form, (form) => costs[form]);
  }

  function choice(spec) {
    const posting = spec.text ? o.textPostings(spec.row) : o.postings(spec.row);
    const more = spec.agree ? extra(posting, spec.agree) : null;
    return { posting, cost: spec.cost, extra: more, spec };
  }

  function lacks(spec) {
    return (spec.text ? o.textVocabulary() : o.vocabulary()).lacks(spec.row);
  }

  // Slots of lists of specs, one list a word; throws a Need; null if a word has none.
  o.slots = function (lists) {
    if (!lists.length || lists.some((list) => !list.length)) return null;
    demand([].concat(...lists).map(lacks));
    return lists.map((list) => ({ choices: list.map(choice) }));
  };

  // Ranks lists of specs.
  o.ranked = function (lists) {
    const slots = o.slots(lists);
    return slots ? o.rank(slots) : o.none;
  };
})(this.ocopSearch);
