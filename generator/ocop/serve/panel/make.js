// Elements of the preview's panel, which lies over a page and is never part of the site. Text goes
// in as text, so that nothing written by an editor can become markup; the panel lives in a shadow
// of its own, so that neither the page's style nor its scripts meet it.
//
//   preview.make(name, style, text, ...children)   an element
//   preview.button(style, text, press), preview.link(style, text, address)
//   preview.root     where the panel lies
this.ocopPreview = {};
(function (preview) {
  "use strict";
  const host = document.createElement("div");
  host.id = "ocop-preview";
  preview.host = host;
  preview.root = host.attachShadow({ mode: "open" });

  preview.make = function (name, style, text, ...children) {
    const made = document.createElement(name);
    if (style) made.className = style;
    if (text) made.textContent = text;
    made.append(...children.filter(Boolean));
    return made;
  };

  preview.button = function (style, text, press) {
    const made = preview.make("button", style, text);
    made.type = "button";
    made.addEventListener("click", press);
    return made;
  };

  preview.link = function (style, text, address) {
    const made = preview.make("a", style, text);
    made.href = address;
    return made;
  };
})(this.ocopPreview);
