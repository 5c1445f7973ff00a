// The show while nobody touches the screen: the best products, one after the other. Two scenes take
// turns, so that the page never grows.
//
//   kiosk.show(), kiosk.hide()
(function (kiosk) {
  "use strict";
  const { make } = kiosk;
  const LASTS = 8000;
  const PATIENCE = 4000;
  const SIZES = "100vw";
  const stage = kiosk.at("show");
  const cards = kiosk.best;
  const scenes = [make("div", "scene"), make("div", "scene")];
  const open = make("button", "show-open", { type: "button" }, make("span", "show-call", null, kiosk.say("touch")));
  const name = document.querySelector(".site-name").cloneNode(true);
  const title = make("h1", "show-name", null, ...name.childNodes);
  let next = 0, turn = 0, timer = 0;

  open.addEventListener("click", () => kiosk.home());
  stage.replaceChildren(make("div", "scenes", { "aria-hidden": "true" }, ...scenes), title, open);

  function panel(card) {
    return make(
      "div", "scene-panel", null,
      make("p", "scene-family", null, card.family),
      make("p", "scene-name" + (card.name.length > 34 ? " is-long" : ""), { lang: card.spoken || null }, card.name),
      make("p", "scene-stars", null, ...kiosk.stars(card)),
      card.place && make("p", "scene-place", { lang: kiosk.foreign }, kiosk.icon("pin"), card.place),
      card.sample && make("p", "scene-sample", null, kiosk.say("sample")),
    );
  }

  const soon = (promise) =>
    Promise.race([promise, new Promise((resolve) => setTimeout(resolve, PATIENCE))]).catch(() => {});

  // Fades to the next product once its picture can be shown.
  async function step(mine) {
    const card = cards[next % cards.length], scene = scenes[next % 2];
    const picture = kiosk.picture(card, SIZES), image = picture.querySelector("img");
    image.alt = ""; // the panel tells; and of a photo that cannot be had nothing is left
    scene.replaceChildren(picture, panel(card));
    scene.className = "scene industry-" + card.industry + (Array.isArray(card.picture) ? "" : " is-woven");
    await soon(image.decode());
    if (mine !== turn) return;
    scenes.forEach((one) => one.classList.toggle("is-on", one === scene));
    next = (next + 1) % (2 * cards.length);
    timer = setTimeout(() => step(mine), LASTS);
    kiosk.renew();
  }

  kiosk.show = () => {
    kiosk.hide();
    stage.hidden = false;
    if (cards.length) step(turn);
  };

  kiosk.hide = () => {
    turn += 1;
    clearTimeout(timer);
    stage.hidden = true;
  };
})(ocopKiosk);
