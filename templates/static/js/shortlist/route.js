// The list as a way through a fair: the booths that have something of it, in the order in which
// one walks past them, each thing to be ticked off; what is not there stands apart.
//
//   market.route(section, all, draw)   fills a section, or hides it; all are [{item, id, facts}, …]
// The fair is the one in the address (?fair=id) or the one that is on; one that is only coming is
// offered in a line.
(function (market) {
  "use strict";
  const { make, say } = market;
  let chosen = (/[?&]fair=([a-z0-9-]+)/.exec(location.search) || [])[1];
  let shown = "";

  const name = (fair) => market.words(fair.name)[0];
  const page = (fair) => market.root + market.told.folder + "fairs/" + fair.id + ".html";
  const when = (fair) => fair.when[market.language] || fair.when[market.told.first];

  function pick(fairs, all) {
    const wanted = fairs.find((one) => one.id === chosen);
    if (wanted) return wanted;
    const useful = fairs.filter((one) => market.routed(all, one).stops.length);
    return useful.find((one) => market.timeOf(one) === "now") || useful[0];
  }

  function offer(fair, n, draw) {
    const lead = say("route_offer", { n, fair: name(fair), when: when(fair) });
    const show = market.button("button", null, say("route_show"), () => {
      chosen = fair.id;
      draw();
      document.getElementById("route").focus();
    });
    return [make("p", "route-offer", null, make("span", "", null, lead), show)];
  }

  function choice(fairs, fair, draw) {
    if (fairs.length < 2) return null;
    const select = make("select", "", null, ...fairs.map((one) =>
      make("option", "", { value: one.id, selected: one === fair }, name(one))));
    select.addEventListener("change", () => {
      chosen = select.value;
      draw();
    });
    return make("label", "route-choice", null, make("span", "", null, say("route_choose")), select);
  }

  function head(fair) {
    const state = market.timeOf(fair);
    const hours = fair.hours && market.spoken("span", "", fair.hours);
    const venue = fair.venue && market.spoken("span", "", fair.venue);
    return make(
      "p", "route-fair", null,
      make("span", "route-flag is-" + state, null, market.told.days[state]),
      make("a", "", { href: page(fair) + "#plan" }, name(fair)), make("span", "", null, when(fair)),
      Object.keys(fair.hours || {}).length > 0 && hours, Object.keys(fair.venue || {}).length > 0 && venue,
    );
  }

  function thing(one, ticks, tell) {
    const box = make("input", "", { type: "checkbox" });
    const named = one.facts ? market.spoken("span", "route-name", one.facts.name)
      : make("span", "route-name", null, market.name(one.item, {}));
    const unit = one.facts && market.words(one.facts.unit)[0];
    const notes = [
      one.item.n > 0 && (unit ? say("route_many", { n: one.item.n, unit }) : String(one.item.n)),
      one.asked && say("route_ask"),
      one.also.length > 0 && say("route_also", { numbers: one.also.join(", ") }),
      one.item.note,
    ].filter(Boolean);
    const label = make("label", "", null, box, make("span", "", null, named,
      notes.length > 0 && make("span", "route-note", null, notes.join(" · "))));
    box.checked = ticks.has(one.id);
    box.addEventListener("change", () => {
      ticks.set(one.id, box.checked);
      tell();
    });
    return make("li", "", null, label);
  }

  function makers(stop) {
    const found = new Map();
    stop.things.forEach((one) => (one.facts && one.facts.makers || [])
      .forEach((maker) => found.set(maker.id, market.words(maker.name)[0])));
    return [...found.values()].join(", ");
  }

  function stopped(stop, fair, ticks, tell) {
    const number = make("a", "route-number", { href: page(fair) + "#" + stop.anchor },
      make("span", "unseen", null, say("route_booth") + " "), stop.sign);
    const things = make("ul", "", null, ...stop.things.map((one) => thing(one, ticks, tell)));
    const who = makers(stop);
    return make("li", "route-stop", null, number,
      make("div", "", null, who && make("p", "small muted", null, who), things));
  }

  function away(all) {
    if (!all.length) return null;
    const names = all.map((one) => make("li", "", null, market.name(one.item, one)));
    return make("div", "route-away", null, make("h3", "", null, say("route_away")), make("ul", "", null, ...names));
  }

  function walk(fair, fairs, all, draw) {
    const { stops, away: apart } = market.routed(all, fair);
    const ticks = market.ticks(fair.id);
    const ids = [].concat(...stops.map((stop) => stop.things.map((one) => one.id)));
    const said = make("p", "route-said muted", { role: "status" });
    const tell = () => {
      said.textContent = say("route_done", { n: ids.filter(ticks.has).length, of: ids.length });
    };
    if (ids.length) tell();
    return [
      choice(fairs, fair, draw), head(fair),
      stops.length ? said : make("p", "", null, say("route_none")),
      make("ol", "route", null, ...stops.map((stop) => stopped(stop, fair, ticks, tell))),
      away(apart),
    ].filter(Boolean);
  }

  // Drawn again only where something else is to be seen: who ticks must not lose the place.
  market.route = (section, all, draw) => {
    const fairs = all.length ? market.walks(draw) : [];
    const fair = pick(fairs, all);
    section.hidden = !fair;
    if (!fair) return;
    const whole = fair.id === chosen || market.timeOf(fair) === "now";
    const sign = JSON.stringify([fair.id, whole, all.map((one) => [one.id, Boolean(one.facts), one.item.n, one.item.note])]);
    if (sign === shown) return;
    shown = sign;
    const n = [].concat(...market.routed(all, fair).stops.map((stop) => stop.things)).length;
    section.body.replaceChildren(...(whole ? walk(fair, fairs, all, draw) : offer(fair, n, draw)));
    section.querySelector("h2").tabIndex = -1;
    if (location.hash === "#route") section.scrollIntoView();
  };
})(ocopMarket);
