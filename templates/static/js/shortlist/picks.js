// The products of the list, one below the other, with what the visitor says of each.
//
//   market.picks(items, ask) -> elements <li>, those shown before where nothing but words is new
// ask: {own, chosen, change(item, part), drop(item, known), choose(item, on), retry()}
(function (market) {
  "use strict";
  const { make, say } = market;
  const shown = new Map();

  function cover(known) {
    if (!known.facts) return make("span", "pick-cover", { "aria-hidden": "true" });
    const attributes = { href: market.href(known.facts), tabindex: -1, "aria-hidden": "true" };
    return make("a", "pick-cover", attributes, market.picture(known.facts));
  }

  const makers = (facts) => (facts.makers || []).map((one) => {
    const numbers = (one.phones || []).map(([text]) => text).join(", ");
    return make(
      "p", "pick-maker small muted", null, market.spoken("span", "", one.name),
      numbers && make("span", "print-only", null, " · " + numbers),
    );
  });

  function facts({ facts }) {
    const said = market.said(facts);
    const name = market.spoken("a", "", facts.name);
    name.href = market.href(facts);
    return [
      ...market.stars(facts),
      make("h2", "pick-name", null, name),
      make("p", "pick-place small muted", { lang: market.language === "vi" ? null : "vi" }, facts.place),
      ...makers(facts),
      said.price && make("p", "price", null, said.price),
      facts.sample && make("p", "pick-sample small", null, say("sample")),
    ];
  }

  // What stands for facts that have not come, or that there are no more.
  function lack(item, known, ask) {
    const name = make("h2", "pick-name", null, market.name(item, known));
    const text = make("p", "pick-lack", null, say(known.state));
    if (known.state !== "broken") return [name, text];
    return [name, text, market.button("button", null, say("retry"), ask.retry)];
  }

  function quantity(item, known, ask) {
    const field = make("input", "", {
      type: "number", min: 1, max: 9999, step: 1, inputmode: "numeric", value: item.n || "",
      autocomplete: "off",
    });
    field.addEventListener("input", () => ask.change(item, { n: Number(field.value) || 0 }));
    const unit = known.facts && known.facts.unit;
    return make(
      "label", "pick-many", null, make("span", "", null, say("quantity")), field,
      unit && market.spoken("span", "muted", unit),
    );
  }

  function note(item, known, ask) {
    const name = market.name(item, known);
    const field = make("textarea", "", {
      rows: 2, maxlength: 500, placeholder: say("note_example"), "aria-label": say("note_for", { name }),
    });
    const paper = make("p", "pick-note print-only");
    const show = () => { paper.textContent = field.value; };
    field.value = item.note;
    show();
    field.addEventListener("input", () => {
      show();
      ask.change(item, { note: field.value });
    });
    return [field, paper];
  }

  function choice(item, ask) {
    const box = make("input", "", { type: "checkbox" });
    box.addEventListener("change", () => ask.choose(item, box.checked));
    return make("label", "pick-choice", null, box, make("span", "", null, say("compare_this")));
  }

  function own(item, known, ask) {
    const name = market.name(item, known);
    const drop = market.button("pick-drop", null, "×", () => ask.drop(item, known));
    drop.setAttribute("aria-label", say("drop", { name }));
    const parts = known.facts
      ? [quantity(item, known, ask), ...note(item, known, ask), choice(item, ask)]
      : [];
    return [make("div", "pick-own", null, ...parts), drop];
  }

  function others(item, known, ask) {
    const many = item.n ? make("p", "pick-many", null, say("quantity") + ": " + item.n) : null;
    return [make("div", "pick-own", null, many, known.facts && choice(item, ask))];
  }

  function draw(item, known, ask) {
    const body = known.facts ? facts(known) : lack(item, known, ask);
    const industry = known.facts ? " industry-" + known.facts.industry : "";
    return make(
      "li", "pick is-" + known.state + industry, null, cover(known),
      make("div", "pick-body", null, ...body), ...(ask.own ? own : others)(item, known, ask),
    );
  }

  // Words that came from another tab; the field in which somebody types stays as it is.
  function renew(element, item, ask, full) {
    const [many, words, box] = ["[type=number]", "textarea", "[type=checkbox]"]
      .map((field) => element.querySelector(field));
    const put = (field, value) => {
      if (field && field !== document.activeElement && field.value !== value) field.value = value;
    };
    element.classList.toggle("has-none", !item.n);
    put(many, item.n ? String(item.n) : "");
    put(words, item.note);
    if (words) element.querySelector(".pick-note").textContent = item.note;
    if (!box) return;
    box.checked = ask.chosen.has(item.id || item.code);
    box.disabled = full && !box.checked;
  }

  market.picks = (items, ask) => {
    const full = ask.chosen.size >= market.COMPARED;
    return items.map((item) => {
      const known = market.known(item);
      const name = [item.id || item.code, known.state, ask.own].join();
      if (!shown.has(name)) shown.set(name, draw(item, known, ask));
      const element = shown.get(name);
      renew(element, item, ask, full);
      return element;
    });
  };
})(ocopMarket);
