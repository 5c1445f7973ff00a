// Puts on every product a button that keeps it on the market list, and a way to the list into the
// header. All is drawn here, so that pages need no bytes for it.
(function (list) {
  "use strict";
  const words = list.words[document.documentElement.lang];
  const header = document.querySelector(".top-inner");
  if (!words || !header) return;
  const SHAPE = "M6 3h12v18l-6-4.5L6 21z";

  function make(name, style, parent) {
    const element = document.createElement(name);
    element.className = style;
    parent.append(element);
    return element;
  }

  function sign(parent) {
    const space = "http://www.w3.org/2000/svg";
    const svg = document.createElementNS(space, "svg");
    const path = document.createElementNS(space, "path");
    svg.setAttribute("viewBox", "0 0 24 24");
    svg.setAttribute("aria-hidden", "true");
    path.setAttribute("d", SHAPE);
    svg.append(path);
    parent.append(svg);
  }

  const has = (id) => list.items().some((one) => one.id === id);

  function say(text) {
    const said = document.querySelector(".keep-said") || make("p", "keep-said", document.body);
    said.setAttribute("role", "status");
    said.textContent = text;
    setTimeout(() => said.remove(), 8000);
  }

  function toggle(id, name) {
    const items = list.items();
    const left = items.filter((one) => one.id !== id);
    if (left.length < items.length) list.write(left);
    else if (items.length < list.most) list.write(items.concat({ id, name }));
    else say(words.full.replace("{most}", list.most));
  }

  function show(button, kept) {
    const said = (kept ? words.drop : words.add) + ": " + button.dataset.name;
    button.classList.toggle("is-kept", kept);
    button.setAttribute("aria-label", said);
    button.title = kept ? words.drop : words.add;
    if (button.lastChild.nodeType === 3) button.lastChild.data = kept ? words.kept : words.add;
  }

  // A product is a card, or the whole page of one.
  function equip(holder) {
    if (holder.querySelector(".keep")) return;
    const card = holder.classList.contains("card");
    const name = holder.querySelector(card ? ".card-name" : "h1");
    const place = card ? holder : holder.querySelector(".product-photos");
    if (!name || !place) return;
    const button = make("button", "keep", place);
    button.type = "button";
    button.dataset.keep = holder.dataset.product;
    button.dataset.name = name.textContent;
    sign(button);
    if (!card) button.append(document.createTextNode(""));
    show(button, has(holder.dataset.product));
    button.addEventListener("click", () => toggle(holder.dataset.product, name.textContent));
  }

  const link = make("a", "keep-link", header);
  link.href = list.root.href + words.href;
  sign(link);
  const count = make("span", "keep-count", link);

  function refresh() {
    const ids = new Set(list.items().map((one) => one.id));
    count.textContent = ids.size || "";
    link.title = words.title;
    link.setAttribute("aria-label", words.title + (ids.size ? ": " + ids.size : ""));
    document.querySelectorAll(".keep").forEach((one) => show(one, ids.has(one.dataset.keep)));
  }

  const equipAll = () => document.querySelectorAll("[data-product]").forEach(equip);
  const results = document.getElementById("results");

  list.watch(refresh);
  equipAll();
  refresh();
  if (results) new MutationObserver(equipAll).observe(results, { childList: true, subtree: true });
})(ocopList);
