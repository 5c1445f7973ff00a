// Facets with live counts.
//
// Owns counting: the count of a value is the number of results (`count` of ocopSearch.find) if
// that value alone were chosen in its facet, with the query and all other facets as they are.
// Called by the page.
//
//   ocopSearch.facets(request, limits) -> {need: [file, …]}, or
//     {stars: [{value, label, count, chosen}, …], industry: …, …, sizes: {commune: 812, …}}
//   - every facet of ocopSearch.facetNames is there, maybe empty; values without results are left
//     out unless chosen; stars come 5 to 3, sets, states, months, prices in their own order,
//     provinces, communes and producers the most frequent first
//   - communes and producers are limited to the first 8 and what is chosen; limits may say
//     otherwise: {commune: 100, producer: Infinity}. sizes tell how many values have results.
//   - label of stars is the number, of gift "1": the page says it in words
//   Ask for facets after the results are shown: they need files that results do not.
(function (o) {
  "use strict";

  const LIMITS = { commune: 8, producer: 8 };
  const BY_COUNT = ["province", "commune", "producer"];

  // For each document in turn, a bit for each sieve that it does not pass.
  function rejects(documents, sieve) {
    const found = new Uint16Array(documents.length);
    sieve.forEach((one, number) => {
      const rows = one.facet.rows, allowed = one.allowed;
      for (let at = 0; at < documents.length; at++) {
        if (!allowed[rows[documents[at]]]) found[at] |= 1 << number;
      }
    });
    return found;
  }

  // How many documents each row has, of those that no sieve but `own` (a bit) rejects.
  function tallied(documents, rejected, own, rows, count) {
    const tally = new Uint32Array(count);
    for (let at = 0; at < documents.length; at++) {
      if ((rejected[at] | own) === own) tally[rows[documents[at]]] += 1;
    }
    return tally;
  }

  function counted(facet, tally) {
    const counts = new Uint32Array(facet.size);
    facet.one.forEach((value, row) => { if (value >= 0) counts[value] += tally[row]; });
    for (const [row, values] of facet.many) for (const value of values) counts[value] += tally[row];
    return counts;
  }

  // The numbers of the values to show, in order.
  function listed(name, counts, chosen, limit) {
    const values = [];
    counts.forEach((count, value) => { if (count || chosen.has(value)) values.push(value); });
    if (BY_COUNT.includes(name)) values.sort((a, b) => counts[b] - counts[a] || a - b);
    return values.filter((value, place) => place < limit || chosen.has(value));
  }

  function described(facet, counts, chosen, values, need) {
    return values.map((value) => {
      const said = facet.show(value, need) || [];
      return {
        value: String(said[0]), label: said[1], count: counts[value], chosen: chosen.has(value),
      };
    });
  }

  const bit = (sieve, name) => {
    const number = sieve.findIndex((one) => one.name === name);
    return number < 0 ? 0 : 1 << number;
  };

  o.facets = function (request, limits) {
    const match = o.matched(String(request.query || ""));
    const need = match.need ? match.need.slice() : [];
    const sieve = o.sieve(request.filters, need);
    const facets = o.facetNames.map((name) => o.facet(name, need));
    const answer = need.length ? null : counting(request, match, sieve, facets, limits, need);
    return need.length ? { need: Array.from(new Set(need)) } : answer;
  };

  function counting(request, match, sieve, facets, limits, need) {
    const documents = match.exact.length ? match.exact : match.near;
    const rejected = rejects(documents, sieve);
    const most = Object.assign({}, LIMITS, limits);
    const answer = { sizes: {} };
    const known = new Map();
    // Facets of one column with the same bit share a tally: industry, group and set, as a rule.
    const tally = (facet, own) => {
      const before = known.get(facet.rows);
      if (before && before.own === own) return before.tally;
      const now = tallied(documents, rejected, own, facet.rows, facet.one.length);
      known.set(facet.rows, { own, tally: now });
      return now;
    };
    o.facetNames.forEach((name, number) => {
      const facet = facets[number];
      const words = request.filters && request.filters[name];
      const chosen = o.chosen(facet, words === undefined || words === null ? [] : words, need);
      const counts = counted(facet, tally(facet, bit(sieve, name)));
      const limit = most[name] === undefined ? Infinity : most[name];
      const values = listed(name, counts, chosen, limit);
      answer.sizes[name] = counts.reduce((sum, count) => sum + (count ? 1 : 0), 0);
      answer[name] = described(facet, counts, chosen, values, need);
    });
    return answer;
  }
})(this.ocopSearch);
