// Which booths have something that is on the visitor's market list, and the way past them.
(function (fair, list) {
  "use strict";
  const box = fair.make("input");
  const only = fair.make("label", "booth-only");
  const way = fair.make("p", "booth-way");
  const lead = fair.make("span");
  const link = fair.make("a", "button", fair.say("route"));
  const MARK = "M36 2h9v14l-4.5-3.5L36 16z";
  let kept = new Set();

  const here = (booth) => booth.ids.filter((id) => kept.has(id));

  function sign(stall) {
    const path = document.createElementNS("http://www.w3.org/2000/svg", "path");
    const x = stall.querySelector("use").getAttribute("x");
    path.setAttribute("class", "stall-kept");
    path.setAttribute("d", MARK);
    path.setAttribute("transform", "translate(" + x + ")");
    return path;
  }

  function mark(booth) {
    const on = here(booth).length > 0;
    booth.rows.forEach((row) => row.classList.toggle("is-kept", on && booth.ids.length > 0));
    const { stall } = booth;
    if (!stall) return;
    const label = stall.dataset.label || stall.getAttribute("aria-label");
    const old = stall.querySelector(".stall-kept");
    stall.dataset.label = label;
    stall.setAttribute("aria-label", on ? label + ", " + fair.say("kept") : label);
    if (on && !old) stall.append(sign(stall));
    if (!on && old) old.remove();
  }

  function refresh() {
    kept = new Set(list.items().map((one) => one.id));
    fair.booths.forEach(mark);
    const n = new Set([].concat(...fair.booths.map(here))).size;
    lead.textContent = n ? fair.say("route_lead", { n }) : "";
    way.hidden = only.hidden = !n;
    if (!n) box.checked = false;
    fair.refresh();
  }

  fair.sieve({
    on: () => box.checked, off: () => { box.checked = false; }, passes: (booth) => here(booth).length > 0,
  });
  box.type = "checkbox";
  box.addEventListener("change", fair.refresh);
  only.append(box, fair.make("span", "", fair.say("only_kept")));
  link.href = fair.at.dataset.route;
  way.append(lead, " ", link);
  fair.at.prepend(way);
  fair.at.insertBefore(only, fair.at.lastChild);
  list.watch(refresh);
  refresh();
})(ocopBooths, ocopList);
