// What can be done with the whole list: send, print, clear.
//
//   market.tools(ask) -> element; ask: {own, items(), clear(), keep()}
(function (market) {
  "use strict";
  const { make, say, button } = market;

  // A link to a stick leads nobody else anywhere.
  const address = (items) =>
    (location.protocol === "file:" ? market.publicLink(items) : market.link(items));

  function send(items, pressed) {
    const url = address(items);
    if (!navigator.share) market.copy(url, pressed);
    else navigator.share({ title: document.title, url }).catch((fault) => {
      if (fault.name !== "AbortError") market.copy(url, pressed);
    });
  }

  // The question stands where the button was, so that no finger clears a list by a slip.
  function sure(ask, pressed) {
    const back = () => {
      question.replaceWith(pressed);
      pressed.focus();
    };
    const yes = button("button", null, say("yes"), () => {
      question.replaceWith(pressed);
      ask.clear();
    });
    const no = button("button main", null, say("no"), back);
    const words = make("span", "", null, say("clear_sure", { n: ask.items().length }));
    const question = make("div", "sure", { role: "group" }, words, yes, no);
    question.addEventListener("keydown", (event) => {
      if (event.key === "Escape") back();
    });
    pressed.replaceWith(question);
    no.focus();
  }

  const mine = () => make("a", "button", { href: "#" }, say("mine"));

  // Not by the address, which holds the list that a link brought.
  function goTo(id) {
    const head = document.getElementById(id);
    head.tabIndex = -1;
    head.scrollIntoView();
    head.focus({ preventScroll: true });
  }

  market.tools = (ask) => {
    const sends = navigator.share ? "share" : "copy_link";
    const parts = ask.own
      ? [button("button main", "link", say(sends), (it) => send(ask.items(), it))]
      : [button("button main", null, say("keep"), ask.keep), mine()];
    parts.push(button("button", "chat", say("letter"), () => goTo("letter")));
    parts.push(button("button", null, say("print"), () => print()));
    if (ask.own) parts.push(button("button quiet", null, say("clear"), (it) => sure(ask, it)));
    return make("div", "market-tools", null, ...parts);
  };
})(ocopMarket);
