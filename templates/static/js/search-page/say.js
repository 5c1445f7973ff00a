// What the search page is told and says.
this.ocopPage = {};
(function (page) {
  "use strict";
  page.at = (id) => document.getElementById(id);
  page.root = document.documentElement.dataset.root || "";
  ocopMake(page, JSON.parse(page.at("found").dataset.say));

  // What to show of {text} with the value in bold: page.bold("nothing", "query", "tra").
  page.bold = (key, name, value) => {
    const [before, after] = page.say(key, { [name]: "\u0000" }).split("\u0000");
    return [before, page.make("b", "", null, value), after];
  };

  // A copy of an object with some of its values in place of others.
  page.but = (object, changed) => Object.assign({}, object, changed);

  page.show = (element, shown) => {
    element.hidden = !shown;
  };
})(ocopPage);
