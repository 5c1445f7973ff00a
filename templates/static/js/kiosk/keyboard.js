// The keyboard on the screen: every Vietnamese letter and tone by one touch, no Telex to know.
//
//   kiosk.keyboard(field, changed) -> element   types into `field` and calls changed() after each key
// The tones stand on the letter that would carry them in what is typed. Arrow keys go from key to
// key; the whole keyboard is one stop of the tab key.
(function (kiosk) {
  "use strict";
  const { make, say } = kiosk;
  const TONES = [["acute", "\u0301"], ["grave", "\u0300"], ["hook", "\u0309"], ["tilde", "\u0303"], ["dot", "\u0323"]];
  const GROUPS = [["marks", ["ăâđêôơư"]], ["digits", ["1234567890"]], ["letters", ["qwertyuiop", "asdfghjkl", "zxcvbnm"]]];

  // Replaces what stands before the caret by what `edit` makes of it.
  function typed(field, edit) {
    const at = field.selectionStart, end = field.selectionEnd;
    const before = field.value.slice(0, at), made = edit(before, at !== end);
    if ((made + field.value.slice(end)).length > field.maxLength) return;
    field.value = made + field.value.slice(end);
    field.setSelectionRange(made.length, made.length);
  }

  const letter = (sign) => (before) => before + sign;
  const erased = (before, chosen) => (chosen ? before : Array.from(before.normalize("NFC")).slice(0, -1).join(""));

  function key(style, name, content, press) {
    const made = make("button", "key " + style, { type: "button", tabindex: -1, "data-key": name }, ...content);
    // The field keeps the caret.
    ["pointerdown", "mousedown"].forEach((name) => made.addEventListener(name, (event) => event.preventDefault()));
    made.addEventListener("click", press);
    return made;
  }

  // The key that lies nearest in the row above or below.
  function beside(keys, one, up) {
    const from = one.getBoundingClientRect(), middle = from.left + from.width / 2;
    const far = keys.map((each) => {
      const box = each.getBoundingClientRect(), down = (up ? -1 : 1) * (box.top - from.top);
      return down < 4 ? Infinity : down * 100 + Math.abs(box.left + box.width / 2 - middle);
    });
    const least = Math.min(...far);
    return least === Infinity ? one : keys[far.indexOf(least)];
  }

  function arrows(board) {
    const keys = Array.from(board.querySelectorAll(".key"));
    const steps = {
      ArrowRight: (at) => keys[at + 1], ArrowLeft: (at) => keys[at - 1],
      ArrowDown: (at) => beside(keys, keys[at], false), ArrowUp: (at) => beside(keys, keys[at], true),
    };
    keys[0].tabIndex = 0;
    board.addEventListener("keydown", (event) => {
      const step = steps[event.key], to = step && step(keys.indexOf(event.target));
      if (!step) return;
      event.preventDefault();
      if (to) to.focus();
    });
    board.addEventListener("focusin", (event) => {
      keys.forEach((one) => { one.tabIndex = one === event.target ? 0 : -1; });
    });
  }

  kiosk.keyboard = (field, changed) => {
    const does = (edit) => () => {
      typed(field, edit);
      renew();
      changed();
    };
    const tones = TONES.map(([name, mark]) => {
      const sign = make("span", "key-sign");
      const made = key("key-tone", say(name), [sign, make("small", "", null, say(name))],
        does((before) => kiosk.toned(before, mark)));
      return { made, sign, mark };
    });
    const renew = () => {
      const carrier = kiosk.carrier(field.value.slice(0, field.selectionStart)) || "a";
      tones.forEach(({ sign, mark }) => { sign.textContent = (carrier + mark).normalize("NFC"); });
    };
    const signs = (row) => Array.from(row).map((sign) => key("", sign, [sign], does(letter(sign))));
    const erase = key("key-wide", say("erase"), [kiosk.icon("erase")], does(erased));
    erase.setAttribute("aria-label", say("erase"));
    const rows = GROUPS.map(([name, lines]) => [name, lines.map((row) => make("div", "key-row", null, ...signs(row)))]);
    rows[2][1][2].append(erase);
    const foot = make(
      "div", "key-row", null,
      key("key-wide", say("clear"), [say("clear")], () => {
        field.value = "";
        does((before) => before)();
      }),
      key("key-space", say("space"), [say("space")], does(letter(" "))),
    );
    const group = (name, ...lines) =>
      make("div", "keys keys-" + name, { role: "group", "aria-label": say(name) }, ...lines);
    const board = make(
      "div", "keyboard", { role: "group", "aria-label": say("keyboard") },
      group("tones", make("div", "key-row", null, ...tones.map(({ made }) => made))),
      ...rows.map(([name, lines]) => group(name, ...lines)), foot,
    );
    arrows(board);
    renew();
    field.addEventListener("input", renew);
    return board;
  };
})(ocopKiosk);
