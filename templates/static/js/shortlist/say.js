// What the page of the market list says, and elements to say it with. Text goes in as text, so that
// nothing written by a visitor, by an editor or in an address can become markup.
this.ocopMarket = {};
(function (market) {
  "use strict";
  const language = document.documentElement.lang || "vi";
  const at = document.getElementById("market");
  const told = JSON.parse(at.dataset.told);
  const numbers = new Intl.NumberFormat(language);
  const plurals = new Intl.PluralRules(language);

  market.at = at;
  market.told = told;
  market.language = language;
  market.root = ocopList.root.href;
  market.COMPARED = 4;

  // A text with {n} and others filled in; n chooses the plural form.
  market.fill = (text, values) => {
    const form = typeof text === "string" ? text : text[plurals.select(values.n)] || text.other;
    return form.replace(/\{(\w+)\}/g, (hole, name) => {
      const value = (values || {})[name];
      if (typeof value === "number") return numbers.format(value);
      return value === undefined ? hole : value;
    });
  };
  market.say = (key, values) => market.fill(told.say[key], values);

  // An element: its class, its attributes (null and false leave one out), its children.
  market.make = (name, style, attributes, ...children) => {
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

  // One of the page's symbols.
  market.icon = (name, style) => {
    const space = "http://www.w3.org/2000/svg";
    const svg = document.createElementNS(space, "svg");
    const use = document.createElementNS(space, "use");
    svg.setAttribute("class", style || "i");
    svg.setAttribute("aria-hidden", "true");
    use.setAttribute("href", "#i-" + name);
    svg.append(use);
    return svg;
  };

  market.button = (style, icon, text, press) => {
    const button = market.make(
      "button", style, { type: "button" }, icon && market.icon(icon), market.make("span", "", null, text),
    );
    button.addEventListener("click", () => press(button));
    return button;
  };

  // Half of a surrogate pair is no text: what is handed on must be well formed.
  market.whole = (text) =>
    text.replace(/[\ud800-\udbff][\udc00-\udfff]|[\ud800-\udfff]/g, (one) => (one[1] ? one : "\ufffd"));

  // An editor's words: in the wanted language, else the site's first, else any; [text, language].
  market.words = (text, wanted) => {
    const spoken = [wanted || language, told.first].concat(Object.keys(text || {}))
      .find((code) => text && text[code]);
    return spoken ? [text[spoken], spoken] : ["", language];
  };

  // The same as an element, marked where it is in another language than the page.
  market.spoken = (name, style, text) => {
    const [said, code] = market.words(text);
    return market.make(name, style, { lang: code === language ? null : code }, said);
  };
})(ocopMarket);
