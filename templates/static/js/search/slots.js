// Slots: the rows of the index that may stand for each word of a reading, and what each costs.
//
// Owns the costs of a choice and the agreement of marks. Must not know stages. Called by `stages`
// and `near`. A choice that is not loaded yet is asked for by throwing a Need.
//
// A spec is a choice that may not be loaded: {row, cost, word, agree} and `begun`, `slip` or `text`;
// agree(form) is what a form costs more, below zero where it does not count.
this.ocopSearch = this.ocopSearch || {};
(function (o) {
  "use strict";

  // A completion is as good as the word itself, but the word comes first. Marks that differ are
  // dearer in the vowel than in the tone; a word written without marks says least against it. In
  // a query with marks a word without any is meant so, unless it is still being typed.
  const COMPLETION = 2, TONE = 5, VOWEL = 8, PLAIN = 4, SLIP_MARKS = 3, UNMEANT = 20, UNFINISHED = 3;
  const COUNTS_NOT = -1;

  // Thrown where files are missing; `match` turns it into an answer.
  o.Need = function (files) { this.files = files; };

  // Throws a Need unless all rows of a vocabulary are there.
  o.require = function (vocabulary, rows) {
    const files = new Set(rows.map((row) => vocabulary.lacks(row)));
    files.delete("");
    if (files.size) throw new o.Need(Array.from(files));
  };

  const tone = (form) => (/[1-5]$/.test(form) ? form.slice(-1) : "");
  const body = (form) => (tone(form) ? form.slice(0, -1) : form);
  const marks = (form) => form.replace(/[^1-9]/g, "");

  const exactly = (form) => (other) => (other === form ? 0 : COUNTS_NOT);
  const plainly = (form, cost) => (other) => (other === form ? 0 : cost);

  const nearly = (form) => (other) => {
    if (other === form) return 0;
    if (!marks(other)) return PLAIN;
    return (tone(other) === tone(form) ? 0 : TONE) + (body(other) === body(form) ? 0 : VOWEL);
  };

  const beginning = (form) => {
    const start = body(form), end = tone(form);
    return (other) =>
      (body(other).startsWith(start) && (!end || tone(other) === end) ? 0 : COUNTS_NOT);
  };

  // A slip keeps the marks, as a rule.
  const slipped = (form) => (other) => (marks(other) === marks(form) ? 0 : SLIP_MARKS);

  function agreement(word, loose) {
    if (o.marked(word)) return loose ? nearly(word.form) : exactly(word.form);
    return word.beside ? plainly(word.form, word.open ? UNFINISHED : UNMEANT) : null;
  }

  // What each place of a posting costs more; null if none does.
  function extra(posting, agree) {
    const costs = posting.forms.map(agree);
    if (costs.every((cost) => cost === 0)) return null;
    return Int8Array.from(posting.form, (form) => costs[form]);
  }

  function choice(spec) {
    const posting = spec.text ? o.textPostings(spec.row) : o.postings(spec.row);
    return { posting, cost: spec.cost, extra: spec.agree ? extra(posting, spec.agree) : null, spec };
  }

  // The word itself; its marks have to agree unless `loose`.
  o.itself = function (word, loose) {
    const row = o.vocabulary().row(word.key);
    return row < 0 ? [] : [{ row, cost: word.cost || 0, word, agree: agreement(word, loose) }];
  };

  // The words that a word begins, of the rising `rows` if given.
  o.completions = function (word, rows) {
    const vocabulary = o.vocabulary(), found = [];
    const agree = o.marked(word) ? beginning(word.form) : null;
    const [low, high] = vocabulary.range(word.key);
    const add = (row) => {
      if (!agree && vocabulary.keys[row] === word.key) return;
      found.push({ row, cost: COMPLETION + (word.cost || 0), word, agree, begun: true });
    };
    if (rows) rows.filter((row) => row >= low && row < high).forEach(add);
    else for (let row = low; row < high; row++) add(row);
    return found;
  };

  // The words that a word is a slip of.
  o.slips = function (word) {
    const agree = o.marked(word) ? slipped(word.form) : null;
    return o.edits(word.key, word.typed || word.key).map(({ row, cost }) => (
      { row, cost: cost + (word.cost || 0), word, agree, slip: true }));
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
    const sorted = specs.slice().sort((one, other) => value(other) - value(one) || one.row - other.row);
    return sorted.filter((spec) => {
      const shard = vocabulary.shard(spec.row);
      if (taken.size < files) taken.add(shard);
      return taken.has(shard);
    });
  };

  // Slots of lists of specs, one list a word; throws a Need; null if a word has none.
  o.slots = function (lists) {
    if (!lists.length || lists.some((list) => !list.length)) return null;
    const rows = (text) => [].concat(...lists).filter((spec) => Boolean(spec.text) === text)
      .map((spec) => spec.row);
    const fields = rows(false), texts = rows(true);
    const lacks = new Set(fields.map((row) => o.vocabulary().lacks(row))
      .concat(texts.map((row) => o.textVocabulary().lacks(row))));
    lacks.delete("");
    if (lacks.size) throw new o.Need(Array.from(lacks));
    return lists.map((list) => ({ choices: list.map(choice) }));
  };
})(this.ocopSearch);
