// The filters: facets with live counts, and what is chosen as chips.
//
//   page.limits()                how many values of each facet to ask for
//   page.facets(answer)          shows them, as ocopSearch.facets answers
//   page.label(facet, value)     the name of a value, as last heard
//   page.chips(state)            what is chosen, each with a way to drop it
// A change of a box sends "pick" to the document: {facet, value}; "unfold" asks for all values.
(function (page) {
  "use strict";
  const make = page.make;
  const holder = page.at("facets");
  const chips = page.at("chips");
  const MOST = 8;
  const LONGEST = 100;
  const LARGE = ["province", "commune", "producer"];
  const AT_ONCE = ["stars", "industry", "province", "season"];
  const panels = new Map();
  const labels = new Map();

  const send = (name, detail) => document.dispatchEvent(new CustomEvent(name, { detail }));

  page.label = (facet, value) => {
    if (facet === "stars") return page.say("star_label", { n: Number(value) });
    if (facet === "gift") return page.say("gift_label");
    return labels.get(facet + "\n" + value) || value;
  };

  // One value: the same element as long as the facet lives, so that focus stays.
  function pick(panel, entry) {
    let found = panel.picks.get(entry.value);
    if (!found) {
      const box = make("input", "", { type: "checkbox", name: panel.facet, value: entry.value });
      const count = make("span", "n");
      const stars = panel.facet === "stars" ? Number(entry.value) : 0;
      const label = make("span", "pick-label", null,
        ...Array.from({ length: stars }, () => page.icon("star", "star")),
        page.label(panel.facet, entry.value));
      const row = make("label", "pick", { "data-facet": panel.facet, "data-value": entry.value },
        box, label, " ", count);
      box.addEventListener("change", () =>
        send("pick", { facet: panel.facet, value: entry.value }));
      found = { box, count, row, item: make("li", "", null, row) };
      panel.picks.set(entry.value, found);
    }
    found.box.checked = entry.chosen;
    found.row.dataset.count = entry.count;
    found.row.classList.toggle("is-none", !entry.count);
    found.count.textContent = page.number(entry.count);
    return found.item;
  }

  function made(facet) {
    const most = LARGE.includes(facet) ? MOST : Infinity;
    const panel = { facet, most, picks: new Map(), all: false, entries: [] };
    panel.list = make("ul", "", { "aria-label": page.say(facet) });
    panel.within = make("input", "facet-within", {
      type: "search", placeholder: page.say("within"), "aria-label": page.say("within"),
      autocomplete: "off",
    });
    panel.rest = make("p", "facet-rest");
    panel.more = make("button", "plain-button", { type: "button" });
    panel.box = make("details", "facet of-" + facet, { open: AT_ONCE.includes(facet) },
      make("summary", "", null, page.say(facet)), panel.within, panel.list, panel.rest, panel.more);
    panel.within.addEventListener("input", () => fill(panel));
    panel.more.addEventListener("click", () => {
      panel.all = !panel.all;
      panel.within.value = "";
      fill(panel);
      if (panel.all) send("unfold");
    });
    return panel;
  }

  const keys = (text) => ocopSearch.words(text).map((word) => word.key);

  // Whether each word typed begins a word of the label.
  function fits(label, typed) {
    const words = keys(label);
    return typed.every((key) => words.some((word) => word.startsWith(key)));
  }

  // The values to show: the first and the chosen ones, or all that fit what is typed.
  function shown(panel) {
    if (!panel.all)
      return panel.entries.filter((entry, at) => at < panel.most || entry.chosen);
    const typed = keys(panel.within.value);
    return panel.entries.filter((entry) => fits(page.label(panel.facet, entry.value), typed));
  }

  // Puts items into a list; where they stand already, nothing is touched and focus stays.
  function put(list, items) {
    const before = Array.from(list.children);
    if (before.length === items.length && before.every((item, at) => item === items[at])) return;
    const focused = document.activeElement;
    list.replaceChildren(...items);
    if (list.contains(focused)) focused.focus({ preventScroll: true });
  }

  function fill(panel) {
    const found = shown(panel);
    const total = Math.max(panel.size, panel.entries.length);
    const beyond = panel.all ? found.length - LONGEST : 0;
    put(panel.list, found.slice(0, LONGEST).map((entry) => pick(panel, entry)));
    page.show(panel.within, panel.all && total > 2 * MOST);
    page.show(panel.rest, beyond > 0);
    panel.rest.textContent = beyond > 0 ? page.say("rest", { n: beyond }) : "";
    page.show(panel.more, total > panel.most && (panel.all || found.length < total));
    panel.more.textContent = panel.all ? page.say("fewer") : page.say("all", { n: total });
    page.show(panel.box, total > 0);
  }

  page.limits = () => {
    const limits = {};
    for (const [facet, panel] of panels) if (panel.all) limits[facet] = Infinity;
    return limits;
  };

  page.facets = (answer) => {
    if (!panels.size) holder.textContent = "";
    for (const facet of page.FACETS) {
      const entries = answer[facet];
      if (!panels.has(facet)) {
        panels.set(facet, made(facet));
        holder.append(panels.get(facet).box);
      }
      const panel = panels.get(facet);
      panel.entries = entries;
      panel.size = answer.sizes[facet];
      for (const entry of entries) labels.set(facet + "\n" + entry.value, entry.label);
      if (entries.some((entry) => entry.chosen)) panel.box.open = true;
      fill(panel);
    }
  };

  function chip(facet, value) {
    const name = page.label(facet, value);
    const button = make("button", "chip",
      { type: "button", "aria-label": page.say("remove", { text: name }) },
      name, page.icon("cross", "i"));
    button.addEventListener("click", () => send("pick", { facet, value }));
    return make("li", "", null, button);
  }

  page.chips = (state) => {
    const found = [];
    for (const facet of page.FACETS)
      for (const value of state.filters[facet] || []) found.push(chip(facet, value));
    if (found.length > 1) {
      const all = make("button", "plain-button", { type: "button", "data-do": "clear" },
        page.say("clear_all"));
      found.push(make("li", "", null, all));
    }
    chips.replaceChildren(...found);
    page.show(chips, found.length);
  };
})(ocopPage);
