// The first view: the best products, and the ways into the catalogue.
(function (kiosk) {
  "use strict";
  const { make, say, told } = kiosk;
  const BEST = 12;

  // A large button that leads to a list. label, count and what else it shows.
  function way(style, state, ...content) {
    const button = make("button", style, { type: "button" }, ...content);
    button.addEventListener("click", () => kiosk.go(state));
    return make("li", "", null, button);
  }

  const count = (n) => make("span", "n", null, say("count", { n }));

  function section(name, style, items) {
    if (!items.length) return null;
    return make("section", "ways-in", null, make("h2", "", null, say(name)), make("ul", style, null, ...items));
  }

  const industries = () => told.industries.map(([code, key, name, n]) =>
    way("gate industry-" + key, { industry: code }, make("span", "gate-name", null, name), count(n)));

  const levels = () => told.levels.filter(([, n]) => n).map(([stars, n]) => {
    const row = make("span", "star-row", { "aria-hidden": "true" });
    for (let at = 0; at < stars; at++) row.append(kiosk.icon("star", "star"));
    return way("level", { stars: String(stars) }, row, make("span", "level-name", null, say("stars", { n: stars })), count(n));
  });

  const spots = () => told.places.list.map(([code, name, n]) =>
    way("spot", { [told.places.facet]: code }, make("span", "", { lang: kiosk.foreign }, name),
      make("span", "n", null, String(n))));

  kiosk.views.start = (view) => {
    const find = kiosk.button("ask", "find", say("field"), () => kiosk.go({ query: "" }));
    view.append(
      make("header", "hello", null, make("h1", "", null, say("hello")), find),
      make("div", "ways-top", null, section("industries", "gates", industries()), section("levels", "levels", levels())),
      make("section", "ways-in", null, make("h2", "", null, say("best")), kiosk.cards(kiosk.best.slice(0, BEST))),
      section(told.places.facet, "spots", spots()) || "",
    );
  };
})(ocopKiosk);
