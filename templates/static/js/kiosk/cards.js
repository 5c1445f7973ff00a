// Products as large buttons.
//
//   kiosk.cards(cards) -> <ul>
//   kiosk.best   the cards of the best products, those of the show
(function (kiosk) {
  "use strict";
  const { make } = kiosk;
  const FIELDS = [
    "id", "name", "spoken", "industry", "family", "place", "price", "state", "stars", "label",
    "after", "expires", "picture", "sample",
  ];
  const SIZES = "(min-width: 60rem) 24vw, 46vw";

  kiosk.best = kiosk.told.show.map((values) => {
    const card = {};
    FIELDS.forEach((name, at) => { card[name] = values[at]; });
    return card;
  });

  function draw(card) {
    const photo = kiosk.picture(card, SIZES);
    const image = photo.querySelector("img");
    image.loading = "lazy";
    image.alt = ""; // the button is called by the product's name
    const button = make(
      "button", "goods industry-" + card.industry, { type: "button", "data-product": card.id },
      photo,
      make(
        "span", "goods-body", null, ...kiosk.stars(card),
        make("span", "goods-name", { lang: card.spoken || null }, card.name),
        card.place && make("span", "goods-place", { lang: kiosk.foreign }, card.place),
        card.price && make("span", "price", null, card.price),
      ),
      card.sample && make("span", "sample", null, kiosk.say("sample")),
    );
    button.addEventListener("click", () => kiosk.go({ product: card.id }));
    return make("li", "", null, button);
  }

  kiosk.cards = (cards) => make("ul", "shelf", null, ...cards.map(draw));
})(ocopKiosk);
