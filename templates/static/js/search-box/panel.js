// The list below the field: which rows it has, which of them is chosen, whether it is open.
//
//   box.panel(field) -> {show(children), drop(), wait(), close(), step(by), edge(last), chosen(),
//     open(), holds(element)}
//     show: offers rows, as elements, and answers how many can be chosen; drop: what is shown is
//     of an earlier query, none of it can be chosen; wait: nor will better come at once; step: to
//     the next (1) or the one before (-1), past the ends to the field; edge: to the first or last
(function (box) {
  "use strict";
  const ID = "finder-list";
  const MARGIN = 16;

  box.panel = (field) => {
    const list = box.make("div", "finder-panel", {
      id: ID, role: "listbox", "aria-label": box.say("list"), hidden: "",
    });
    let options = [];
    let at = -1;

    function choose(place) {
      if (options[at]) options[at].setAttribute("aria-selected", "false");
      at = place;
      if (at < 0) {
        field.removeAttribute("aria-activedescendant");
        return;
      }
      options[at].setAttribute("aria-selected", "true");
      options[at].scrollIntoView({ block: "nearest" });
      field.setAttribute("aria-activedescendant", options[at].id);
    }

    function drop() {
      choose(-1);
      options = [];
    }

    // A list that ends below what can be seen takes the field up with it, as far as that helps.
    function lift() {
      const seen = window.visualViewport ? window.visualViewport.height : window.innerHeight;
      const over = list.getBoundingClientRect().bottom - seen;
      const room = field.getBoundingClientRect().top - MARGIN;
      const behavior = matchMedia("(prefers-reduced-motion: reduce)").matches ? "auto" : "smooth";
      if (over > 0 && room > 0) window.scrollBy({ top: Math.min(over, room), behavior });
    }

    function reveal(open) {
      list.hidden = !open;
      field.setAttribute("aria-expanded", String(open));
    }

    field.setAttribute("aria-controls", ID);
    field.form.append(list);
    // A press on a row must not take the focus from the field, or the list would close under it.
    list.addEventListener("mousedown", (event) => event.preventDefault());

    return {
      show(children) {
        drop();
        list.replaceChildren(...children);
        list.removeAttribute("aria-busy");
        options = Array.from(list.querySelectorAll("[role=option]"));
        options.forEach((one, number) => { one.id = ID + "-" + number; });
        const opens = list.hidden;
        reveal(true);
        if (opens) lift();
        return options.length;
      },
      drop,
      wait() {
        drop();
        list.setAttribute("aria-busy", "true");
      },
      close() {
        drop();
        reveal(false);
      },
      step(by) {
        const stops = options.length + 1;
        choose(((at + 1 + by + stops) % stops) - 1);
      },
      edge(last) { choose(last ? options.length - 1 : 0); },
      chosen: () => options[at],
      open: () => !list.hidden,
      holds: (element) => list.contains(element),
    };
  };
})(ocopSearch.box);
