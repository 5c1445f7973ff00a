// Notes what happens in a page that is measured.
//
//   watch.first   when the first result was on the page (performance.now()), null if none was yet
//   watch.done    when the answer was whole, likewise
//   watch.seen, watch.settled   promises of these moments
//   watch.type(field, text, ready) -> promise: puts a text into a field as a typist does, and
//     waits until ready() and two frames are drawn
//   watch.pieces  milliseconds of each piece of script since watch.hook(), in order
"use strict";
(function (global) {
  const PATIENCE = 120000;
  const watch = { first: null, done: null, pieces: [] };
  const moment = () => {
    let reach;
    const reached = new Promise((resolve, reject) => {
      reach = resolve;
      setTimeout(() => reject(new Error("nothing is shown")), PATIENCE);
    });
    return [reached, reach];
  };
  const [seen, see] = moment();
  const [settled, settle] = moment();
  Object.assign(watch, { seen, settled });
  for (const one of [seen, settled]) one.catch(() => {});

  const noted = new MutationObserver(() => {
    const now = performance.now();
    const results = document.getElementById("results");
    if (!results) return;
    if (watch.first === null && results.querySelector("[data-product]")) {
      watch.first = now;
      see();
    }
    if (results.dataset.ready !== "true") return;
    watch.done = now;
    noted.disconnect();
    see();
    settle();
  });
  noted.observe(document, {
    childList: true, subtree: true, attributes: true, attributeFilter: ["data-ready"],
  });

  const timed = (call) => (...values) => {
    const start = performance.now();
    try {
      return call(...values);
    } finally {
      watch.pieces.push(performance.now() - start);
    }
  };

  // All that a page puts off to later goes through one of these.
  watch.hook = () => {
    for (const name of ["setTimeout", "requestAnimationFrame", "requestIdleCallback"]) {
      const own = global[name].bind(global);
      watch[name] = own;
      global[name] = (call, ...rest) => own(timed(call), ...rest);
    }
  };

  const frame = () => new Promise((resolve) => watch.requestAnimationFrame(resolve));

  watch.type = async (field, text, ready) => {
    field.value = text;
    timed(() => field.dispatchEvent(new Event("input", { bubbles: true })))();
    while (!ready()) await new Promise((resolve) => watch.setTimeout(resolve, 5));
    await frame();
    await frame();
  };

  global.watch = watch;
})(window);
