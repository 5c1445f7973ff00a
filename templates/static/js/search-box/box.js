// The search box: suggestions while one types, after the combobox pattern of WAI-ARIA.
//
// Owns what keys and letters do. Runs at once, when the entry and the engine are there; without
// an engine (it could not be loaded) the form stays what it is.
(function (search, box) {
  "use strict";
  const field = document.querySelector(".finder input");
  if (!search.suggest) return;
  const LEAST = 2;
  const PAUSE = 60;
  const QUIET = 600;
  const panel = box.panel(field);
  const status = box.make("p", "unseen", { role: "status" });
  let typing = 0;
  let saying = 0;

  const typed = () => field.value.trim().replace(/\s+/g, " ");

  // A text for screen readers, once the typing has paused.
  function tell(text) {
    clearTimeout(saying);
    saying = setTimeout(() => { status.textContent = text; }, QUIET);
  }

  function close() {
    clearTimeout(typing);
    search.ask();
    panel.close();
    tell("");
  }

  const everything = (query) =>
    field.form.getAttribute("action") + "?" + new URLSearchParams({ q: query });

  function show(query, answer) {
    const groups = box.groups(answer);
    const found = panel.show([
      ...(answer.count ? [] : [box.make("div", "finder-none", null, box.say("none", { query }))]),
      ...groups,
      box.onward(query, answer.count, everything(query)),
    ]);
    tell(answer.count ? box.say("count", { n: found }) : box.say("none", { query }));
  }

  function question(query) {
    const answer = search.suggest(query);
    if (answer.need) return answer;
    const { need, count, total } = search.find({ query, size: 0 });
    return need ? { need } : Object.assign({ count, exact: total > 0 }, answer);
  }

  function ask() {
    const query = typed();
    if (query.length < LEAST) {
      close();
      return;
    }
    panel.wait();
    search.ask(
      () => question(query),
      (answer) => show(query, answer),
      () => panel.show([box.onward(query, null, everything(query))]),
    );
  }

  function escape() {
    if (panel.open()) close();
    else if (field.value) field.value = "";
    else field.blur();
  }

  const KEYS = {
    ArrowDown: () => (panel.open() ? panel.step(1) : ask()),
    ArrowUp: () => (panel.open() ? panel.step(-1) : ask()),
    Home: () => panel.edge(false),
    End: () => panel.edge(true),
    Enter: () => panel.chosen().click(),
    Escape: escape,
  };
  const ON_ROWS = ["Home", "End", "Enter"];

  field.addEventListener("keydown", (event) => {
    const act = KEYS[event.key];
    if (!act || event.isComposing || event.ctrlKey || event.metaKey || event.shiftKey) return;
    if (ON_ROWS.includes(event.key) && !(panel.open() && panel.chosen())) return;
    event.preventDefault();
    act();
  });
  field.addEventListener("input", () => {
    clearTimeout(typing);
    panel.drop();
    typing = setTimeout(ask, PAUSE);
  });
  field.form.addEventListener("focusout", (event) => {
    if (event.relatedTarget !== field && !panel.holds(event.relatedTarget)) close();
  });
  // The button must not take the focus before it is pressed: on phones the field would fold up.
  field.form.querySelector("button").addEventListener("mousedown", (event) => event.preventDefault());
  addEventListener("pagehide", close);

  field.form.append(status);
  for (const name of ["autocapitalize", "autocorrect"]) field.setAttribute(name, "off");
  field.spellcheck = false;
  if (document.activeElement === field) ask();
})(ocopSearch, ocopSearch.box);
