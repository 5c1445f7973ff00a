// Numbers and sorted words, as the index writes them (docs/search-format.md, section 3).
//
// Owns the 64 digits, lists of numbers and front coding. Knows nothing of search. Called by
// every part that reads a file of the index.
this.ocopSearch = this.ocopSearch || {};
(function (o) {
  "use strict";

  const DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
  const VALUES = new Uint8Array(128);
  for (let value = 0; value < 64; value++) VALUES[DIGITS.charCodeAt(value)] = value;

  // The value of each digit, in a Uint8Array.
  o.digits = function (text) {
    const values = new Uint8Array(text.length);
    for (let at = 0; at < text.length; at++) values[at] = VALUES[text.charCodeAt(at)];
    return values;
  };

  // How many numbers a list holds: each ends with a digit below 32.
  o.amount = function (text) {
    let amount = 0;
    for (let at = 0; at < text.length; at++) amount += VALUES[text.charCodeAt(at)] < 32 ? 1 : 0;
    return amount;
  };

  // The numbers of a list, written into `target`, which is as long as the list at least.
  o.listInto = function (text, target) {
    let number = 0, shift = 0, next = 0;
    for (let at = 0; at < text.length; at++) {
      const value = VALUES[text.charCodeAt(at)];
      number |= (value & 31) << shift;
      if (value & 32) {
        shift += 5;
      } else {
        target[next++] = number;
        number = shift = 0;
      }
    }
    return target;
  };

  // The numbers of a list, in an array.
  o.list = function (text) { return o.listInto(text, new Array(o.amount(text))); };

  // Turns a list of a first number and gaps into the rising numbers that it stands for.
  o.risen = function (numbers) {
    for (let at = 1; at < numbers.length; at++) numbers[at] += numbers[at - 1] + 1;
    return numbers;
  };

  // The rising numbers of an ascending list, in an array.
  o.ascending = function (text) { return o.risen(o.list(text)); };

  // The words of a front-coded text, in an array.
  o.front = function (text) {
    let before = "";
    return !text ? [] : text.split(" ").map(function (word) {
      before = before.slice(0, VALUES[word.charCodeAt(0)]) + word.slice(1);
      return before;
    });
  };
})(this.ocopSearch);
