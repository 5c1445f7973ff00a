// Listing: the cards of a request's results, the first as soon as it is sure.
//
// Owns what is asked for first. Called by the page and tests.
//
//   ocopSearch.listing(request, most) -> {need: [file, …], meanwhile} or {answer, cards}
//     answer: as ocopSearch.find says it; cards: those of the first `most` of answer.shown, or of
//     all that are shown
//   - The card of the first hit that stays where it is comes before anything else is asked for: one
//     block. Then further hits come together with the cards of those that are sure.
//   - meanwhile: {answer, cards} with the sure hits whose cards and all before theirs are there
(function (o) {
  "use strict";

  // The cards from the first on that are there.
  function there(documents) {
    const found = [];
    for (const document of documents) {
      const cards = o.cards([document]);
      if (cards.need) break;
      found.push(cards[0]);
    }
    return found;
  }

  o.listing = function (request, most) {
    const found = o.find(request), answer = found.need ? found.meanwhile : found;
    if (!answer) return found;
    const sure = Math.max(0, answer.sure - (request.from || 0));
    const documents = answer.shown.subarray(0, Math.min(sure, most === undefined ? sure : most));
    const first = o.cards(documents.subarray(0, 1));
    if (first.need) return first;
    const cards = o.cards(documents);
    const need = (found.need || []).concat(cards.need || []);
    if (!need.length) return { answer, cards };
    return { need, meanwhile: { answer, cards: there(documents) } };
  };
})(this.ocopSearch);
