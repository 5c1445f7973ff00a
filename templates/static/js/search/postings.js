// Postings: the documents of a word and the places where it stands in each.
//
// Owns the decoding of rows into typed arrays, and how many stay decoded. Must not know queries or
// costs. Called by the parts that make and rank candidates; the files must be there.
this.ocopSearch = this.ocopSearch || {};
(function (o) {
  "use strict";

  // Documents and occurrences kept decoded: some 0.6 MB.
  const KEPT = 100000;
  let owner = null, kept = new Map(), amount = 0;

  function places(list, forms) {
    const codes = o.listInto(list, new Uint32Array(o.amount(list)));
    return {
      position: Uint16Array.from(codes, (code) => Math.floor(code / forms)),
      form: Uint16Array.from(codes, (code) => code % forms),
    };
  }

  // first[i] is where the occurrences of document i begin, place[j] the place of occurrence j.
  function occurrences(list, count) {
    const place = o.listInto(list, new Uint16Array(o.amount(list)));
    const first = new Uint32Array(count + 1);
    let document = 0;
    for (let at = 0; at < place.length; at++) {
      if (!(place[at] & 1)) first[++document] = at + 1;
      place[at] >>= 1;
    }
    return { first, place };
  }

  function documents(list) { return o.risen(o.listInto(list, new Int32Array(o.amount(list)))); }

  function decoded(row, value) {
    const forms = value[0].split(" ");
    const docs = documents(value[2]);
    const at = places(value[1], forms.length);
    const found = occurrences(value[3], docs.length);
    return {
      row, forms, docs, position: at.position, form: at.form,
      first: found.first, place: found.place, followers: value[4], text: false,
    };
  }

  function textual(row, value) { return { row, docs: documents(value), text: true }; }

  const size = (posting) => posting.docs.length + (posting.text ? 0 : posting.place.length);

  function forget() {
    for (const [name, posting] of kept) {
      if (amount <= KEPT) return;
      kept.delete(name);
      amount -= size(posting);
    }
  }

  function remembered(name, make) {
    let posting = kept.get(name);
    if (posting) {
      kept.delete(name);
    } else {
      posting = make();
      amount += size(posting);
    }
    kept.set(name, posting);
    forget();
    return posting;
  }

  function checked() {
    if (owner === o.value("entry", 0)) return;
    owner = o.value("entry", 0);
    kept = new Map();
    amount = 0;
  }

  // The postings of a row of the fields: {row, forms, docs, first, place, position, form,
  // followers}; document docs[i] has occurrences first[i] … first[i + 1] - 1, of which j stands at
  // position[place[j]] in form number form[place[j]].
  o.postings = function (row) {
    checked();
    return remembered(row, () => decoded(row, o.vocabulary().value(row)));
  };

  // The postings of a row of the texts: {row, docs, text: true}.
  o.textPostings = function (row) {
    checked();
    return remembered("text " + row, () => textual(row, o.textVocabulary().value(row)));
  };

  // The rows of the keys that stand after this row's somewhere, rising.
  o.followers = function (row) { return o.ascending(o.vocabulary().value(row)[4]); };
})(this.ocopSearch);
