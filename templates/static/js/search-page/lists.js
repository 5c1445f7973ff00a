// The list of results: cards, the divider before what is only near, and how it was understood.
//
//   page.list(answer, cards, places)  puts the cards in, those shown before where they are kept;
//                                     of as many places those without a card yet stay blank
//   page.count(answer)                says how many there are
//   page.notes(answer, query)         says what was understood in place of what was typed
//   page.also(query)                  leads to producers, places and kinds that are called so
(function (page) {
  "use strict";
  const make = page.make;
  const results = page.at("results");
  const counter = page.at("result-count");
  const notes = page.at("notes");
  const also = page.at("also");
  const EAGER = 6;
  const kept = new Map();

  // The element of a card, made anew only where something else matched.
  function item(card, heed, number) {
    const name = [card.id, page.away(card.document), JSON.stringify(heed)].join("\n");
    let found = kept.get(name);
    if (!found) {
      found = make("li", "", null, page.card(card, heed, number < EAGER));
      kept.set(name, found);
    }
    return found;
  }

  const rows = (cards, heed, from) =>
    make("ul", "cards", null, ...cards.map((card, at) => item(card, heed, from + at)));

  // What to mark in cards that are only near.
  const nearly = (heed) => Object.assign({}, heed, { keys: heed.keys.concat(heed.near) });

  function nearHead(answer) {
    const { reading } = answer.notes;
    const said = reading ? page.bold("reading", "text", reading) : [page.say("near_lead")];
    return make(
      "div", "near-head section-head", null, make("h2", "", null, page.say("near")), make("p", "", null, ...said),
    );
  }

  page.list = (answer, cards, places) => {
    if (kept.size > 600) kept.clear();
    const exact = cards.slice(0, answer.total);
    const near = cards.slice(answer.total);
    const parts = [];
    if (exact.length) parts.push(rows(exact, answer.heed, 0));
    if (exact.length && near.length) parts.push(nearHead(answer));
    if (near.length) parts.push(rows(near, nearly(answer.heed), exact.length));
    if (places > cards.length) parts[parts.length - 1].append(...page.blanks(places - cards.length));
    results.replaceChildren(...parts);
  };

  page.count = (answer) => {
    const { total, near } = answer;
    counter.dataset.count = answer.count;
    if (total && near) counter.textContent = page.say("and_near", { n: total, near });
    else if (total) counter.textContent = page.say("count", { n: total });
    else counter.textContent = near ? page.say("near_count", { n: near }) : page.say("none");
  };

  page.also = (query) => {
    const found = query.trim() ? ocopSearch.suggest(query) : {};
    const links = [["producers", "shop"], ["places", "pin"], ["kinds", "find"]].map(([kind, icon]) =>
      (found[kind] || []).map((one) =>
        make("a", "", { href: page.root + one.href }, page.icon(icon, "i"), one.label)));
    also.replaceChildren(...[].concat(...links));
    page.show(also, also.firstChild);
  };

  page.notes = (answer, query) => {
    const { reading, failed } = answer.notes;
    notes.replaceChildren();
    if (answer.total || !answer.near) return;
    const said = failed.length
      ? page.bold("without", "text", failed.join(" "))
      : reading
        ? page.bold("reading", "text", reading)
        : page.bold("near_only", "text", query.trim());
    notes.append(make("p", "reading", null, ...said));
  };
})(ocopPage);
