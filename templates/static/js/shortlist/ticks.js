// What the visitor has ticked off at a fair: kept in this browser, where it can be.
//
//   market.ticks(fair)   {has(id), set(id, on)} of a fair's id
(function (market) {
  "use strict";
  const held = new Map();
  const key = (fair) => "ocop-walk-1:" + ocopList.root.pathname + fair;

  function read(fair) {
    try {
      const found = JSON.parse(localStorage.getItem(key(fair)));
      return new Set(Array.isArray(found) ? found.filter((one) => typeof one === "string") : []);
    } catch (fault) {
      return new Set();
    }
  }

  market.ticks = (fair) => {
    if (!held.has(fair)) held.set(fair, read(fair));
    const ticked = held.get(fair);
    return {
      has: (id) => ticked.has(id),
      set: (id, on) => {
        if (on) ticked.add(id);
        else ticked.delete(id);
        try {
          localStorage.setItem(key(fair), JSON.stringify([...ticked].slice(-500)));
        } catch (refused) {
          // Where nothing may be stored the ticks last as long as the page.
        }
      },
    };
  };
})(ocopMarket);
