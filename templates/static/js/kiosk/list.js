// Pages of products: of one kind, place or star level, or of what was typed.
//
//   kiosk.results(holder, request, page, told, turn)   puts page `page` (from 0) of what is found
//     into `holder`, and the ways to the others; told(answer) hears what was found; turn(page) is
//     called to show another. Returns what stops it.
(function (kiosk) {
  "use strict";
  const { make, say } = kiosk;
  const SIZE = 12;
  const OWN = ["industry", "stars", "set", "province", "commune"];

  const note = (text) => make("p", "note-line", { role: "status" }, text);

  function pager(page, of, turn) {
    if (of < 2) return "";
    const step = (name, icon, to) => {
      const button = kiosk.button("step step-" + name, icon, say(name), () => turn(to));
      button.disabled = to < 0 || to >= of;
      return button;
    };
    return make(
      "nav", "pages", { "aria-label": say("results") }, step("before", "back", page - 1),
      make("span", "pages-at", null, say("page", { n: page + 1, of })), step("after", "next", page + 1),
    );
  }

  function put(holder, { answer, cards }, page, turn) {
    const of = Math.ceil(answer.documents.length / SIZE);
    holder.replaceChildren(
      cards.length ? kiosk.cards(cards) : note(say("nothing")), pager(page, of, turn),
    );
    if (of < 2) holder.lastChild.remove();
  }

  kiosk.results = (holder, request, page, told, turn) => {
    const ask = ocopSearch.asker();
    const question = () => ocopSearch.listing(Object.assign({ from: page * SIZE, size: SIZE }, request));
    const later = setTimeout(() => {
      if (!holder.firstChild) holder.replaceChildren(note(say("waiting")));
    }, 300);
    const done = (found) => {
      clearTimeout(later);
      put(holder, found, page, turn);
      told(found.answer);
    };
    const failed = () => {
      clearTimeout(later);
      kiosk.stale = true;
      holder.replaceChildren(
        note(say("broken")), kiosk.button("again", "", say("retry"), () => ask(question, done, failed)),
      );
    };
    ask(question, done, failed);
    return () => {
      clearTimeout(later);
      ask();
    };
  };

  // What a list is called: {title, style of its industry}.
  function headline(facet, value) {
    const { industries, places, sets } = kiosk.told;
    if (facet === "stars") return { title: say("stars", { n: Number(value) }) };
    if (facet === "set") return { title: sets[value] };
    if (facet === "industry") {
      const found = industries.find(([code]) => code === value);
      return found && { title: found[2], style: "industry-" + found[1] };
    }
    const place = places.list.find(([code]) => code === value);
    return place && { title: place[1], lang: kiosk.foreign };
  }

  kiosk.views.list = (view, state) => {
    const facet = OWN.find((name) => name in state), value = state[facet];
    const head = (facet && headline(facet, value)) || {};
    const page = Number(state.page) || 0, counter = make("p", "head-count", { role: "status" });
    const holder = make("div", "found");
    const title = make("h1", "", { lang: head.lang }, head.title || say("all"));
    view.append(make("header", "head " + (head.style || ""), null, title, counter), holder);
    const request = { query: "", filters: facet ? { [facet]: [value] } : {}, sort: "stars" };
    return kiosk.results(
      holder, request, page,
      (answer) => { counter.textContent = say("count", { n: answer.count }); },
      (to) => kiosk.turn(Object.assign({}, state, { page: to })),
    );
  };
})(ocopKiosk);
