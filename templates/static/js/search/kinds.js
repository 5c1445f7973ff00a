// Words of kind: "huyện" in "rượu ngô huyện Ba Vì". The index has places without them.
//
// Owns what counts as such a word and where. Must not know the index. Called by `stages`.
this.ocopSearch = this.ocopSearch || {};
(function (o) {
  "use strict";

  const KINDS = [
    "thành phố", "thị xã", "thị trấn", "đặc khu", "tỉnh", "huyện", "quận", "xã", "phường",
  ].map((kind) => o.words(kind));

  const says = (word, kind) => word.form === kind.form || word.form === kind.key;

  // How many words from `at` are a kind. Without marks "xa" is many things: only between words.
  function length(words, at) {
    const kind = KINDS.find((parts) => (
      parts.every((part, next) => words[at + next] && says(words[at + next], part))));
    if (!kind || at + kind.length >= words.length) return 0;
    return at > 0 || o.marked(words[at]) ? kind.length : 0;
  }

  // The words without those of kind; the same array if there is none.
  o.withoutKinds = function (words) {
    const kept = [];
    for (let at = 0; at < words.length;) {
      const passed = length(words, at);
      if (!passed) kept.push(words[at]);
      at += passed || 1;
    }
    return kept.length < words.length ? kept : words;
  };
})(this.ocopSearch);
