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

  // Asks for what stands in the field, at once or when the typing pauses, and shows what is found.
  function asking(field, { results, counter, holder }) {
    let stop = null, timer = 0;

    function quiet() {
      clearTimeout(timer);
      if (stop) stop();
      stop = null;
    }

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

    function changed() {
      clearTimeout(timer);
      kiosk.stay({ query: field.value, page: 0 });
      timer = setTimeout(() => ask(0), PAUSE);
    }

    return { ask, changed, quiet };
  }

  function found() {
    const counter = make("p", "find-said", { role: "status" }), holder = make("div", "found");
    const about = { role: "region", "aria-label": say("results"), tabindex: 0 };
    return { results: make("div", "find-results", about, counter, holder), counter, holder };
  }

  kiosk.views.query = (view, state) => {
    const field = input(state.query), below = found(), { ask, changed, quiet } = asking(field, below);
    const desk = make("div", "find-desk", null, make("div", "field-row", null, kiosk.icon("find"), field));
    field.addEventListener("input", changed);
    if (roomy.matches) desk.append(kiosk.keyboard(field, changed));
    view.append(make("h1", "unseen", null, say("search")), desk, below.results);
    ask(Number(state.page) || 0);
    setTimeout(() => field.focus({ preventScroll: true }));
    return quiet;
  };
})(ocopKiosk);
