// Idle words: "huyện" in "rượu ngô huyện Ba Vì", "đặc sản" in "đặc sản Huế". They say nothing that
// the index has: places stand in it without their word of kind, and all of it is specialties.
//
// Owns what counts as such a word and where, and finding phrases among words. Must not know the
// index. Called by `stages` and `told`.
this.ocopSearch = this.ocopSearch || {};
(function (o) {
  "use strict";

  const read = (phrase) => o.words(phrase);
  const KINDS = [
    "thành phố", "thị xã", "thị trấn", "đặc khu", "tỉnh", "huyện", "quận", "xã", "phường",
  ].map(read);
  const PHRASES = [
    "đặc sản", "sản phẩm", "ocop", "chính gốc", "chính hiệu", "nổi tiếng", "giá rẻ", "ở đâu",
  ].map(read);
  const WORDS = [
    "mua", "bán", "giá", "ngon", "loại", "hàng", "của", "ở", "tại", "từ", "vùng", "online",
    "product", "products", "specialty", "specialties", "from", "in", "of", "the",
  ].map(read);

  // Whether a word is a part of a phrase, with all of its marks or none.
  const says = (word, part) => word.form === part.form || word.form === part.key;
  const writes = (word, part) => word.form === part.form;

  // How many words from `at` are one of `phrases`, as `alike` compares them; 0 if none.
  function among(words, at, phrases, alike) {
    const found = phrases.find((parts) => (
      parts.every((part, next) => words[at + next] && alike(words[at + next], part))));
    return found ? found.length : 0;
  }

  // Without marks "xa" is many things: a word of kind stands between others.
  function kind(words, at) {
    const size = among(words, at, KINDS, says);
    return at + size < words.length && (at > 0 || o.marked(words[at])) ? size : 0;
  }

  // A single idle word counts only as it is written: "cua" is a crab, "của" is none.
  function idle(words, at) {
    return kind(words, at) || among(words, at, PHRASES, says) || among(words, at, WORDS, writes);
  }

  // The same of phrases whose words may be written with marks or without.
  o.phraseAt = (words, at, phrases) => among(words, at, phrases, says);

  // The words without idle ones; the same array if there are none, or no others.
  o.withoutIdle = function (words) {
    const kept = [];
    for (let at = 0; at < words.length;) {
      const passed = idle(words, at);
      if (!passed) kept.push(words[at]);
      at += passed || 1;
    }
    return kept.length && kept.length < words.length ? kept : words;
  };
})(this.ocopSearch);
