// What stands in the corner of a page in preview: the way to its files, how many warnings there
// are, the faults where their list is hidden, and that the preview was stopped.
(function (preview) {
  "use strict";
  const { make, button, link } = preview;
  const bar = make("div", "bar");
  const doors = make("ul", "doors");
  const lost = make("p", "lost");
  const errors = button("errors", "", () => { preview.faults(true); preview.bar(); });
  const warnings = button("warnings", "", () => preview.warn());
  const edit = button("edit", "", toggle);
  doors.id = "doors";
  edit.setAttribute("aria-controls", "doors");
  bar.append(lost, doors, errors, warnings, edit);
  lost.hidden = doors.hidden = errors.hidden = warnings.hidden = edit.hidden = true;
  lost.setAttribute("role", "status");

  // On a phone a sign has to do: the page needs its room.
  function label(made, sign, text) {
    made.replaceChildren(make("span", "sign", sign), make("span", "text", text));
    made.setAttribute("aria-label", text);
    made.title = text;
  }

  function toggle() {
    doors.hidden = !doors.hidden;
    edit.setAttribute("aria-expanded", String(!doors.hidden));
  }

  function door(file) {
    return make("li", "", "", file.open ? link("", file.path, file.open) : make("span", "", file.path));
  }

  function ways({ words, files, form }) {
    const first = form ? [make("li", "", "", link("", words.form, form))] : [];
    doors.replaceChildren(...first, ...files.map(door));
    label(edit, "✎", words.edit);
    edit.hidden = !doors.children.length;
    edit.setAttribute("aria-expanded", String(!doors.hidden));
  }

  preview.bar = function () {
    const news = preview.news;
    ways(news);
    errors.textContent = news.title;
    errors.hidden = !preview.amiss() || preview.covered();
    label(warnings, `⚠ ${news.warnings.length + (news.rest.warnings ? "+" : "")}`, news.warned);
    warnings.hidden = !news.warned;
    bar.hidden = preview.covered();
  };

  preview.back = function () {
    const next = [errors, warnings, edit].find((one) => !one.hidden);
    if (next) next.focus();
  };

  preview.close = function () {
    if (doors.hidden) return;
    toggle();
    edit.focus();
  };

  preview.lost = function (is) {
    if (preview.news) lost.textContent = preview.news.words.lost;
    lost.hidden = !is || !preview.news;
  };

  preview.corner = bar;
})(this.ocopPreview);
