// Two to four products side by side: a row for each fact that any of them has, marked where they
// differ. On phones a fact is a card with what each product says of it.
//
//   market.compare(all) -> the section's content; all are [{code, facts}, …]
(function (market) {
  "use strict";
  const { make, say } = market;
  const VIETNAMESE = ["place"];
  let only = false;

  const texts = (list) => (list || []).map((one) => market.words(one)[0]).filter(Boolean).join("; ");

  function stars(facts) {
    const said = market.said(facts);
    return market.ended(facts) ? said.after : [said.label, said.note].filter(Boolean).join(", ");
  }

  const ROWS = [
    ["stars", stars],
    ["price", (facts) => [market.said(facts).price, market.said(facts).priced].filter(Boolean).join(", ")],
    ["packs", (facts) => texts(facts.packs)],
    ["kind", (facts) => market.told.sets[facts.set]],
    ["place", (facts) => facts.place],
    ["maker", (facts) => texts((facts.makers || []).map((one) => one.name))],
    ["season", (facts) => market.said(facts).season],
    ...["taste", "ingredients", "use", "storage", "shelf_life", "minimum_order"].map((key) =>
      [key, (facts) => market.words(facts[key])[0]]),
  ];

  // The language of what a cell says, if it is not the page's.
  function spoken(key, facts) {
    const text = key === "packs" ? (facts.packs || [])[0] : facts[key];
    const code = VIETNAMESE.includes(key) ? "vi" : market.words(typeof text === "object" ? text : null)[1];
    return code === market.language ? null : code;
  }

  function row([key, tell], all) {
    const said = all.map(({ facts }) => tell(facts) || "");
    if (!said.some(Boolean)) return null;
    const differs = new Set(said).size > 1;
    const cells = all.map(({ facts }, at) => make(
      "td", "", { role: "cell", lang: spoken(key, facts) },
      make("span", "of", { "aria-hidden": "true", lang: nameLanguage(facts) }, market.words(facts.name)[0]),
      make("span", "", null, said[at] || "–"),
    ));
    const head = make("th", "", { scope: "row", role: "rowheader" }, say(key),
      differs ? make("span", "unseen", null, " (" + say("differs") + ")") : null);
    return make("tr", differs ? "differs" : "alike", { role: "row" }, head, ...cells);
  }

  function nameLanguage(facts) {
    const code = market.words(facts.name)[1];
    return code === market.language ? market.language : code;
  }

  function heads(all) {
    const cells = all.map(({ facts }) => {
      const name = market.spoken("a", "", facts.name);
      name.href = market.href(facts);
      const style = "industry-" + facts.industry;
      return make("th", style, { scope: "col", role: "columnheader" }, market.picture(facts), name);
    });
    const corner = make("th", "", { role: "columnheader", scope: "col" },
      make("span", "unseen", null, say("fact")));
    return make("thead", "", { role: "rowgroup" }, make("tr", "", { role: "row" }, corner, ...cells));
  }

  function sieve(table, same) {
    const box = make("input", "", { type: "checkbox" });
    const show = () => {
      only = box.checked;
      table.classList.toggle("only", only);
      same.hidden = !only || table.querySelector(".differs") !== null;
    };
    box.checked = only;
    box.addEventListener("change", show);
    show();
    return make("label", "sieve", null, box, make("span", "", null, say("only")));
  }

  market.compare = (all) => {
    if (all.length < 2) return [make("p", "", null, say("compare_choose", { most: market.COMPARED }))];
    const mark = make("span", "mark-differs", { "aria-hidden": "true" });
    const lead = make("p", "muted", null, mark, say("compare_lead"));
    const rows = ROWS.map((one) => row(one, all)).filter(Boolean);
    const table = make(
      "table", "compare", { role: "table", "aria-labelledby": "compare" },
      heads(all), make("tbody", "", { role: "rowgroup" }, ...rows),
    );
    const same = make("p", "note", null, say("same"));
    const around = make(
  "div", "compare-around", { tabindex: 0, role: "group", "aria-labelledby": "compare" }, table,
    );
    return [lead, sieve(table, same), around, same];
  };
})(ocopMarket);
