// Elements, and the words of the box.
//
//   box.make(tag, class, attributes, ...children) -> element; children are elements or texts,
//     an attribute that is null is left out
//   box.icon(name) -> <svg>
//   box.say(key, values) -> the text of `box.<key>`, {n} and {query} filled in
ocopSearch.box = {};
(function (box) {
  "use strict";
  const SVG = "http://www.w3.org/2000/svg";

  box.make = (tag, style, attributes, ...children) => {
    const made = document.createElement(tag);
    if (style) made.className = style;
    for (const [name, value] of Object.entries(attributes || {})) {
      if (value !== null) made.setAttribute(name, value);
    }
    made.append(...children);
    return made;
  };

  box.icon = (name) => {
    const made = document.createElementNS(SVG, "svg");
    made.setAttribute("class", name === "star" ? "star" : "i");
    made.setAttribute("aria-hidden", "true");
    const use = document.createElementNS(SVG, "use");
    use.setAttribute("href", "#i-" + name);
    made.append(use);
    return made;
  };

  box.say = (key, values) =>
    ocopSearch.value("entry", 0).box.words[key].replace(/\{(\w+)\}/g, (_, name) => values[name]);
})(ocopSearch.box);
