// Photos and weaves.
//
//   kiosk.picture(card, sizes) -> element   the photo of a card, or the weave in its stead
//   kiosk.photo([base, files, width, height, alt, …, focus], sizes, alt)
//   kiosk.photos(own)   the photos of a product's file of facts, as cards have theirs
(function (kiosk) {
  "use strict";
  const { make, root } = kiosk;

  // "avif 320 640 jpg 960" -> [["avif", "320", "640"], ["jpg", "960"]]
  const kinds = (files) => files.split(/ (?=[a-z])/).map((kind) => kind.split(" "));

  kiosk.photo = ([base, files, width, height, alt, spoken, focus], sizes) => {
    const made = kinds(files), [kind, widest] = made.pop();
    const address = (wide, type) => root + base + "-" + wide + "." + type;
    const sources = made.map(([type, ...wides]) =>
      make("source", "", {
        type: "image/" + type, sizes,
        srcset: wides.map((wide) => address(wide, type) + " " + wide + "w").join(", "),
      }),
    );
    const image = make("img", focus || "", {
      src: address(widest, kind), width, height, alt: alt || "", lang: spoken || null,
      draggable: "false", decoding: "async",
    });
    return make("span", "frame", null, make("picture", "", null, ...sources, image));
  };

  const SHORT = 16;
  const LONG = 36;
  const VAST = 80; // fills more than a card's cover has room for
  const fit = ({ length }) =>
    (length <= SHORT ? " name-s" : length > LONG ? " name-l" : "") + (length > VAST ? " name-vast" : "");

  const weave = (card) =>
    make(
      "span", "frame weave", { "aria-hidden": "true" },
      make("img", "weave", {
        src: root + "weaves/" + card.industry + "-" + card.picture + ".svg", alt: "",
        width: 96, height: 72, draggable: "false",
      }),
      make("span", "cover-name" + fit(card.name), { lang: card.spoken || null }, card.name),
    );

  kiosk.picture = (card, sizes) =>
    (Array.isArray(card.picture) ? kiosk.photo(card.picture, sizes) : weave(card));

  kiosk.photos = (own) =>
    (own.photos || []).map(([base, files, width, height, alt, focus]) => {
      const [said, code] = kiosk.words(alt);
      return [base, files, width, height, said, code === kiosk.language ? "" : code, focus];
    });
})(ocopKiosk);
