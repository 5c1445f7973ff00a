// A result as a card: the same elements as templates/parts/card.html, with what matched marked.
//
//   page.card(card, heed, eager) -> <article>
// card is what ocopSearch.cards answers, heed what was matched.
(function (page) {
  "use strict";
  const make = page.make;
  const SIZES = "(min-width: 75em) 17rem, (min-width: 45em) 31vw, 47vw";
  const SHORT = 16;
  const LONG = 36;
  const root = page.root;
  const foreign = page.language === "vi" ? null : "vi";

  // A text with its matched words in <mark>.
  page.lit = (text, heed) =>
    ocopSearch
      .light(text, heed)
      .map((part) => (part[0] ? make("mark", "", null, part[1]) : part[1]));

  function stars(card) {
    if (!card.stars) return [make("p", "stars is-" + card.state, null, card.label)];
    const row = make("span", "star-row", { "aria-hidden": "true" });
    for (let n = 0; n < card.stars; n++) row.append(page.icon("star", "star"));
    const label = make("span", "star-label", null, card.label);
    const expires = { "data-expires": card.expires || null };
    return [
      make("p", "stars is-" + card.state, expires, row, " ", label),
      card.after && make("p", "stars stars-after is-expired", { hidden: true }, card.after),
    ];
  }

  // "avif 320 640 jpg 960" -> [["avif", "320", "640"], ["jpg", "960"]]
  const kinds = (files) => files.split(/ (?=[a-z])/).map((kind) => kind.split(" "));

  function photo(picture, eager) {
    const [base, files, width, height, alt, spoken, focus] = picture;
    const made = kinds(files);
    const [kind, widest] = made.pop();
    const address = (wide, type) => root + base + "-" + wide + "." + type;
    const sources = made.map(([type, ...wides]) =>
      make("source", "", {
        type: "image/" + type,
        srcset: wides.map((wide) => address(wide, type) + " " + wide + "w").join(", "),
        sizes: SIZES,
      }),
    );
    const image = make("img", focus, {
      src: address(widest, kind), width, height, alt: alt || "",
      lang: (alt && spoken) || null, loading: !eager && "lazy", decoding: "async",
    });
    return make("span", "frame", null, make("picture", "", null, ...sources, image));
  }

  function weave(card, eager) {
    const image = make("img", "weave", {
      src: root + "weaves/" + card.industry + "-" + card.picture + ".svg",
      alt: "", width: 96, height: 72, loading: !eager && "lazy",
    });
    const fit = card.name.length <= SHORT ? " name-s" : card.name.length > LONG ? " name-l" : "";
    const name = { lang: card.spoken || null, "aria-hidden": "true" };
    return [
      make("span", "frame weave", { "aria-hidden": "true" }, image),
      make("span", "cover-name" + fit, name, card.name),
    ];
  }

  const cover = (card, eager) =>
    Array.isArray(card.picture) ? [photo(card.picture, eager)] : weave(card, eager);

  // How many characters of a text are marked.
  const weight = (parts) =>
    parts.reduce((sum, part) => sum + (part.nodeType ? part.textContent.length : 0), 0);

  // The producer whose name tells best why the card is here, better than what it says itself.
  function maker(card, heed, told) {
    for (const [, name] of card.producers || []) {
      const parts = page.lit(name, heed);
      if (weight(parts) > told) return make("p", "card-maker", { lang: foreign }, ...parts);
    }
    return "";
  }

  page.card = (card, heed, eager) => {
    const name = page.lit(card.name, heed);
    const place = page.lit(card.place, heed);
    const away = page.away(card.document);
    const made = make(
      "article", "card industry-" + card.industry,
      { "data-product": card.id, "data-rating-expires": card.expires || null },
      make(
        "div", "card-cover", null, ...cover(card, eager),
        card.sample && make("span", "sample", null, page.say("sample")),
      ),
      make(
        "div", "card-body", null, ...stars(card),
        make(
          "h3", "card-name", null,
          make("a", "", { href: root + card.href, lang: card.spoken || null }, ...name),
        ),
        card.place && make("p", "card-place", { lang: foreign }, ...place),
        away && make("p", "card-away", null, page.icon("pin"), away),
        maker(card, heed, weight(name.concat(place))),
        make(
          "p", "card-foot", null, make("span", "family", null, card.family),
          card.price && make("span", "price", null, card.price),
        ),
      ),
    );
    ocopStars(made);
    return made;
  };
})(ocopPage);
