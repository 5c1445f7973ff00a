// What a suggestion looks like: rows of the list, each a link.
//
//   box.groups(answer) -> [<div role="group">, …] for what ocopSearch.suggest answers
//   box.onward(query, count, href) -> the row that leads to the search page; count null: unknown
(function (box) {
  "use strict";
  const make = box.make;
  const PHONE = 4;
  const { lang, dataset } = document.documentElement;
  const thrifty = navigator.connection && navigator.connection.saveData;
  const vietnamese = lang === "vi" ? null : "vi";

  const option = (style, href, ...children) =>
    make("a", style, { role: "option", tabindex: -1, "aria-selected": "false", href }, ...children);

  const lit = (text, heed) =>
    ocopSearch.light(text, heed).map(([hit, part]) => (hit ? make("mark", "", null, part) : part));

  // The words for the stars; those of a certificate that has ended since are not shown.
  function stars(card) {
    const over = ocopEnded(card.expires);
    const shown = card.stars && !over;
    const words = make("span", "finder-stars", null, over && card.after ? card.after : card.label);
    if (shown) words.prepend(box.icon("star"), " ");
    return words;
  }

  // The smallest file of a photo's first kind, with the old kind for old browsers.
  function photo([base, files, width, height, , , focus]) {
    const words = files.split(" ");
    const last = words.length - 2;
    const address = (kind, wide) => dataset.root + base + "-" + wide + "." + kind;
    const old = { src: address(words[last], words[last + 1]), alt: "", width, height };
    const image = make("img", focus || "", Object.assign(old, { decoding: "async" }));
    if (!last) return image;
    const modern = { srcset: address(words[0], words[1]), type: "image/" + words[0] };
    return make("picture", "", null, make("source", "", modern), image);
  }

  function cover(card) {
    const frame = make("span", "frame", { "aria-hidden": "true" });
    const weave = dataset.root + "weaves/" + card.industry + "-" + card.picture + ".svg";
    if (!Array.isArray(card.picture)) frame.append(make("img", "weave", { src: weave, alt: "" }));
    else if (!thrifty) frame.append(photo(card.picture));
    return frame;
  }

  const product = (card, heed) => option(
    "finder-product industry-" + card.industry, dataset.root + card.href, cover(card),
    make(
      "span", "finder-words", null,
      make("span", "finder-name", { lang: card.spoken || null }, ...lit(card.name, heed)),
      make(
        "span", "finder-note", null, stars(card),
        ...(card.sample ? [make("span", "", null, box.say("sample"))] : []),
        ...(card.place ? [make("span", "", { lang: vietnamese }, ...lit(card.place, heed))] : []),
      ),
    ),
  );

  const named = (icon, foreign) => (one, heed) => option(
    "finder-row", dataset.root + one.href, box.icon(icon),
    make("span", "", { lang: foreign }, ...lit(one.label, heed)),
  );

  const ROWS = {
    products: product,
    producers: named("shop", vietnamese),
    places: named("pin", vietnamese),
    kinds: named("mark", null),
  };

  function group(kind, answer) {
    const most = matchMedia("(max-width: 42rem)").matches ? PHONE : answer[kind].length;
    const label = box.say(kind === "products" && !answer.exact ? "near" : kind);
    return make(
      "div", "finder-group finder-" + kind, { role: "group", "aria-label": label },
      make("p", "finder-head", { "aria-hidden": "true" }, label),
      ...answer[kind].slice(0, most).map((one) => ROWS[kind](one, answer.heed)),
    );
  }

  box.groups = (answer) =>
    Object.keys(ROWS).filter((kind) => answer[kind].length).map((kind) => group(kind, answer));

  box.onward = (query, count, href) => option(
    "finder-row finder-all", href, box.icon("find"),
    make("span", "", null, box.say(count ? "all" : "page", {
      query, n: count && count.toLocaleString(lang),
    })),
  );
})(ocopSearch.box);
