// The photos of a page, large, one at a time, in a dialog that is made when a photo is opened.
// Without this script each photo is a link to its large file.
(function (gallery) {
  "use strict";
  const SYMBOLS = "http://www.w3.org/2000/svg";
  const CROSS = "M6.4 5L5 6.4l5.6 5.6L5 17.6 6.4 19l5.6-5.6 5.6 5.6 1.4-1.4-5.6-5.6L19 6.4 17.6 5 12 10.6z";
  const BACK = "M15.4 4.6L14 3.2 5.2 12l8.8 8.8 1.4-1.4L8 12z";
  const ON = "M8.6 4.6L10 3.2 18.8 12 10 20.8l-1.4-1.4L16 12z";
  const PLUS = "M10.5 4a6.5 6.5 0 1 0 4 11.6l4.7 4.7 1.4-1.4-4.7-4.7A6.5 6.5 0 0 0 10.5 4zm0 2a4.5 4.5 0 1 1 0 9 4.5 4.5 0 0 1 0-9zm-1 2v1.5H8v2h1.5V13h2v-1.5H13v-2h-1.5V8z";

  function make(name, look, ...inside) {
    const made = document.createElement(name);
    made.className = look;
    made.append(...inside);
    return made;
  }

  function button(look, words, drawing, act) {
    const icon = document.createElementNS(SYMBOLS, "svg");
    const path = document.createElementNS(SYMBOLS, "path");
    icon.setAttribute("viewBox", "0 0 24 24");
    icon.setAttribute("aria-hidden", "true");
    path.setAttribute("d", drawing);
    icon.append(path);
    const made = make("button", look, icon);
    made.type = "button";
    made.setAttribute("aria-label", words);
    made.title = words;
    made.addEventListener("click", act);
    return made;
  }

  function viewer(root) {
    const links = Array.from(root.querySelectorAll("figure > a"));
    const [title, close, before, after, larger] = root.dataset.words.split("|");
    const small = make("img", "viewer-under"), large = make("img", "");
    const picture = make("div", "viewer-picture", small, large);
    const stage = make("div", "viewer-stage", picture);
    const count = make("p", "viewer-count"), words = make("p", "viewer-words");
    const zoom = gallery.zoom(stage, picture);
    let at = 0, opener = null;

    function show(number) {
      at = (number + links.length) % links.length;
      const link = links[at], shown = link.querySelector("picture img");
      const told = link.parentNode.querySelector("figcaption");
      small.src = shown.currentSrc || shown.src;
      small.alt = "";
      large.src = link.href;
      large.alt = shown.alt;
      large.lang = shown.lang;
      words.replaceChildren(...(told ? told.cloneNode(true).childNodes : []));
      count.textContent = links.length > 1 ? at + 1 + " / " + links.length : "";
      zoom.reset();
    }

    function step(by) {
      if (links.length > 1) show(at + by);
    }

    function toggle() {
      const box = stage.getBoundingClientRect();
      zoom.at(zoom.scale() > 1 ? 1 : 2.5, box.left + box.width / 2, box.top + box.height / 2);
    }

    const tools = [
      button("viewer-close", close, CROSS, () => dialog.close()),
      button("viewer-zoom", larger, PLUS, toggle),
    ];
    if (links.length > 1) {
      tools.push(button("viewer-before", before, BACK, () => step(-1)));
      tools.push(button("viewer-after", after, ON, () => step(1)));
    }
    const dialog = make("dialog", "viewer", stage, make("div", "viewer-foot", count, words), ...tools);
    dialog.setAttribute("aria-label", title);
    count.setAttribute("role", "status");
    dialog.addEventListener("close", () => {
      opener.focus();
      large.removeAttribute("src");
    });
    document.body.append(dialog);
    gallery.gestures({ dialog, stage, zoom, show, step, last: links.length - 1 });

    return function (link) {
      opener = link;
      show(links.indexOf(link));
      dialog.showModal();
    };
  }

  document.querySelectorAll(".gallery").forEach((root) => {
    let open = null;
    root.addEventListener("click", (event) => {
      const link = event.target.closest("figure > a");
      if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      open = open || viewer(root);
      open(link);
    });
  });
})(window.ocopGallery);
