// What the search page says, and elements to say it with.
//
// Owns the page's words, its numbers and the making of elements: text goes in as text, so that
// nothing typed, written by an editor or read from the address can become markup.
this.ocopPage = {};
(function (page) {
  "use strict";
  const language = document.documentElement.lang || "vi";
  page.at = (id) => document.getElementById(id);
  const texts = JSON.parse(page.at("found").dataset.say);
  const numbers = new Intl.NumberFormat(language);
  const plurals = new Intl.PluralRules(language);

  page.language = language;
  page.root = document.documentElement.dataset.root || "";
  page.number = (n) => numbers.format(n);

  // The words of a key with {n} and others filled in; n chooses the plural form.
  page.say = (key, values) => {
    let text = texts[key];
    if (typeof text !== "string") text = text[plurals.select(values.n)] || text.other;
    return text.replace(/\{(\w+)\}/g, (hole, name) => {
      const value = values[name];
      return typeof value === "number" ? page.number(value) : value;
    });
  };

  // An element: its class, its attributes (null and false leave one out), its children.
  page.make = (name, style, attributes, ...children) => {
    const element = document.createElement(name);
    if (style) element.className = style;
    for (const key of Object.keys(attributes || {})) {
      const value = attributes[key];
      if (value !== undefined && value !== null && value !== false)
        element.setAttribute(key, value === true ? "" : value);
    }
    element.append(...children.filter((child) => child !== null && child !== ""));
    return element;
  };

  // One of the page's symbols.
  page.icon = (name, style) => {
    const space = "http://www.w3.org/2000/svg";
    const svg = document.createElementNS(space, "svg");
    const use = document.createElementNS(space, "use");
    svg.setAttribute("class", style);
    svg.setAttribute("aria-hidden", "true");
    use.setAttribute("href", "#i-" + name);
    svg.append(use);
    return svg;
  };

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
