// The plan by keyboard: one stop for all stalls, arrows go from one to the next.
(function () {
  "use strict";
  const stalls = Array.from(document.querySelectorAll("a.stall"));
  const STEP = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };
  const ENDS = { Home: 0, End: stalls.length - 1 };
  if (!stalls.length) return;

  const middle = (stall) => {
    const box = stall.getBoundingClientRect();
    return [box.left + box.width / 2, box.top + box.height / 2];
  };

  function go(stall) {
    stalls.forEach((one) => one.setAttribute("tabindex", one === stall ? "0" : "-1"));
    stall.focus();
  }

  // The next in the row, or the nearest of the next line of stalls.
  function next(stall, [across, down]) {
    if (across) return stalls[stalls.indexOf(stall) + across];
    const [x, y] = middle(stall);
    let best = null;
    let least = Infinity;
    stalls.forEach((one) => {
      const [left, top] = middle(one);
      const far = (top - y) * down;
      if (far < 5) return;
      const way = far * 1000 + Math.abs(left - x);
      if (way < least) [best, least] = [one, way];
    });
    return best;
  }

  function pressed(event) {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const step = STEP[event.key];
    const found = step ? next(event.currentTarget, step) : stalls[ENDS[event.key]];
    if (!step && !found) return;
    event.preventDefault();
    if (found) go(found);
  }

  stalls.forEach((one, row) => {
    one.setAttribute("tabindex", row ? "-1" : "0");
    one.addEventListener("keydown", pressed);
  });
})();
