// What is known of the products on the list: their files of facts, loaded as they are needed.
//
//   market.known(item)   {state: "waiting" | "broken" | "gone"} or {state: "here", code, facts}
//   market.fetch(items, call)   loads what is missing; calls when something has come or failed
//   market.again()       forgets what failed, so that it is asked for anew
// An item has an id, from a page, or a code, from a link. A product that was renamed is found by
// its former ids; one that is in its file no more is gone.
(function (market) {
  "use strict";
  const files = new Map(); // number -> "waiting", "broken" or what it holds
  let count = market.told.files;
  const own = (object, key) => Object.prototype.hasOwnProperty.call(object, key);

  // The file says how many there are: a page that was kept for long may know another number.
  window.ocopFacts = (number, held) => {
    if (held.of !== count) {
      count = held.of;
      files.clear();
    }
    files.set(number, held);
  };

  // Looks a code up in its file: {need} or {code, facts}, or null if there is none.
  function at(code) {
    const number = market.fileOf(code, count);
    const file = files.get(number);
    if (typeof file !== "object") return { need: number, state: file };
    return own(file.products, code) ? { code, facts: file.products[code] } : null;
  }

  function found(item) {
    if (item.code) return at(item.code);
    const code = market.codeOf(item.id);
    const number = market.fileOf(code, count);
    const file = files.get(number);
    if (typeof file !== "object") return { need: number, state: file };
    if (own(file.elsewhere, item.id)) return at(file.elsewhere[item.id]);
    const there = at(code);
    return there && there.facts.id === item.id ? there : null;
  }

  market.known = (item) => {
    const it = found(item);
    if (!it) return { state: "gone" };
    if (it.facts) return { state: "here", code: it.code, facts: it.facts };
    return { state: it.state || "waiting", need: it.need };
  };

  function load(number, call) {
    files.set(number, "waiting");
    const script = document.createElement("script");
    script.src = market.root + "shortlist/" + number + ".js";
    const end = () => {
      script.remove();
      if (files.get(number) === "waiting") files.set(number, "broken");
      call();
    };
    script.onload = end;
    script.onerror = end;
    document.head.append(script);
  }

  market.fetch = (items, call) => {
    const wanted = items.map(market.known).filter((one) => one.state === "waiting");
    new Set(wanted.map((one) => one.need)).forEach((number) => {
      if (!files.has(number)) load(number, call);
    });
  };

  market.again = () => {
    files.forEach((file, number) => {
      if (file === "broken") files.delete(number);
    });
  };
})(ocopMarket);
