// The page of the market list: the visitor's own, or one that a link brought.
//
// Owns what is shown and when it is drawn again: as facts come, as another tab changes the list, as
// the address changes. A list that came by link is only looked at, until it is kept.
(function (market, list) {
  "use strict";
  const { make, say, at } = market;
  const title = document.getElementById("title");
  const lead = document.getElementById("lead");
  const words = { title: title.textContent, lead: lead.textContent };
  const parts = {};
  let linked = market.linked();
  let chosen = null; // what is compared: the first few, until somebody chooses
  let undo = null;

  const key = (item) => item.id || item.code;
  const items = () => linked || list.items();
  const own = () => !linked;

  function change(item, part) {
    list.write(list.items().map((one) => (one.id === item.id ? Object.assign(one, part) : one)));
  }

  function drop(item, known) {
    const before = list.items();
    const row = before.findIndex((one) => one.id === item.id);
    undo = { before: before[row], row, text: say("dropped", { name: market.name(item, known) }) };
    if (chosen) chosen.delete(key(item));
    list.write(before.filter((one) => one.id !== item.id));
    parts.said.querySelector("button").focus();
  }

  function back() {
    const now = list.items();
    const { before, row } = undo;
    undo = null;
    now.splice(row, 0, ...[].concat(before));
    list.write(now);
  }

  function clear() {
    undo = { before: list.items(), row: 0, text: say("cleared") };
    chosen = null;
    list.write([]);
    parts.said.querySelector("button").focus();
  }

  function keep() {
    const now = list.items();
    const had = new Set(now.map((one) => one.id));
    for (const item of linked) {
      const { facts } = market.known(item);
      if (facts && !had.has(facts.id))
        now.push({ id: facts.id, name: market.words(facts.name)[0], n: item.n, note: "" });
    }
    linked = null;
    history.replaceState(null, "", location.pathname + location.search);
    list.write(now);
    title.focus();
  }

  function choose(item, on) {
    chosen = new Set(compared(items()).map(key));
    if (on) chosen.add(key(item));
    else chosen.delete(key(item));
    draw();
  }

  // The items that stand side by side.
  function compared(all) {
    const here = all.filter((item) => market.known(item).facts);
    if (chosen) return here.filter((item) => chosen.has(key(item)));
    return here.length <= market.COMPARED ? here : [];
  }

  // A product that was renamed is kept on under its new id, with what was written of it.
  function follow(all) {
    if (linked) return false;
    const now = all.map((item) => {
      const { facts } = market.known(item);
      return facts && facts.id !== item.id ? Object.assign({}, item, { id: facts.id }) : item;
    });
    const renamed = now.some((item, row) => item.id !== all[row].id);
    if (renamed) list.write(now);
    return renamed;
  }

  const ask = {
    change, drop, choose, clear, keep, items,
    get own() { return own(); },
    get chosen() { return new Set(compared(items()).map(key)); },
    retry() {
      market.again();
      draw();
    },
  };

  function section(id) {
    const head = make("h2", "", { id }, say(id));
    const body = make("div", "");
    parts[id] = make(
      "section", "section market-" + id, { "aria-labelledby": id },
      make("div", "section-head", null, head), body,
    );
    parts[id].body = body;
    return parts[id];
  }

  function build() {
    parts.said = make("div", "market-said", { role: "status" });
    parts.notes = make("div", "market-notes");
    parts.tools = make("div", "");
    parts.list = make("ol", "picks");
    parts.printed = make("p", "print-only printed");
    title.tabIndex = -1;
    at.replaceChildren(
      parts.notes, parts.tools, parts.said, section("route"), parts.list, section("compare"), section("letter"), parts.printed,
    );
  }

  function notes(all) {
    const found = [];
    const broken = all.some((item) => market.known(item).state === "broken");
    if (own() && !list.lasts()) found.push(say("fleeting"));
    else if (own() && location.protocol === "file:") found.push(say("file"));
    else if (own()) found.push(say("private"));
    const said = found.map((text) => make("p", list.lasts() ? "small muted" : "note", null, text));
    if (broken) {
      const retry = market.button("button", null, say("retry"), ask.retry);
      said.push(make("p", "note", null, say("some_broken"), " ", retry));
    }
    parts.notes.replaceChildren(...said);
  }

  function said() {
    if (!undo) parts.said.replaceChildren();
    else if (parts.said.firstChild === null || parts.said.dataset.text !== undo.text) {
      parts.said.dataset.text = undo.text;
      parts.said.replaceChildren(
        make("span", "", null, undo.text), market.button("button", null, say("undo"), back),
      );
    }
  }

  function empty() {
    const wrong = linked !== null;
    const band = make("span", "market-band", { "aria-hidden": "true" });
    const words = [
      make("h2", "", null, wrong ? say("wrong") : say("empty")),
      !wrong && make("p", "", null, say("empty_lead")),
      make(
        "p", "market-ways", null,
        make("a", "button main", { href: at.dataset.products }, say("products")),
        make("a", "button", { href: at.dataset.search }, say("search")),
      ),
    ];
    return make("li", "market-empty", null, band, ...words);
  }

  function headings(all) {
    title.textContent = own() ? words.title : say("shared");
    lead.textContent = own() ? words.lead : say("shared_lead", { n: all.length });
    document.title = document.title.replace(/^[^|·]*/, title.textContent + " ");
  }

  function tools(all) {
    const kind = all.length ? String(own()) : "none";
    if (parts.tools.dataset.kind === kind) return;
    parts.tools.dataset.kind = kind;
    parts.tools.replaceChildren(...(all.length ? [market.tools(ask)] : []));
  }

  function sections(all) {
    const here = all.map((item) => Object.assign({ item }, market.known(item))).filter((one) => one.facts);
    const things = all.map((item) => {
      const { facts } = market.known(item);
      return { item, id: facts ? facts.id : item.id, facts };
    });
    market.route(parts.route, things, draw);
    const side = compared(all).map(market.known);
    const codes = side.map((one) => one.code).join();
    parts.compare.hidden = here.length < 2;
    parts.letter.hidden = !here.length;
    if (parts.compare.dataset.codes !== codes)
      parts.compare.body.replaceChildren(...market.compare(side));
    parts.compare.dataset.codes = codes;
    parts.letter.body.replaceChildren(...market.letters(here));
    parts.printed.textContent = say("printed") + " " + market.publicLink(all);
  }

  function draw() {
    const all = items();
    if (follow(all)) return;
    headings(all);
    notes(all);
    tools(all);
    said();
    put(parts.list, all.length ? market.picks(all, ask) : [empty()]);
    sections(all);
    market.fetch(all, draw);
  }

  // Children that stand already are left alone, so that the focus stays where it is.
  function put(parent, children) {
    const now = [...parent.children];
    if (now.length !== children.length || now.some((one, row) => one !== children[row]))
      parent.replaceChildren(...children);
  }

  // What is typed changes the list too: only what depends on it is drawn then, lest the field move.
  function changed() {
    const typing = at.contains(document.activeElement) && document.activeElement.matches(".pick-own *");
    const same = parts.list.children.length === items().length;
    if (!linked && typing && same && document.activeElement.type !== "checkbox") sections(items());
    else draw();
  }

  build();
  list.watch(changed);
  addEventListener("hashchange", () => {
    linked = market.linked();
    chosen = null;
    draw();
  });
  draw();
})(ocopMarket, ocopList);
