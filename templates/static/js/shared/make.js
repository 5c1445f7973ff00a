// What a page says, and elements to say it with: a part of several scripts (their parts.txt). Text
// goes in as text, so that nothing that an editor or a visitor has written, or that stands in an
// address, can become markup.
//
//   ocopMake(it, texts)   gives `it` the page's language, and
//     it.number(n)
//     it.fill(text, values), it.say(key, values)   {n} and others filled in; n chooses the plural
//     it.make(name, style, attributes, ...children)   leaves out what is null, undefined or false
//     it.shape(name, attributes, ...children)   the same of a drawing
//     it.icon(name, style)   one of the page's symbols
this.ocopMake = (it, texts) => {
  "use strict";
  const language = it.language = document.documentElement.lang;
  const plurals = new Intl.PluralRules(language);

  it.number = new Intl.NumberFormat(language).format;

  it.fill = (text, values = {}) => {
    if (typeof text !== "string") text = text[plurals.select(values.n)] || text.other;
    return text.replace(/\{(\w+)\}/g, (hole, name) => {
      const value = values[name];
      return typeof value === "number" ? it.number(value) : value === undefined ? hole : value;
    });
  };
  it.say = (key, values) => it.fill(texts[key], values);

  const dressed = (element, attributes, children) => {
    for (const key of Object.keys(attributes)) {
      const value = attributes[key];
      if (value !== undefined && value !== null && value !== false)
        element.setAttribute(key, value === true ? "" : value);
    }
    element.append(...children.filter((child) => child));
    return element;
  };

  it.make = (name, style, attributes, ...children) =>
    dressed(document.createElement(name), Object.assign({ class: style || null }, attributes), children);

  it.shape = (name, attributes, ...children) =>
    dressed(document.createElementNS("http://www.w3.org/2000/svg", name), attributes, children);

  it.icon = (name, style = "i") =>
    it.shape("svg", { class: style, "aria-hidden": "true" }, it.shape("use", { href: "#i-" + name }));
};
