// Residue: what Telex and VNI leave when the keyboard does not compose ("caf phee", "ca2 phe6").
//
// Owns both typing methods, also on words that are composed in part ("lươis"). Must not know the
// index: whoever calls decides whether a reading is a word.
this.ocopSearch = this.ocopSearch || {};
(function (o) {
  "use strict";

  const SHAPES = { "\u0302": "6", "\u031b": "7", "\u0306": "8" };
  const TONES = { "\u0301": "1", "\u0300": "2", "\u0309": "3", "\u0303": "4", "\u0323": "5" };
  const MARKS = { 6: "\u0302", 7: "\u031b", 8: "\u0306" };
  const TONE_MARKS = { 1: "\u0301", 2: "\u0300", 3: "\u0309", 4: "\u0303", 5: "\u0323" };
  const TELEX_TONES = { s: "1", f: "2", r: "3", x: "4", j: "5" };
  const VOWEL = /[aeiouy]/;

  // The letters of a chunk under way: [letter, shape] each, and the tone of all.
  function Letters() {
    this.letters = [];
    this.tone = "";
  }

  Letters.prototype.push = function (letter, shape) { this.letters.push([letter, shape || ""]); };
  Letters.prototype.last = function () { return this.letters[this.letters.length - 1]; };
  Letters.prototype.vowels = function () { return this.letters.some(([one]) => VOWEL.test(one)); };

  // Gives a shape to the last letter of `which` that has none; a horn on "uo" takes both.
  Letters.prototype.shape = function (which, shape) {
    for (let at = this.letters.length - 1; at >= 0; at--) {
      const [letter, has] = this.letters[at];
      if (!which.includes(letter) || has) continue;
      this.letters[at][1] = shape;
      const before = this.letters[at - 1];
      if (shape === "7" && letter === "o" && before && before[0] === "u") before[1] = "7";
      return true;
    }
    return false;
  };

  Letters.prototype.text = function () {
    const letters = this.letters.map(([letter, shape]) => {
      return shape === "9" ? "đ" : letter + (MARKS[shape] || "");
    });
    const vowel = this.letters.map(([letter]) => VOWEL.test(letter)).lastIndexOf(true);
    if (this.tone && vowel >= 0) letters[vowel] += TONE_MARKS[this.tone];
    return letters.join("").normalize("NFC");
  };

  Letters.prototype.compose = function (char) {
    if (char === "đ") return this.push("d", "9");
    for (const part of char.normalize("NFD")) {
      if (SHAPES[part] && this.last()) this.last()[1] = SHAPES[part];
      else if (TONES[part]) this.tone = TONES[part];
      else this.push(part);
    }
    return undefined;
  };

  // Whether a vowel key doubles the vowel before it, at once ("phee") or after the end ("viete").
  function doubles(letters, key) {
    const vowel = letters.letters.filter(([one]) => VOWEL.test(one)).pop();
    return Boolean(vowel) && vowel[0] === key && !vowel[1];
  }

  function telexKey(letters, key) {
    if (TELEX_TONES[key] && letters.vowels()) letters.tone = TELEX_TONES[key];
    else if (key === "w") return horn(letters);
    else if ("aeo".includes(key) && doubles(letters, key)) letters.shape(key, "6");
    else if (key === "d" && letters.letters.length && letters.letters[0].join("") === "d") {
      letters.letters[0][1] = "9";
    } else return false;
    return true;
  }

  function horn(letters) {
    const last = letters.last();
    const shaped = last && last[0] === "a" ? letters.shape("a", "8") : letters.shape("uo", "7");
    if (!shaped && !letters.shape("a", "8")) letters.push("u", "7");
    return true;
  }

  function vniKey(letters, key) {
    if (key >= "1" && key <= "5") {
      letters.tone = key;
      return letters.vowels();
    }
    const shapes = { 6: "aeo", 7: "uo", 8: "a", 9: "d" };
    return Boolean(shapes[key]) && letters.shape(shapes[key], key);
  }

  function telex(text) {
    const letters = new Letters();
    for (const char of text) if (!telexKey(letters, char)) letters.compose(char);
    return letters.text();
  }

  function vni(text) {
    const letters = new Letters();
    for (const char of text) {
      if (/[0-9]/.test(char) ? !vniKey(letters, char) : letters.compose(char)) return "";
    }
    return letters.text();
  }

  // What a chunk says when its keys are read as Telex or, with digits, as VNI; "" if nothing else.
  o.composed = function (text) {
    if (!/[a-z]/.test(text) || !/[sfrxjwdaeo0-9]/.test(text.slice(1))) return "";
    const read = /[0-9]/.test(text) ? vni(text) : telex(text);
    return read === text ? "" : read;
  };
})(this.ocopSearch);
