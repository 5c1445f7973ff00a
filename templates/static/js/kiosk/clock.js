// Stars by the clock: a screen that runs for weeks shows none after a certificate's last day.
//
//   kiosk.stars(card)   elements: the stars while the certificate holds, else what to say then.
//   card: {state, stars, label, after, expires}
(function (kiosk) {
  "use strict";
  const { make, icon } = kiosk;

  kiosk.stars = (card) => {
    if (ocopEnded(card.expires)) return [make("span", "stars is-expired", null, card.after)];
    if (!card.stars) return [make("span", "stars is-" + card.state, null, card.label)];
    const row = make("span", "star-row", { "aria-hidden": "true" });
    for (let n = 0; n < card.stars; n++) row.append(icon("star", "star"));
    return [make("span", "stars is-" + card.state, null, row, make("span", "star-label", null, card.label))];
  };

  kiosk.holds = (card) => Boolean(card.stars) && !ocopEnded(card.expires);
})(ocopKiosk);
