// Searching: a field, the keyboard on the screen, and what is found while one types; before that, the
// best products.
(function (kiosk) {
  "use strict";
  const { make, say } = kiosk;
  const PAUSE = 150;
  const BEST = 6;
  const roomy = matchMedia("(min-width: 700px)"); // a telephone has a keyboard of its own

  function input(text) {
    const field = make("input", "field", {
      type: "search", id: "field", maxlength: 100, autocomplete: "off", autocapitalize: "off",
      autocorrect: "off", spellcheck: "false", enterkeyhint: "search",
      inputmode: roomy.matches ? "none" : "search", placeholder: say("field"), "aria-label": say("search"),
    });
    field.value = text;
    return field;
  }

  // How the query was understood where that is not what was typed.
  function understood(answer, query) {
    const { reading } = answer.notes;
    if (reading) return say("reading", { text: reading });
    if (!answer.total && answer.near) return say("near", { text: query });
    return say("count", { n: answer.total || answer.near });
  }

  kiosk.views.query = (view, state) => {
    const field = input(state.query), counter = make("p", "find-said", { role: "status" }, say("ask"));
    const holder = make("div", "found");
    let stop = null, timer = 0;

    const quiet = () => {
      clearTimeout(timer);
      if (stop) stop();
      stop = null;
    };
    function ask(page) {
      const query = field.value;
      quiet();
      kiosk.stay({ query, page });
      if (!query.trim()) {
        holder.replaceChildren(kiosk.cards(kiosk.best.slice(0, BEST)));
        counter.textContent = say("ask");
        return;
      }
      const told = (answer) => { counter.textContent = understood(answer, query.trim()); };
      stop = kiosk.results(holder, { query }, page, told, (to) => {
        ask(to);
        results.scrollTop = 0;
      });
    }
    const changed = () => {
      clearTimeout(timer);
      kiosk.stay({ query: field.value, page: 0 });
      timer = setTimeout(() => ask(0), PAUSE);
    };
    const results = make("div", "find-results", { role: "region", "aria-label": say("results"), tabindex: 0 }, counter, holder);

    field.addEventListener("input", changed);
    const title = make("h1", "unseen", null, say("search"));
    const desk = make("div", "find-desk", null, make("div", "field-row", null, kiosk.icon("find"), field));
    if (roomy.matches) desk.append(kiosk.keyboard(field, changed));
    view.append(title, desk, results);
    ask(Number(state.page) || 0);
    setTimeout(() => field.focus({ preventScroll: true }));
    return quiet;
  };
})(ocopKiosk);
