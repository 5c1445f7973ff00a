// A product: photos, stars, facts, who makes it, and a code to take its page along. Numbers are to be
// read, nothing is called from here.
(function (kiosk) {
  "use strict";
  const { make, say, told } = kiosk;
  const HERO = "(orientation: landscape) 55vw, 100vw";
  const THUMB = "9rem";
  const SAID = ["label", "note", "after", "price", "priced", "season"];
  const FACTS = ["packs", "taste", "ingredients", "use", "storage", "shelf_life", "minimum_order"];

  function said(listed) {
    const words = (listed.said || {})[kiosk.language] || [], found = {};
    SAID.forEach((name, at) => { found[name] = words[at] || ""; });
    return found;
  }

  // The large photo, and the others to choose from.
  function album(photos, card) {
    if (!photos.length) {
      return make("div", "album", null, kiosk.picture(card, HERO));
    }
    const large = make("div", "album-large", null, kiosk.photo(photos[0], HERO));
    if (photos.length < 2) return make("div", "album", null, large);
    const choose = (button, at) => {
      large.replaceChildren(kiosk.photo(photos[at], HERO));
      thumbs.forEach((one) => one.setAttribute("aria-pressed", one === button));
    };
    const thumbs = photos.map((photo, at) => {
      const small = kiosk.photo(photo, THUMB);
      small.querySelector("img").alt = "";
      const button = make("button", "thumb", {
        type: "button", "aria-pressed": String(at === 0), "aria-label": say("photo", { n: at + 1, of: photos.length }),
      }, small);
      button.addEventListener("click", () => choose(button, at));
      return button;
    });
    const row = make("div", "thumbs", { role: "group", "aria-label": say("photos") }, ...thumbs);
    return make("div", "album", null, large, row);
  }

  const fact = (name, ...values) =>
    make("div", "", null, make("dt", "", null, say(name)), ...values.map((one) => make("dd", "", null, one)));

  function maker(one) {
    const numbers = (one.phones || []).map(([text]) => text).join(" · ");
    return make(
      "span", "maker", null, kiosk.spoken("strong", "", one.name),
      one.address && kiosk.spoken("span", "", one.address),
      numbers && make("span", "", null, say("phone") + ": " + numbers),
    );
  }

  function facts(listed, words) {
    const price = words.price && make("span", "", null, words.price, words.priced && " (" + words.priced + ")");
    const found = [
      price && fact("price", price),
      listed.makers && fact("producer", ...listed.makers.map(maker)),
      words.season && fact("season", words.season),
      ...FACTS.filter((name) => listed[name]).map((name) =>
        fact(name, ...[].concat(listed[name]).map((text) => kiosk.spoken("span", "", text)))),
    ].filter(Boolean);
    return found.length && make("dl", "know", { "aria-label": say("facts") }, ...found);
  }

  function take(own, name) {
    return make(
      "aside", "take", null, kiosk.code(own.qr, say("qr", { name })),
      make("div", "", null, make("h2", "", null, say("take")), make("p", "", null, say("take_lead"))),
    );
  }

  function draw(view, { own, listed }) {
    const words = said(listed), name = kiosk.words(listed.name)[0], holds = kiosk.holds(listed);
    const card = Object.assign({}, listed, words, { name, picture: listed.picture[0] });
    const photos = kiosk.photos(own);
    const alike = kiosk.button("alike", "next", say("alike", { name: told.sets[listed.set] }),
      () => kiosk.go({ set: String(listed.set) }));
    view.append(
      make("article", "piece industry-" + listed.industry, { "data-product": listed.id },
        album(photos, card),
        make("div", "piece-body", null,
          listed.sample && make("p", "piece-sample", null, say("sample")),
          kiosk.spoken("h1", "", listed.name),
          make("p", "piece-stars", null, ...kiosk.stars(card),
            (holds || !listed.stars) && words.note && make("span", "stars-note", null, words.note)),
          listed.place && make("p", "piece-place", { lang: kiosk.foreign }, kiosk.icon("pin"), listed.place),
          own.about && kiosk.spoken("p", "piece-about", own.about),
          take(own, name), facts(listed, words), alike)));
  }

  kiosk.views.product = (view, state) => {
    let here = true;
    const show = () => kiosk.product(state.product, (found) => {
      if (!here) return;
      view.replaceChildren();
      if (found) draw(view, found);
      else miss(found);
    });
    function miss(found) {
      const gone = found === null;
      kiosk.stale = true;
      view.append(
        make("h1", "note-line", { role: "status" }, say(gone ? "nothing" : "broken")),
        gone ? "" : kiosk.button("again", "", say("retry"), show),
      );
    }
    show();
    return () => { here = false; };
  };
})(ocopKiosk);
