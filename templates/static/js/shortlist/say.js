// What the page of the market list is told and says.
this.ocopMarket = {};
(function (market) {
  "use strict";
  const at = document.getElementById("market");
  const told = JSON.parse(at.dataset.told);

  market.at = at;
  market.told = told;
  market.root = ocopList.root.href;
  market.COMPARED = 4;
  ocopMake(market, told.say);
  ocopSpoken(market, told.first);

  // Half of a surrogate pair is no text: what is handed on must be well formed.
  market.whole = (text) =>
    text.replace(/[\ud800-\udbff][\udc00-\udfff]|[\ud800-\udfff]/g, (one) => (one[1] ? one : "\ufffd"));
})(ocopMarket);
