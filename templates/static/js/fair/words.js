// The booths of a fair's page: the rows of the table, each with its stall on the plan.
//
//   ocopBooths = {at, say(key, values), make(name, style, text), booths: [{rows, stall, text, ids}]}
// at is the place of the tools; text what a booth is found by, folded; ids the products there.
this.ocopBooths = {};
(function (fair) {
  "use strict";
  const at = document.getElementById("booth-tools");
  const words = JSON.parse(at.dataset.said);
  const PRODUCT = /\/products\/([a-z0-9-]+)\.html$/;

  // As generator/ocop/text.py folds: no case, no marks, đ as d.
  fair.fold = (text) => text.normalize("NFD").replace(/[\u0300-\u036f]/g, "").toLowerCase()
    .replace(/đ/g, "d").replace(/\s+/g, " ").trim();

  fair.at = at;
  fair.say = (key, values) => ocopSay(words, key, values || {});
  fair.make = (name, style, text) => {
    const element = document.createElement(name);
    if (style) element.className = style;
    if (text) element.textContent = text;
    return element;
  };

  const stalls = new Map();
  document.querySelectorAll("a.stall").forEach((one) => {
    stalls.set(one.getAttribute("href").slice(1), one);
  });

  const products = (row) => Array.from(row.querySelectorAll("a"), (one) => PRODUCT.exec(one.pathname))
    .filter(Boolean).map((found) => found[1]);

  // Rows that share a number follow the one that bears its id.
  fair.booths = [];
  document.querySelectorAll(".booths tbody tr").forEach((row) => {
    if (row.id) fair.booths.push({ rows: [], stall: stalls.get(row.id), text: "", ids: [] });
    const booth = fair.booths[fair.booths.length - 1];
    booth.rows.push(row);
    booth.text += " " + fair.fold(Array.from(row.cells, (one) => one.textContent).join(" "));
    booth.ids.push(...products(row));
  });
})(ocopBooths);
