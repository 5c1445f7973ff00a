// The state of the search in the address, and in the page's title.
//
//   page.read(search) -> {query, filters: {facet: [value, …]}, sort, page}
//   page.write(state) -> "?q=…&stars=4&stars=5", or "" for a search that has not begun
//   page.title(state)   has the title say what is asked for
(function (page) {
  "use strict";
  page.FACETS = [
    "stars", "industry", "group", "set", "province", "commune", "producer", "season", "price",
    "gift", "state",
  ];
  const title = document.title;
  const SORTS = ["relevance", "stars", "newest", "name", "near"];
  const LONGEST = 300;
  const MOST_VALUES = 60;
  const MOST_PAGES = 400;

  // Half of a surrogate pair cannot stand in an address.
  const whole = (text) => Array.from(text).filter((c) => !/^[\ud800-\udfff]$/.test(c)).join("");

  page.asked = (text) => whole(text.slice(0, LONGEST));

  page.read = (search) => {
    const given = new URLSearchParams(search);
    const filters = {};
    for (const facet of page.FACETS) {
      const values = given.getAll(facet).filter((value) => value && value.length < 100);
      if (values.length) filters[facet] = Array.from(new Set(values)).slice(0, MOST_VALUES);
    }
    const sort = given.get("sort");
    const number = Math.floor(Number(given.get("page")));
    return {
      query: page.asked(given.get("q") || ""),
      filters,
      sort: SORTS.includes(sort) ? sort : SORTS[0],
      page: number > 1 ? Math.min(number, MOST_PAGES) : 1,
    };
  };

  page.write = (state) => {
    const said = new URLSearchParams();
    if (state.query.trim()) said.append("q", state.query);
    for (const facet of page.FACETS)
      for (const value of state.filters[facet] || []) said.append(facet, value);
    if (state.sort !== SORTS[0]) said.append("sort", state.sort);
    if (state.page > 1) said.append("page", state.page);
    const text = said.toString();
    return text && "?" + text;
  };

  page.title = (state) => {
    const said = [state.query.trim()];
    for (const facet of page.FACETS)
      for (const value of state.filters[facet] || []) said.push(page.label(facet, value));
    document.title = said.concat(title).filter(Boolean).join(" · ");
  };

  // Whether there is anything to find: without, the page shows the ways into the catalogue.
  page.isOpen = (state) =>
    state.query.trim() || Object.keys(state.filters).length || state.sort !== SORTS[0] || state.page > 1;

  // The state with the values that there are, as facets (answered by the engine) call them.
  page.known = (state, facets) => {
    const filters = {};
    for (const facet of page.FACETS) {
      const chosen = facets[facet].filter((one) => one.chosen).map((one) => one.value);
      const asked = (state.filters[facet] || []).filter((value) => chosen.includes(value));
      if (chosen.length) filters[facet] = Array.from(new Set(asked.concat(chosen)));
    }
    return page.but(state, { filters });
  };

  // The state with a value of a facet chosen, or no longer.
  page.toggled = (state, facet, value) => {
    const before = state.filters[facet] || [];
    const after = before.includes(value)
      ? before.filter((one) => one !== value)
      : before.concat(value);
    const filters = Object.assign({}, state.filters, { [facet]: after });
    if (!after.length) delete filters[facet];
    return page.but(state, { filters, page: 1 });
  };
})(ocopPage);
