// Candidates: the documents in which every word of a reading is found.
//
// Owns the cheap part of matching, by documents alone: the rarest word first, then each other word
// either looked up for the few documents that are left or marked for many. Must not know costs.
// Called by `rank`. A slot is a word: its `choices` are {posting, cost, extra}, where
// `extra` (none, or a number a place of the posting) is below zero at places that do not count.
this.ocopSearch = this.ocopSearch || {};
(function (o) {
  "use strict";

  // Looking up a document costs about as much as marking this many.
  const LOOKUP = 12;
  let marks = new Uint8Array(0);

  // Where a document stands among the documents of a posting, or -1.
  o.indexOf = function (docs, document) {
    let low = 0, high = docs.length - 1;
    while (low <= high) {
      const middle = (low + high) >> 1;
      if (docs[middle] < document) low = middle + 1;
      else if (docs[middle] > document) high = middle - 1;
      else return middle;
    }
    return -1;
  };

  function size(slot) {
    return slot.choices.reduce((sum, choice) => sum + choice.posting.docs.length, 0);
  }

  // Whether the document at `index` of a posting has a place that counts.
  function counts(choice, index) {
    const extra = choice.extra, posting = choice.posting;
    if (!extra) return true;
    for (let at = posting.first[index]; at < posting.first[index + 1]; at++) {
      if (extra[posting.place[at]] >= 0) return true;
    }
    return false;
  }

  function mark(slot, value) {
    for (const choice of slot.choices) {
      const docs = choice.posting.docs;
      for (let at = 0; at < docs.length; at++) {
        if (!choice.extra || counts(choice, at)) marks[docs[at]] = value;
      }
    }
  }

  function marked(count) {
    const found = new Int32Array(count);
    let size = 0;
    for (let document = 0; document < count; document++) {
      if (marks[document]) found[size++] = document;
    }
    return found.slice(0, size);
  }

  function first(slot, count) {
    if (slot.choices.length === 1 && !slot.choices[0].extra) return slot.choices[0].posting.docs;
    mark(slot, 1);
    const found = marked(count);
    mark(slot, 0);
    return found;
  }

  function has(slot, document) {
    return slot.choices.some((choice) => {
      const index = o.indexOf(choice.posting.docs, document);
      return index >= 0 && counts(choice, index);
    });
  }

  // Those of the documents found that a test lets pass.
  function passing(found, test) {
    const rest = new Int32Array(found.length);
    let size = 0;
    for (let at = 0; at < found.length; at++) if (test(found[at])) rest[size++] = found[at];
    return rest.subarray(0, size);
  }

  function kept(slot, found) {
    if (found.length * LOOKUP * slot.choices.length < size(slot)) {
      return passing(found, (document) => has(slot, document));
    }
    mark(slot, 1);
    const rest = passing(found, (document) => marks[document]);
    mark(slot, 0);
    return rest;
  }

  // The documents of an index of `count` in which every slot has a choice, rising.
  o.candidates = function (slots, count) {
    if (marks.length < count) marks = new Uint8Array(count);
    const rarest = slots.slice().sort((one, other) => size(one) - size(other));
    let found = first(rarest[0], count);
    for (let next = 1; next < rarest.length && found.length; next++) {
      found = kept(rarest[next], found);
    }
    return found;
  };
})(this.ocopSearch);
