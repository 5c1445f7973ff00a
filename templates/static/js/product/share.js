// One button to share the page: the device's own sheet where there is one, else ours with the
// link, what may be done with it and the QR code, large enough for a colleague's phone. The code
// on the page opens ours too.
(function () {
  "use strict";
  const button = document.querySelector("[data-share]");
  const code = document.querySelector(".qr");
  if (!button || !code) return;
  const [title, copy, copied, mail, scan, close] = button.dataset.share.split("|");
  const canonical = document.querySelector("link[rel=canonical]");
  const url = canonical ? canonical.href : location.href;
  const name = document.querySelector("h1").textContent;
  let sheet = null;

  function make(words, attributes, ...inside) {
    const [kind, ...looks] = words.split(".");
    const made = document.createElement(kind);
    made.className = looks.join(" ");
    Object.keys(attributes).forEach((key) => made.setAttribute(key, attributes[key]));
    made.append(...inside);
    return made;
  }

  function built() {
    const field = make("input", { readonly: "", value: url, "aria-label": copy });
    field.addEventListener("focus", () => field.select());
    const ways = make("div.sheet-ways", {});
    if (navigator.clipboard) {
      ways.append(make("button.button.main", { type: "button", "data-copy": url, "data-done": copied }, copy));
    }
    const to = encodeURIComponent(url);
    ways.append(
      make("a.button", {
        href: "https://www.facebook.com/sharer/sharer.php?u=" + to, rel: "noopener noreferrer",
      }, "Facebook"),
      make("a.button", {
        href: "mailto:?subject=" + encodeURIComponent(name) + "&body=" + to,
      }, mail),
    );
    const done = make("button.sheet-close", { type: "button", "aria-label": close }, "×");
    const drawn = make("div.sheet-code", {}, code.querySelector("svg").cloneNode(true));
    const made = make(
      "dialog.sheet", { "aria-label": title },
      make("h2", {}, title), done, drawn, make("p.small.muted", {}, scan), field, ways,
    );
    done.addEventListener("click", () => made.close());
    made.addEventListener("click", (event) => event.target === made && made.close());
    document.body.append(made);
    return made;
  }

  function open() {
    sheet = sheet || built();
    sheet.showModal();
  }

  button.addEventListener("click", () => {
    if (!navigator.share) return open();
    navigator.share({ title: name, url }).catch((reason) => {
      if (reason.name !== "AbortError") open();
    });
  });
  code.addEventListener("click", open);
})();
