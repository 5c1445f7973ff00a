// Spelling: a form as a reader writes it, "nuoc1" of "nu7o7c1".
//
// Owns the way back from forms to letters. Called where a reading is told to the shopper.
this.ocopSearch = this.ocopSearch || {};
(function (o) {
  "use strict";

  const MARKS = { 6: "\u0302", 7: "\u031b", 8: "\u0306" };
  const TONES = { 1: "\u0301", 2: "\u0300", 3: "\u0309", 4: "\u0303", 5: "\u0323" };

  // Letters that are one sound before a vowel: their u or i bears no tone.
  const GLIDE = /^(qu|gi(?=[aeiouy]))/;

  // Which letter bears the tone: the last vowel with a mark; before a consonant the last vowel; of
  // two at the end the first, of three the middle one.
  function bearer(letters) {
    const plain = letters.map((one) => one[0]).join("");
    const glide = (GLIDE.exec(plain) || [""])[0].length;
    const vowels = letters.map((_, at) => at)
      .filter((at) => at >= glide && /[aeiouy]/.test(plain[at]));
    const shaped = vowels.filter((at) => letters[at].length > 1);
    if (shaped.length) return shaped[shaped.length - 1];
    if (vowels[vowels.length - 1] < letters.length - 1) return vowels[vowels.length - 1];
    return vowels[vowels.length > 1 ? vowels.length - 2 : 0];
  }

  // k, gh and ngh before e, i and y.
  function hardened(text) {
    return text.replace(/c(?=[eiy])/g, "k").replace(/^ng(?=[ei])/, "ngh").replace(/^g(?=e)/, "gh")
      .replace(/^qui([1-5]?)$/, "quy$1");
  }

  function marked(letter) {
    return letter === "d9" ? "đ" : letter[0] + (MARKS[letter[1]] || "");
  }

  // The word that a form stands for: "cà" of "ca2". Keys are forms without marks.
  o.written = function (form) {
    if (/^[0-9]/.test(form)) return form;
    const tone = TONES[form.slice(-1)] || "";
    const letters = hardened(tone ? form.slice(0, -1) : form).match(/[^1-9][1-9]?/gu) || [];
    const at = tone ? bearer(letters) : -1;
    return letters.map((letter, number) => marked(letter) + (number === at ? tone : "")).join("")
      .normalize("NFC");
  };
})(this.ocopSearch);
