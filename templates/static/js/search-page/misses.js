// What stands in place of results: nothing found, nothing yet, nothing to be had.
//
//   page.missed(state, failed, worth, choose)  what to loosen: worth(state) tells how many there
//                    would be, null if that is not known; choose(state) is called for one of them
//   page.blanks(count)  as many elements of cards without words, for what is on its way
//   page.blank()     nothing but such cards, while the network is slow
//   page.broken(again)  the index cannot be had; again() is called to try once more
(function (page) {
  "use strict";
  const make = page.make;
  const results = page.at("results");
  const BLANKS = 8;
  const MOST = 6;

  const without = (query, word) => {
    const words = query.trim().split(/\s+/);
    const left = words.filter((one) => one !== word).join(" ");
    return left === words.join(" ") ? query.replace(word, " ").trim() : left;
  };

  // The queries that lack a word: the one that failed, else each in turn.
  function shorter(state, failed) {
    const words = state.query.trim().split(/\s+/);
    if (words.length < 2 || words.length > MOST) return [];
    return Array.from(new Set(failed.length ? failed : words)).map((word) => ({
      said: page.say("drop_word", { text: word }),
      next: page.but(state, { query: without(state.query, word), page: 1 }),
    }));
  }

  function looser(state) {
    const found = [];
    for (const facet of page.FACETS)
      for (const value of state.filters[facet] || [])
        found.push({
          said: page.say("drop_filter", { text: page.label(facet, value) }),
          next: page.toggled(state, facet, value),
        });
    if (found.length > 1)
      found.push({
        said: page.say("drop_filters"),
        next: page.but(state, { filters: {}, page: 1 }),
      });
    return found;
  }

  function offer(way, count, choose) {
    const number = count === null ? "" : make("span", "n", null, "(" + page.number(count) + ")");
    const button = make("button", "button", { type: "button" }, way.said, " ", number);
    button.addEventListener("click", () => choose(way.next));
    return make("li", "", null, button);
  }

  const box = (title, ...rest) =>
    results.replaceChildren(make("div", "missed", null, make("h2", "", null, ...title), ...rest));

  page.missed = (state, failed, worth, choose) => {
    const ways = shorter(state, failed).concat(looser(state));
    const useful = ways.map((way) => [way, worth(way.next)]).filter(([, count]) => count !== 0);
    const empty = page.read("");
    useful.push([{ said: page.say("browse"), next: empty }, null]);
    const query = state.query.trim(), filtered = looser(state).length && !failed.length;
    box(
      query ? page.bold(filtered ? "nothing_here" : "nothing", "query", query) : [page.say("nothing_filtered")],
      ...failed.map((word) => make("p", "", null, ...page.bold("failed", "text", word))),
      make("p", "muted", null, page.say("advice")),
      make("ul", "", null, ...useful.map(([way, count]) => offer(way, count, choose))),
    );
  };

  const blank = () =>
    make(
      "li", "blank", { "aria-hidden": "true" },
      make(
        "div", "card", null, make("div", "card-cover"),
        make("div", "card-body", null, make("i"), make("i"), make("i")),
      ),
    );

  page.blanks = (count) => Array.from({ length: count }, blank);

  page.blank = () => {
    results.replaceChildren(
      make("ul", "cards", { "aria-hidden": "true" }, ...page.blanks(BLANKS)));
  };

  page.broken = (again) => {
    const button = make("button", "button main", { type: "button" }, page.say("retry"));
    button.addEventListener("click", again);
    box([page.say("broken")], make("p", "", null, page.say("broken_advice")),
      make("ul", "", null, make("li", "", null, button)));
  };
})(ocopPage);
