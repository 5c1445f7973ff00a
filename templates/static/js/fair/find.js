// Finding a booth: what is typed leaves the rows that hold it and dims the other stalls.
//
//   ocopBooths.sieve(test)   adds a test that a booth must pass; {refresh()}
(function (fair) {
  "use strict";
  const FEW = 6;
  const tests = [];
  const said = fair.make("p", "booth-said muted");
  const field = fair.make("input");
  said.setAttribute("role", "status");

  function show(booth, on) {
    booth.rows.forEach((row) => row.classList.toggle("is-away", !on));
    if (booth.stall) booth.stall.classList.toggle("is-away", !on);
  }

  function refresh() {
    const asked = tests.filter((one) => one.on());
    let n = 0;
    fair.booths.forEach((booth) => {
      const on = asked.every((one) => one.passes(booth));
      show(booth, on);
      n += on ? 1 : 0;
    });
    said.textContent = !asked.length ? ""
      : n ? fair.say("found", { n }) : fair.say("none", { query: field.value.trim() });
  }

  fair.sieve = (test) => tests.push(test);
  fair.refresh = refresh;

  // Every word must be there; a number as the beginning of one: 1 finds 1, 12 and 1A.
  const words = () => fair.fold(field.value).split(" ").filter(Boolean);
  const holds = (text, word) => (" " + text).includes(/^\d/.test(word) ? " " + word : word);
  fair.sieve({ on: () => words().length > 0, passes: (booth) => words().every((one) => holds(booth.text, one)) });

  // A stall that is dimmed leads to its row nevertheless.
  fair.booths.forEach((booth) => booth.stall && booth.stall.addEventListener("click", () => {
    if (!booth.rows[0].classList.contains("is-away")) return;
    tests.forEach((one) => one.off && one.off());
    field.value = "";
    refresh();
  }));

  if (fair.booths.length > FEW) {
    const label = fair.make("label", "booth-find");
    field.type = "search";
    field.autocomplete = "off";
    field.addEventListener("input", refresh);
    label.append(fair.make("span", "", fair.say("find")), field);
    fair.at.append(label);
  }
  fair.at.append(said);
})(ocopBooths);
