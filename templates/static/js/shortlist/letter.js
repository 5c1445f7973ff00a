// What to write to those who sell: a message for each, ready to be pasted, and one for all.
//
//   market.letters(all) -> the section's content; all are [{code, facts, item}, …]
//   market.copy(text, button)   copies, and says so on the button; shows the text if it cannot
(function (market) {
  "use strict";
  const { make, say, fill } = market;
  const letters = market.told.letters;
  const languages = Object.keys(letters);
  let language = languages.includes(market.language) ? market.language : languages[0];

  // Products by who sells them, in the order of the list; those of nobody known last.
  function grouped(all) {
    const groups = new Map();
    for (const one of all) {
      const makers = one.facts.makers || [];
      const maker = makers.find((each) => each.phones || each.zalo || each.email) || makers[0];
      const key = maker ? maker.id : "";
      if (!groups.has(key)) groups.set(key, { maker, all: [] });
      groups.get(key).all.push(one);
    }
    const found = [...groups.values()];
    return found.filter((one) => one.maker).concat(found.filter((one) => !one.maker));
  }

  const named = (text) => market.words(text, language)[0];

  function line({ code, facts, item }) {
    const words = letters[language];
    const unit = named(facts.unit);
    const n = item.n && unit ? fill(words.of, { n: String(item.n), unit }) : String(item.n);
    const said = fill(item.n ? words.many : words.item, { name: named(facts.name), code, n });
    const note = item.note.trim().replace(/\s+/g, " ");
    return note ? [said, "  " + fill(words.note, { note })] : [said];
  }

  const lines = (group) => [].concat(...group.all.map(line));

  function hello(maker) {
    const words = letters[language];
    if (!maker) return fill(words.hello_nobody, { site: words.site });
    return fill(words.hello, { maker: named(maker.name), site: words.site });
  }

  const message = (group) =>
    market.whole([hello(group.maker), ...lines(group), letters[language].ask].join("\n"));

  function reached(maker) {
    const words = letters[language];
    const found = (maker.phones || []).map(([number]) => fill(words.phone, { number }));
    if (maker.zalo) found.push(fill(words.zalo, { number: maker.zalo[0] }));
    if (maker.email) found.push(fill(words.mail, { address: maker.email }));
    if (maker.address) found.push(fill(words.address, { address: named(maker.address) }));
    return found;
  }

  // Everything in one text, for whoever does the buying: who, how to reach them, and what.
  function whole(groups) {
    const parts = groups.map((group, at) => {
      const maker = group.maker;
      const head = at + 1 + ". " + (maker ? named(maker.name) : say("nobody"));
      return [head, ...(maker ? reached(maker) : []), ...lines(group)].join("\n");
    });
    const { ask } = letters[language];
    return market.whole([hello(null), ...parts, ask].join("\n\n"));
  }

  function done(button) {
    const words = button.querySelector("span");
    const before = button.dataset.words || words.textContent;
    button.dataset.words = before;
    words.textContent = say("copied");
    setTimeout(() => { words.textContent = before; }, 3000);
  }

  // The old way, for pages without a secure connection; the text stays where it can be read if not.
  function byHand(text, button) {
    const field = make("textarea", "by-hand", { rows: 4, readonly: true, "aria-label": say("by_hand") });
    field.value = text;
    button.after(field);
    field.focus();
    field.select();
    if (!document.execCommand("copy")) return;
    field.remove();
    button.focus();
    done(button);
  }

  market.copy = (text, button) => {
    if (!navigator.clipboard) byHand(text, button);
    else navigator.clipboard.writeText(text).then(() => done(button), () => byHand(text, button));
  };

  const way = (icon, href, text) =>
    make("a", "button", { href, rel: "noopener noreferrer" }, market.icon(icon), make("span", "", null, text));

  function ways(maker) {
    const found = (maker ? maker.phones || [] : []).slice(0, 2)
      .map(([number, href]) => way("phone", href, say("call", { number })));
    if (maker && maker.zalo) found.push(way("chat", maker.zalo[1], say("zalo")));
    if (maker && maker.email) found.push(way("mail", "mailto:" + maker.email, say("mail")));
    return found;
  }

  function card(group) {
    const { maker } = group;
    const text = message(group);
    const copy = market.button("button main", "link", say("copy"), (button) => market.copy(text, button));
    const found = ways(maker);
    return make(
      "li", "order", null,
      make("h3", "", null, maker ? market.spoken("span", "", maker.name) : say("nobody")),
      make("pre", "", { lang: language, tabindex: 0 }, text),
      make("div", "order-ways", null, copy, ...found),
      maker && !found.length && make("p", "small muted", null, say("no_contact")),
    );
  }

  function choice(redraw) {
    const radios = languages.map((code) => {
      const radio = make("input", "", { type: "radio", name: "letter", value: code });
      radio.checked = code === language;
      radio.addEventListener("change", () => {
        language = code;
        redraw();
      });
      return make("label", "", { lang: code }, radio, make("span", "", null, letters[code].name));
    });
    return make(
      "fieldset", "order-languages", null, make("legend", "", null, say("letter_language")), ...radios,
    );
  }

  market.letters = (all) => {
    const cards = make("ul", "orders");
    const foot = make("p", "order-all");
    const redraw = () => {
      const groups = grouped(all);
      cards.replaceChildren(...groups.map(card));
      foot.replaceChildren(market.button("button", "link", say("copy_all"),
        (button) => market.copy(whole(groups), button)));
      foot.hidden = groups.length < 2;
    };
    redraw();
    return [make("p", "muted", null, say("letter_lead")), choice(redraw), cards, foot];
  };
})(ocopMarket);
