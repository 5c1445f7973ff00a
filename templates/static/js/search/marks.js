// Marks: how well the form of a word agrees with the one that was typed.
//
// Owns the costs of marks that differ. Must not know rows. Called by `slots`. An agreement is a
// function of a form: what it costs more, or COUNTS_NOT.
this.ocopSearch = this.ocopSearch || {};
(function (o) {
  "use strict";

  // Marks that differ are dearer in the vowel than in the tone; a word written without marks says
  // least against it. In a query with marks a word without any is meant so, unless it is still
  // being typed. A slip keeps the marks, as a rule.
  const TONE = 5, VOWEL = 8, PLAIN = 4, UNMEANT = 20, UNFINISHED = 3, SLIPPED = 3;
  const COUNTS_NOT = -1;

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

  // Whether a word has marks: only of such words they are compared.
  o.marked = function (word) { return word.form !== word.key; };

  // The agreement with a word, null if all forms do; marks may differ if `loose`.
  o.agreement = function (word, loose) {
    if (o.marked(word)) return (loose ? nearly : exactly)(word.form);
    return word.beside ? plainly(word.form, word.open ? UNFINISHED : UNMEANT) : null;
  };

  // The agreement with a longer word that a word begins: its tone may not be typed yet.
  o.begun = function (word) {
    if (!o.marked(word)) return null;
    const start = body(word.form), end = tone(word.form);
    const fits = (other) => body(other).startsWith(start) && (!end || tone(other) === end);
    return (other) => (other !== word.form && fits(other) ? 0 : COUNTS_NOT);
  };

  // The agreement with a word of which this is a slip.
  o.slipped = function (word) {
    if (!o.marked(word)) return null;
    return (other) => (marks(other) === marks(word.form) ? 0 : SLIPPED);
  };
})(this.ocopSearch);
