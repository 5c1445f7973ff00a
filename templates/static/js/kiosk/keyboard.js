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

  // The tones: each key, what stands on it, its mark.
  const toneKeys = (does) => TONES.map(([name, mark]) => {
    const sign = make("span", "key-sign"), label = make("small", "", null, say(name));
    const made = key("key-tone", say(name), [sign, label], does((before) => kiosk.toned(before, mark)));
    return { made, sign, mark };
  });

  const line = (...keys) => make("div", "key-row", null, ...keys);
  const group = (name, ...lines) =>
    make("div", "keys keys-" + name, { role: "group", "aria-label": say(name) }, ...lines);

  function letterKeys(does, erase) {
    const signs = (row) => Array.from(row).map((sign) => key("", sign, [sign], does((before) => before + sign)));
    const groups = GROUPS.map(([name, rows]) => group(name, ...rows.map((row) => line(...signs(row)))));
    groups[groups.length - 1].lastChild.append(erase);
    return groups;
  }

  function eraser(does) {
    const made = key("key-wide", say("erase"), [kiosk.icon("erase")], does(erased));
    made.setAttribute("aria-label", say("erase"));
    return made;
  }

  function clearer(field, does) {
    const again = does((before) => before);
    return key("key-wide", say("clear"), [say("clear")], () => {
      field.value = "";
      again();
    });
  }

  kiosk.keyboard = (field, changed) => {
    const renew = () => {
      const carrier = kiosk.carrier(field.value.slice(0, field.selectionStart)) || "a";
      tones.forEach(({ sign, mark }) => { sign.textContent = (carrier + mark).normalize("NFC"); });
    };
    const does = (edit) => () => {
      typed(field, edit);
      renew();
      changed();
    };
    const tones = toneKeys(does);
    const space = key("key-space", say("space"), [say("space")], does((before) => before + " "));
    const board = make(
      "div", "keyboard", { role: "group", "aria-label": say("keyboard") },
      group("tones", line(...tones.map(({ made }) => made))),
      ...letterKeys(does, eraser(does)), line(clearer(field, does), space),
    );
    arrows(board);
    renew();
    field.addEventListener("input", renew);
    return board;
  };
})(ocopKiosk);
