// What the kiosk's screen says, and elements to say it with. Text goes in as text, so that nothing
// written by an editor or a visitor can become markup.
//
//   kiosk.told          what the page was given (generator/ocop/pages/views/kiosk.py)
//   kiosk.root          the way to the site's root; kiosk.language: the page's
//   kiosk.say(key, values), kiosk.make(name, style, attributes, ...children)
//   kiosk.icon(name), kiosk.button(style, icon, text, press)
//   kiosk.spoken(name, style, text)   an editor's words by language, in the page's if there are such
this.ocopKiosk = {};
(function (kiosk) {
  "use strict";
  const page = document.documentElement;
  const told = JSON.parse(document.getElementById("sheet").dataset.told);
  const language = page.lang || "vi";
  const numbers = new Intl.NumberFormat(language);
  const plurals = new Intl.PluralRules(language);
  const SPACE = "http://www.w3.org/2000/svg";

  kiosk.told = told;
  kiosk.language = language;
  kiosk.root = page.dataset.root;
  kiosk.at = (id) => document.getElementById(id);

  // {n} and others are filled in; n chooses the plural form.
  kiosk.say = (key, values) => {
    const text = told.say[key], known = values || {};
    const form = typeof text === "string" ? text : text[plurals.select(known.n)] || text.other;
    return form.replace(/\{(\w+)\}/g, (hole, name) => {
      const value = known[name];
      if (typeof value === "number") return numbers.format(value);
      return value === undefined ? hole : value;
    });
  };

  // Attributes that are null, undefined or false are left out, and so are empty children.
  kiosk.make = (name, style, attributes, ...children) => {
    const element = document.createElement(name);
    if (style) element.className = style;
    for (const key of Object.keys(attributes || {})) {
      const value = attributes[key];
      if (value !== undefined && value !== null && value !== false)
        element.setAttribute(key, value === true ? "" : value);
    }
    element.append(...children.filter((child) => child));
    return element;
  };

  kiosk.shape = (name, attributes, ...children) => {
    const element = document.createElementNS(SPACE, name);
    for (const key of Object.keys(attributes)) element.setAttribute(key, attributes[key]);
    element.append(...children);
    return element;
  };

  kiosk.icon = (name, style) =>
    kiosk.shape(
      "svg", { class: style || "i", "aria-hidden": "true" },
      kiosk.shape("use", { href: "#i-" + name }),
    );

  kiosk.button = (style, icon, text, press) => {
    const button = kiosk.make(
      "button", style, { type: "button" }, icon && kiosk.icon(icon), kiosk.make("span", "", null, text),
    );
    button.addEventListener("click", () => press(button));
    return button;
  };

  // In the page's language, else the site's first, else any: [text, its language].
  kiosk.words = (text) => {
    const spoken = [language, told.first].concat(Object.keys(text)).find((code) => text[code]);
    return [text[spoken] || "", spoken];
  };

  kiosk.spoken = (name, style, text) => {
    const [said, code] = kiosk.words(text);
    return kiosk.make(name, style, { lang: code === language ? null : code }, said);
  };

  // Names of places are Vietnamese whatever the page speaks.
  kiosk.foreign = language === "vi" ? null : "vi";
})(ocopKiosk);
