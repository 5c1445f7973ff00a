// Outcome: the ranks of all stages as one answer, and what is told about it.
//
// Owns what counts as exact, the notes and the heed (docs/search-format.md, "Inside"). Must not
// know how the ranks came about. Called by `stages`.
this.ocopSearch = this.ocopSearch || {};
(function (o) {
  "use strict";

  // Hits this cheap are unbroken, those in two pieces still good.
  const UNBROKEN = 24, GOOD = 48;
  // Two words may stand in two pieces ("rượu Huế"), and each two words more in one more; what is
  // dearer has the words scattered and is not meant, if anything near is better.
  const PAIR = 46, PIECE = 31;
  // Beside exact hits near ones are a hint, no list.
  const HINTS = 20;

  // How many hits of ranks cost less.
  function under(ranks, cost) {
    let count = 0;
    for (const rank of ranks) {
      for (let at = 0; at < rank.docs.length && rank.costs[at] < cost; at++) count++;
    }
    return count;
  }

  // Documents with their least cost, in order: {docs, costs}, of several ranks.
  function merged(ranks, count) {
    if (ranks.length === 1) return ranks[0];
    const least = new Int32Array(count);
    for (const rank of ranks) {
      for (let at = 0; at < rank.docs.length; at++) {
        const cost = rank.costs[at] + 1, document = rank.docs[at];
        if (!least[document] || least[document] > cost) least[document] = cost;
      }
    }
    const docs = [];
    for (let document = 0; document < count; document++) if (least[document]) docs.push(document);
    docs.sort((one, other) => least[one] - least[other] || one - other);
    return { docs: Int32Array.from(docs), costs: Int32Array.from(docs, (one) => least[one] - 1) };
  }

  o.Outcome = function (query, count) {
    this.query = query;
    this.count = count;
    this.exact = [];
    this.near = [];
    this.failed = [];
  };

  // Adds a rank; `loose` lists what a near one needed.
  o.Outcome.prototype.add = function (rank) { if (rank && rank.docs.length) this.exact.push(rank); };
  o.Outcome.prototype.addNear = function (rank, loose) {
    if (rank && rank.docs.length) this.near.push(Object.assign({ loose }, rank));
  };

  o.Outcome.prototype.unbroken = function () { return under(this.exact, UNBROKEN); };
  o.Outcome.prototype.good = function () { return under(this.exact, GOOD); };
  o.Outcome.prototype.nearGood = function () { return under(this.near, GOOD); };
  o.Outcome.prototype.goodOnes = function () {
    return new Set([].concat(...this.exact.map((rank) => (
      Array.from(rank.docs.subarray(0, under([rank], GOOD)))))));
  };

  // Exact hits and the near ones that are not among them, both in order.
  o.Outcome.prototype.parted = function () {
    const exact = merged(this.exact, this.count), near = merged(this.near, this.count);
    if (!near.docs.length) return { exact: exact.docs, near: near.docs };
    const limit = PAIR + PIECE * Math.max(0, Math.floor(this.query.words.length / 2) - 1);
    const meant = under([exact], limit);
    if (!meant) return { exact: new Int32Array(0), near: merged([exact, near], this.count).docs };
    const kept = new Set(exact.docs.subarray(0, meant));
    const hints = near.docs.filter((document, at) => near.costs[at] < GOOD && !kept.has(document));
    if (!hints.length) return { exact: exact.docs, near: hints };
    const scattered = { docs: exact.docs.subarray(meant), costs: exact.costs.subarray(meant)};
    const hinted = {docs: hints.slice(0, HINTS), costs: new Int32Array(HINTS)};
    return { exact: exact.docs.subarray(0, meant), near: merged([hinted, scattered], this.count).docs };
  };

  function paths(ranks) { return [].concat(...ranks.map((rank) => rank.paths || [])); }

  function heed(outcome) {
    const keys = new Set(), forms = new Set(), prefixes = new Set();
    const hear = (word) => (o.marked(word) ? forms.add(word.form) : keys.add(word.key));
    if (outcome.exact.length) outcome.query.words.forEach(hear);
    for (const { spec } of [].concat(...paths(outcome.exact.concat(outcome.near)))) {
      if (spec.begun && !o.marked(spec.word)) prefixes.add(spec.word.key);
      else if (!outcome.exact.length || spec.begun) keys.add(keyOf(spec));
    }
    return { keys: Array.from(keys), forms: Array.from(forms), prefixes: Array.from(prefixes) };
  }

  function keyOf(spec) {
    return (spec.text ? o.textVocabulary() : o.vocabulary()).keys[spec.row];
  }

  // The form of a choice that agrees best, or its key where nobody wrote marks.
  function formOf({ spec, posting }, plain) {
    if (plain) return keyOf(spec);
    const price = (form) => (spec.agree ? Math.max(0, spec.agree(form)) : 0);
    return posting.forms.reduce((best, form) => (price(form) < price(best) ? form : best));
  }

  function said(choice, query, plain) {
    const { spec } = choice;
    if (spec.slip) return o.written(formOf(choice, plain));
    if (spec.word.read) return o.written(spec.begun ? spec.word.form : formOf(choice, !o.marked(spec.word)));
    return query.text.slice(spec.word.start, spec.word.end);
  }

  // The query as the best near hit reads it, if that is not how it was typed.
  function reading(outcome, near) {
    const first = near.find((rank) => rank.paths.length);
    if (!first || !first.paths[0].some(({ spec }) => spec.slip || spec.word.read)) return "";
    const plain = !outcome.query.words.some(o.marked);
    return first.paths[0].map((choice) => said(choice, outcome.query, plain)).join(" ");
  }

  // The answer as it stands.
  o.Outcome.prototype.answer = function () {
    const { exact, near } = this.parted();
    const ranks = this.near.slice().sort((one, other) => one.costs[0] - other.costs[0]);
    const loose = near.length ? new Set([].concat(...this.near.map((rank) => rank.loose))) : [];
    return {
      exact, near,
      notes: {
        reading: exact.length ? "" : reading(this, ranks),
        failed: exact.length ? [] : this.failed,
        loose: Array.from(loose),
      },
      heed: heed(this),
    };
  };
})(this.ocopSearch);
