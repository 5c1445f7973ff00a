// The market list: what a visitor has kept, in this browser alone. Nothing of it is sent anywhere.
//
//   ocopList.items()        [{id, name, n, note}, …] in the order in which they were kept
//   ocopList.write(items)   keeps them, tells this page and the other tabs
//   ocopList.watch(call)    calls when the list may be another: here, in another tab, on return
//   ocopList.lasts()        whether the browser keeps the list beyond this visit
//
// Each catalogue has a list of its own, by the path of its root. Where nothing may be stored, and
// on file://, where some browsers keep apart what each file stores, the tab's own name carries it.
(function (list) {
  "use strict";
  const root = new URL(document.documentElement.dataset.root || ".", location.href);
  const KEY = "ocop-list-1:" + root.pathname;
  const ID = /^[a-z0-9-]{1,99}$/;
  const calls = [];
  list.root = root;
  list.most = 200;

  const cut = (text, most) => (typeof text === "string" ? text.slice(0, most) : "");

  // What stands in the store may be damaged, or somebody else's.
  function clean(found) {
    const seen = new Set();
    return (Array.isArray(found) ? found : [])
      .filter((one) => one && typeof one.id === "string" && ID.test(one.id) && !seen.has(one.id) && seen.add(one.id))
      .slice(0, list.most)
      .map((one) => ({
        id: one.id,
        name: cut(one.name, 300),
        n: one.n > 0 && one.n < 10000 ? Math.floor(one.n) : 0,
        note: cut(one.note, 500),
      }));
  }

  function parse(text) {
    try {
      const found = JSON.parse(text);
      return { at: Number(found.at) || 0, items: clean(found.items) };
    } catch (fault) {
      return { at: 0, items: [] };
    }
  }

  function stored() {
    try {
      return localStorage.getItem(KEY);
    } catch (fault) {
      return null;
    }
  }

  function store(text) {
    try {
      localStorage.setItem(KEY, text);
      return true;
    } catch (fault) {
      return false;
    }
  }

  const carried = () =>
    (window.name.indexOf(KEY + "\n") ? null : window.name.slice(KEY.length + 1));

  function read() {
    const [one, other] = [stored(), carried()].map(parse);
    return other.at > one.at ? other : one;
  }

  const tell = () => calls.forEach((call) => call());

  list.items = () => read().items;
  list.lasts = () => store(stored() || "");
  list.watch = (call) => calls.push(call);
  list.write = (items) => {
    const text = JSON.stringify({ at: Math.max(Date.now(), read().at + 1), items: clean(items) });
    if (!store(text) || location.protocol === "file:") window.name = KEY + "\n" + text;
    else if (carried() !== null) window.name = "";
    tell();
  };

  addEventListener("storage", (event) => {
    if (event.key === KEY || event.key === null) tell();
  });
  addEventListener("pageshow", (event) => {
    if (event.persisted) tell();
  });
})(ocopList);
