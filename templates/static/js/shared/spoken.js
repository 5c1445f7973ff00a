// Editors' words by language, and buttons: a part of several scripts, after make.js.
//
//   ocopSpoken(it, first)   `first` is the site's first language; gives `it`
//     it.words(text, wanted)   [text, its language]: the wanted one, else the site's first, else any
//     it.spoken(name, style, text)   an element, marked where it is in another language than the page
//     it.button(style, icon, text, press)
this.ocopSpoken = (it, first) => {
  "use strict";
  const { make, language } = it;

  it.words = (text, wanted) => {
    const spoken = [wanted || language, first].concat(Object.keys(text || {}))
      .find((code) => text && text[code]);
    return spoken ? [text[spoken], spoken] : ["", language];
  };

  it.spoken = (name, style, text) => {
    const [said, code] = it.words(text);
    return make(name, style, { lang: code === language ? null : code }, said);
  };

  it.button = (style, icon, text, press) => {
    const button = make(
      "button", style, { type: "button" }, icon && it.icon(icon), make("span", "", null, text),
    );
    button.addEventListener("click", () => press(button));
    return button;
  };
};
