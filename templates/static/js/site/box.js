// The search box sleeps until somebody is about to use it: then comes the entry of the index,
// which names the scripts of engine and box (docs/search-format.md). What it puts waits for them.
(function () {
  "use strict";
  const field = document.querySelector(".finder input"); // the search page has one of its own
  const any = field || document.getElementById("q");
  if (!any) return;
  document.addEventListener("keydown", (event) => {
    if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.target.closest("input, textarea, select, [contenteditable]")) return;
    event.preventDefault();
    any.focus();
    any.select();
  });
  if (!field) return;
  const { lang, dataset } = document.documentElement;
  let woken = false;

  function bring(address, then) {
    const script = document.createElement("script");
    script.async = false;
    script.onload = then;
    script.onerror = () => { woken = false; };
    script.src = dataset.root + address;
    document.head.append(script);
  }

  function wake() {
    if (woken) return;
    woken = true;
    const kept = [];
    const search = window.ocopSearch = { put: (...put) => kept.push(put) };
    bring("search/" + lang + ".js", () => {
      const [engine, box] = kept[0][2].box.scripts;
      bring(engine, () => kept.forEach((put) => search.put(...put)));
      bring(box);
    });
  }

  field.setAttribute("role", "combobox");
  field.setAttribute("aria-autocomplete", "list");
  field.setAttribute("aria-expanded", "false");
  field.addEventListener("focus", wake);
  field.addEventListener("pointerover", wake);
  if (document.activeElement === field) wake();
})();
