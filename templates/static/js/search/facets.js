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

  // The count of each value from those of the rows.
  function counted(facet, tally) {
    const counts = new Uint32Array(facet.size);
    const one = facet.one;
    for (let row = 0; row < one.length; row++) {
      if (tally[row] && one[row] >= 0) counts[one[row]] += tally[row];
    }
    for (const [row, values] of facet.many) for (const value of values) counts[value] += tally[row];
    return counts;
  }

  // The count that a value needs to be among the first `limit`.
  function least(counts, values, limit) {
    if (values.length <= limit) return 1;
    const most = values.reduce((best, value) => Math.max(best, counts[value]), 0);
    const times = new Uint32Array(most + 1);
    for (const value of values) times[counts[value]] += 1;
    let count = most;
    for (let room = limit - times[most]; room > 0; room -= times[count]) count -= 1;
    return count;
  }

  // The values with results, and of these and the chosen ones the numbers to show, in order.
  function listed(name, counts, chosen, limit) {
    const values = [];
    for (let value = 0; value < counts.length; value++) if (counts[value]) values.push(value);
    const size = values.length;
    const enough = least(counts, values, limit);
    const found = values.filter((value) => counts[value] >= enough || chosen.has(value));
    chosen.forEach((value) => { if (!counts[value]) found.push(value); });
    found.sort((a, b) => (BY_COUNT.includes(name) && counts[b] - counts[a]) || a - b);
    return { size, values: found.filter((value, place) => place < limit || chosen.has(value)) };
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
      const { size, values } = listed(name, counts, chosen, limit);
      answer.sizes[name] = size;
      answer[name] = described(facet, counts, chosen, values, need);
    });
    return answer;
  }
})(this.ocopSearch);
