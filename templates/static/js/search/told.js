// Told: what the page tells about an answer: how the query was read, what to highlight.
//
// Owns the notes and the heed (docs/search-format.md, "Inside"), and which words mean nothing one
// by one. Must not know stages. Called by `outcome`.
this.ocopSearch = this.ocopSearch || {};
(function (o) {
  "use strict";

  // What abbreviations stand for, the longest first: "xã" of "hợp tác xã" (or "HTX") is no commune.
  const FIXED = Object.keys(o.abbreviations).map((short) => o.words(short))
    .filter((words) => words.length > 1).sort((one, other) => other.length - one.length);

  // The runs of words that only mean something together.
  function together(words) {
    const found = [];
    for (let at = 0; at < words.length;) {
      const size = o.phraseAt(words, at, FIXED);
      if (size) found.push(words.slice(at, at + size));
      at += size || 1;
    }
    return found;
  }

  const keyOf = (spec) => (spec.text ? o.textVocabulary() : o.vocabulary()).keys[spec.row];

  // The form of a choice that agrees best, or its key where nobody wrote marks.
  function formOf({ spec, posting }, plain) {
    if (plain) return keyOf(spec);
    const price = (form) => (spec.agree ? Math.max(0, spec.agree(form)) : 0);
    return posting.forms.reduce((best, form) => (price(form) < price(best) ? form : best));
  }

  function said(choice, query, plain) {
    const { slip, begun, word } = choice.spec;
    if (slip) return o.written(formOf(choice, plain));
    if (!word.read) return query.text.slice(word.start, word.end);
    return o.written(begun ? word.form : formOf(choice, !o.marked(word)));
  }

  // The query as the best of `ranks` reads it; "" if that is how it was typed.
  o.reading = function (query, ranks) {
    if (!ranks.length) return "";
    const best = ranks.reduce((one, other) => (other.costs[0] < one.costs[0] ? other : one));
    const path = best.paths[0] || [];
    if (!path.some(({ spec }) => spec.slip || spec.word.read)) return "";
    const plain = !query.words.some(o.marked);
    return path.map((choice) => said(choice, query, plain)).join(" ");
  };

  // What to highlight: the words of the query if anything has them, and whatever stands for them in
  // the first hits of each rank: {keys, forms, prefixes, phrases}; phrases are lists of keys that
  // count only beside each other; `near` are further keys, in near hits.
  o.heed = function (query, exact, near) {
    const keys = new Set(), forms = new Set(), prefixes = new Set();
    const phrases = together(query.words), bound = new Set([].concat(...phrases));
    const hear = (word) => (o.marked(word) ? forms.add(word.form) : keys.add(word.key));
    if (exact.length) query.words.filter((word) => !bound.has(word)).forEach(hear);
    const specs = (ranks) => [].concat(...[].concat(...ranks.map((rank) => rank.paths)))
      .map(({ spec }) => spec).filter((spec) => !bound.has(spec.word));
    for (const spec of specs(exact.concat(near))) {
      if (spec.begun && !o.marked(spec.word)) prefixes.add(spec.word.key);
      else if (spec.begun || !exact.length) keys.add(keyOf(spec));
    }
    const others = specs(near).filter((spec) => !spec.begun).map(keyOf);
    return {
      keys: Array.from(keys), forms: Array.from(forms), prefixes: Array.from(prefixes),
      phrases: phrases.map((words) => words.map((word) => word.key)),
      near: Array.from(new Set(others)),
    };
  };
})(this.ocopSearch);
