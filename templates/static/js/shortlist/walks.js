// What is known of fairs that are not over, and which of their booths have what is on the list.
//
//   market.walks(call)            the fairs, once they have come; calls when they have
//   market.timeOf(fair)           "now", "coming" or "past" by the visitor's own day
//   market.routed(all, fair)      {stops: [{sign, anchor, things}], away}; all and things are
//                                 [{item, id, facts, asked, also}, …]
// A thing is asked for where only its maker is there. What stands at several booths is fetched
// where one has to go anyway, else at the first on the way.
(function (market) {
  "use strict";
  let fairs = null;

  window.ocopFairs = (told) => { fairs = told; };

  market.timeOf = (fair) => ocopFairTime(fair.days, new Date()).state;

  market.walks = (call) => {
    if (!market.told.fairs) return [];
    if (fairs) return fairs.filter((one) => market.timeOf(one) !== "past");
    fairs = [];
    const script = document.createElement("script");
    script.src = market.root + "shortlist/fairs.js";
    script.onload = () => {
      script.remove();
      call();
    };
    document.head.append(script);
    return [];
  };

  const SIGN = 0, ANCHOR = 1, PRODUCTS = 2, PRODUCERS = 3;

  function places(thing, fair) {
    const shown = fair.booths.filter((one) => one[PRODUCTS].includes(thing.id));
    if (shown.length) return { booths: shown, asked: false };
    const makers = (thing.facts && thing.facts.makers || []).map((one) => one.id);
    return { booths: fair.booths.filter((one) => one[PRODUCERS].some((id) => makers.includes(id))), asked: true };
  }

  market.routed = (all, fair) => {
    const found = all.map((thing) => Object.assign({}, thing, places(thing, fair)));
    const there = found.filter((one) => one.booths.length);
    const sure = new Set(there.filter((one) => one.booths.length === 1).map((one) => one.booths[0]));
    there.forEach((one) => {
      one.at = one.booths.find((booth) => sure.has(booth)) || one.booths[0];
      sure.add(one.at);
      one.also = one.booths.filter((booth) => booth !== one.at).map((booth) => booth[SIGN]);
    });
    const stops = fair.booths.filter((booth) => sure.has(booth)).map((booth) => ({
      sign: booth[SIGN], anchor: booth[ANCHOR], things: there.filter((one) => one.at === booth),
    }));
    return { stops, away: found.filter((one) => !one.booths.length) };
  };
})(ocopMarket);
