// The search page: field, filters and order make a request, the engine's answer is shown.
//
// Owns the state and when it is asked. A keystroke is answered at once where answers are quick;
// else a moment later, and what comes late is dropped. While one types the first cards come first;
// the others, and the counts of the filters, when the results stand.
(function (page) {
  "use strict";
  const SIZE = 24;
  const FIRST = 10;
  const QUICK = 12;
  const MOMENT = 80;
  const PAUSE = 150;
  const PATIENCE = 300;
  const FRAME = 20;

  const at = page.at;
  const [field, found, hub, results, finds] = ["q", "found", "hub", "results", "finds"].map(at);

  let state = page.read(location.search);
  let askResults, askFacets;
  let missed = null;
  let typing = false;
  let next = -1; // the number of the result to go to when it comes
  let timer = 0, counting = 0, patience = 0, cost = 0;

  const request = (of) =>
    ({ query: of.query, filters: of.filters, sort: of.sort, here: page.here() });

  const links = () => results.querySelectorAll("[data-product] a");

  function ready(done) {
    results.dataset.ready = done;
    if (done) results.setAttribute("aria-busy", "false");
  }

  // What is shown while an answer is on its way for long.
  function wait() {
    clearTimeout(patience);
    patience = setTimeout(() => {
      results.setAttribute("aria-busy", "true");
      finds.classList.add("is-stale");
      if (results.querySelector("[data-product]")) return;
      page.blank();
      at("result-count").textContent = page.say("waiting");
    }, PATIENCE);
  }

  function arrived() {
    clearTimeout(patience);
    finds.classList.remove("is-stale");
  }

  // Nothing but a count, or what stands in its place: the rest is not known.
  function bare(count) {
    arrived();
    at("result-count").textContent = count;
    at("notes").replaceChildren();
    page.show(at("also"), false);
    page.show(at("more"), false);
  }

  function broken() {
    bare("");
    page.broken(() => (window.ocopSearch ? ask() : location.reload()));
    page.show(hub, true);
    results.setAttribute("aria-busy", "false");
  }

  const few = () => Math.max(next, FIRST);

  // What to show at once: all cards of the list, or the first if one types or others are to come.
  function question() {
    const asked = page.but(request(state), { from: 0, size: SIZE * state.page });
    const found = ocopSearch.listing(asked, few());
    if (found.need || typing) return found;
    const cards = ocopSearch.cards(found.answer.shown);
    return cards.need ? found : { answer: found.answer, cards };
  }

  // Whether results of another question stand, for which nobody waits yet.
  const standing = () => results.querySelector("[data-product]") &&
    !results.querySelector(".blank") && !finds.classList.contains("is-stale");

  // The first results, as soon as they are sure, with places for those to come.
  function begun({ answer, cards }) {
    if (!cards.length || standing()) return;
    bare(page.say("waiting"));
    const all = answer.sure === answer.documents.length;
    page.list(answer, cards, all ? Math.min(few(), answer.shown.length) : few());
  }

  // How many products a looser search has; null if that is not known without loading more.
  function worth(next) {
    const answer = ocopSearch.find(page.but(request(next), { from: 0, size: 0 }));
    return answer.need ? null : answer.count;
  }

  // How many values are chosen, for those who have the filters in a drawer.
  function showChosen() {
    const chosen = Object.values(state.filters).reduce((sum, values) => sum + values.length, 0);
    at("sift-count").textContent = page.number(chosen);
    page.show(at("sift-count"), chosen);
    page.show(at("sift-clear"), chosen);
  }

  function showMore(answer) {
    const left = answer.total + answer.near - answer.shown.length;
    page.show(at("more"), left > 0);
    at("more").firstChild.textContent = left > 0 ? page.say("more", { n: Math.min(SIZE, left) }) : "";
  }

  function show({ answer, cards }) {
    arrived();
    page.show(hub, !page.isOpen(state));
    page.count(answer);
    page.placed(answer);
    page.notes(answer, state.query);
    page.also(state.query);
    at("sift-close").textContent = page.say("show", { n: answer.count });
    if (cards.length) page.list(answer, cards);
    else page.missed(state, answer.notes.failed, worth, choose);
    missed = cards.length ? null : answer.notes.failed;
    page.moved(state);
    clearTimeout(counting);
    const pause = typing ? PAUSE : 0;
    if (cards.length === answer.shown.length) finish(answer, pause);
    else counting = setTimeout(() => complete(answer), pause);
  }

  function complete(answer) {
    askResults(() => ocopSearch.cards(answer.shown), (cards) => {
      page.list(answer, cards);
      page.also(state.query);
      finish(answer, 0);
    }, count);
  }

  // The list stands: back to where one was, and on to the filters.
  function finish(answer, pause) {
    showMore(answer);
    if (links()[next]) links()[next].focus({ preventScroll: true });
    next = -1;
    page.settle();
    counting = setTimeout(page.isSparing(state) ? counted : count, pause);
  }

  // The filters' turn; without them the results stand all the same.
  function count() {
    askFacets(() => ocopSearch.facets(request(state), page.limits()), (answer) => {
      page.facets(answer);
      state = page.known(state, answer);
      counted();
    }, counted);
  }

  function counted() {
    showChosen();
    page.chips(state);
    if (missed) page.missed(state, missed, worth, choose);
    page.title(state);
    counting = setTimeout(stand, FRAME);
  }

  // Nothing changes any more until something else is asked for.
  function stand() {
    page.note(state);
    ready(true);
  }

  function ask() {
    const began = performance.now();
    page.show(hub, !page.isOpen(state));
    wait();
    askResults(question, (answer) => {
      show(answer);
      cost = performance.now() - began;
    }, broken, begun);
  }

  // Shows what the state asks for: the results, or without a request the ways into the catalogue.
  function turn(delay) {
    const open = page.isOpen(state);
    document.body.classList.toggle("is-seeking", open);
    page.show(found, open);
    page.show(at("q-clear"), field.value);
    showChosen();
    page.order(state);
    ready(false);
    if (!askResults) return;
    clearTimeout(timer);
    clearTimeout(counting);
    askFacets();
    timer = setTimeout(open ? ask : rest, delay);
  }

  // Nothing is asked for: the index is brought all the same, so that the first letter is quick.
  function rest() {
    clearTimeout(patience);
    results.replaceChildren();
    at("notes").replaceChildren();
    page.title(state);
    page.show(hub, true);
    page.settle();
    askResults(() => ocopSearch.find(request(state)), (answer) => {
      page.count(answer);
      stand();
    });
  }

  function choose(next) {
    page.left(next);
    state = next;
    typing = false;
    if (field.value !== state.query) field.value = state.query;
    turn(0);
  }

  function typed() {
    typing = true;
    state = page.but(state, { query: page.asked(field.value), page: 1 });
    turn(cost > QUICK ? MOMENT : 0);
  }

  function clear() {
    field.value = "";
    field.focus();
    typed();
  }

  function more() {
    next = links().length;
    typing = false;
    state = page.but(state, { page: state.page + 1 });
    turn(0);
  }

  function picked(event) {
    const from = document.activeElement;
    const chip = from && from.closest("#chips");
    choose(page.toggled(state, event.detail.facet, event.detail.value));
    if (chip) field.focus({ preventScroll: true });
  }

  const DO = {
    more,
    clear: () => choose(page.but(state, { filters: {}, page: 1 })),
    browse: () => choose(page.but(state, { sort: "stars" })),
  };

  function listen() {
    field.addEventListener("input", typed);
    field.addEventListener("keydown", (event) => {
      if (event.key === "Escape" && field.value) {
        event.preventDefault();
        clear();
      }
      if (event.key === "ArrowDown" && links().length) {
        event.preventDefault();
        links()[0].focus();
      }
    });
    at("seek").addEventListener("submit", (event) => {
      event.preventDefault();
      typed();
      if (matchMedia("(pointer: coarse)").matches) field.blur();
    });
    at("q-clear").addEventListener("click", clear);
    page.onOrder((sort) => choose(page.but(state, { sort, page: 1 })));
    document.addEventListener("pick", picked);
    document.addEventListener("unfold", count);
    document.addEventListener("click", (event) => {
      const button = event.target.closest("[data-do]");
      if (button) DO[button.dataset.do]();
    });
    page.onReturn(() => {
      state = page.read(location.search);
      typing = false;
      field.value = state.query;
      turn(0);
    });
  }

  // The engine comes beside this script: until it is here the field takes what is typed.
  function begin() {
    if (!window.ocopSearch) {
      if (page.isOpen(state)) broken();
      return;
    }
    askResults = ocopSearch.asker();
    askFacets = ocopSearch.asker();
    turn(0);
  }

  if (state.query || !field.value) field.value = state.query;
  else state.query = page.asked(field.value);
  listen();
  turn(0);
  if (page.isOpen(state)) wait();
  document.addEventListener("DOMContentLoaded", begin);
})(ocopPage);
