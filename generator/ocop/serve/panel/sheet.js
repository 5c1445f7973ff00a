// The list of what is amiss, over the lower part of the page: the last good page stays above it.
// It opens by itself when faults come and goes when they are mended; once hidden it stays so until
// there are others. Warnings are listed only on request.
//
//   preview.faults(news), preview.warn()   show one list; preview.hide() shows none
(function (preview) {
  "use strict";
  const { make, button, link } = preview;
  const sheet = make("section");
  const said = make("p", "quiet");
  let last = "";
  sheet.hidden = true;
  sheet.tabIndex = -1;
  said.setAttribute("role", "status");

  function place(fault) {
    const text = `${fault.path}:${fault.line}:${fault.column}`;
    const where = fault.open ? link("", text, fault.open) : make("span", "", text);
    if (fault.open) where.title = preview.news.words.open;
    return make("p", "place", "", where, make("span", "code", `  ${fault.code}`));
  }

  function entry(fault) {
    return make("li", "", "", place(fault), make("p", "", fault.message), make("p", "hint", fault.hint));
  }

  function fill(kind, title, list, rest, failure) {
    const head = make("h2", "", title);
    head.id = "title";
    sheet.replaceChildren(
      make("header", "", "", head, button("", preview.news.words.close, preview.hide)),
      failure ? make("p", "failure", failure) : make("ol", "", "", ...list.map(entry)),
      rest && !failure ? make("p", "rest", rest) : ""
    );
    sheet.className = `sheet ${kind}`;
    sheet.setAttribute("aria-labelledby", "title");
    sheet.hidden = false;
  }

  preview.hide = function () {
    const inside = sheet.contains(preview.root.activeElement);
    sheet.hidden = true;
    preview.bar();
    if (inside) preview.back();
  };

  preview.faults = function (again) {
    const { title, faults, failure, rest } = preview.news;
    const now = JSON.stringify([failure, faults]);
    const amiss = faults.length > 0 || Boolean(failure);
    if (!amiss && (last || sheet.classList.contains("warned"))) sheet.hidden = true;
    if (amiss && (again || now !== last)) {
      fill("faults", title, faults, rest.faults, failure);
      said.textContent = title;
    }
    if (!amiss && last) said.textContent = preview.news.words.mended;
    last = amiss ? now : "";
  };

  preview.warn = function () {
    const { words, warnings, rest } = preview.news;
    fill("warned", words.warnings, warnings, rest.warnings, "");
    preview.bar();
    sheet.focus();
  };

  preview.amiss = () => Boolean(last);
  preview.covered = () => !sheet.hidden;
  preview.sheet = [said, sheet];
})(this.ocopPreview);
