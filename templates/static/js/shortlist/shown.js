// A product's facts as this page words them: stars, price, picture.
//
//   market.said(facts)   {label, note, after, price, priced, season} in the page's language
//   market.stars(facts)  elements: the stars while the certificate holds, else what to say then
//   market.picture(facts), market.href(facts), market.name(item, known)
(function (market, list) {
  "use strict";
  const make = market.make;
  const MANY = 24;
  const KEYS = ["label", "note", "after", "price", "priced", "season"];

  market.ended = (facts) => ocopEnded(facts.expires);

  market.said = (facts) => {
    const told = facts.said[market.language] || facts.said[market.told.first] || [];
    const said = {};
    KEYS.forEach((key, at) => { said[key] = told[at] || ""; });
    return said;
  };

  market.stars = (facts) => {
    const said = market.said(facts);
    if (market.ended(facts)) return [make("p", "stars is-expired", null, said.after)];
    if (!facts.stars) return [make("p", "stars is-" + facts.state, null, said.label)];
    const row = make("span", "star-row", { "aria-hidden": "true" });
    for (let n = 0; n < facts.stars; n++) row.append(market.icon("star", "star"));
    const label = make("span", "star-label", null, said.label);
    return [
      make("p", "stars is-" + facts.state, null, row, " ", label),
      make("p", "small muted stars-note", null, said.note),
    ];
  };

  function photo([small, type, large, focus], loading) {
    const root = market.root;
    return make(
      "picture", "", null,
      type === "image/jpeg" ? null : make("source", "", { type, srcset: root + small }),
      make("img", focus || "", { src: root + large, alt: "", loading, decoding: "async" }),
    );
  }

  // Few are loaded at once, so that they are there when the list is printed; of many only those seen.
  market.picture = (facts) => {
    const loading = list.items().length > MANY ? "lazy" : null;
    const weave = facts.picture.length === 1;
    const address = market.root + "weaves/" + facts.industry + "-" + facts.picture[0] + ".svg";
    const shown = weave
      ? make("img", "weave", { src: address, alt: "", width: 96, height: 72, loading })
      : photo(facts.picture, loading);
    return make("span", "frame" + (weave ? " weave" : ""), { "aria-hidden": "true" }, shown);
  };

  market.href = (facts) => market.root + market.told.folder + "products/" + facts.id + ".html";

  // What to call it: as it is called now, else as it was when it was kept.
  market.name = (item, known) =>
    (known.facts ? market.words(known.facts.name)[0] : item.name || item.id || item.code);
})(ocopMarket, ocopList);
