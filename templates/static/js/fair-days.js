// Whether a fair is on, by the visitor's own calendar: a page that nobody rebuilds does not lie.
//
//   ocopSay(words, key, values)   a text with {n} and others filled in; n chooses the plural form
//   ocopFairTime(days, now)       {state: "now" | "coming" | "past", left, day, of} of
//                                 "2026-12-18/2026-12-22"; "~" in front: days that nobody counts
// Elements with data-fair hold the days; the words are at them or around them.
(function () {
  "use strict";
  const language = document.documentElement.lang || "vi";
  const DAY = 86400000;

  window.ocopSay = (words, key, values) => {
    const found = words[key];
    const form = typeof found === "string" ? found
      : found[new Intl.PluralRules(language).select(values.n)] || found.other;
    return form.replace(/\{(\w+)\}/g, (hole, name) => (name in values ? values[name] : hole));
  };

  // Days are counted in UTC, where none has 23 hours.
  const number = (text) => {
    const [year, month, day] = text.split("-").map(Number);
    return Date.UTC(year, month - 1, day) / DAY;
  };
  const todays = (now) => Date.UTC(now.getFullYear(), now.getMonth(), now.getDate()) / DAY;

  window.ocopFairTime = (days, now) => {
    const [start, end] = days.replace("~", "").split("/").map(number);
    const today = todays(now);
    const state = today > end ? "past" : today < start ? "coming" : "now";
    return { state, left: start - today, day: today - start + 1, of: end - start + 1 };
  };

  function counted(words, time) {
    if (time.state === "past") return "";
    if (time.state === "coming")
      return time.left === 1 ? words.tomorrow : window.ocopSay(words, "left", { n: time.left });
    if (time.of === 1) return words.only;
    return time.day === time.of ? words.last
      : window.ocopSay(words, "day", { n: time.day, of: time.of });
  }

  function show(holder) {
    const words = JSON.parse(holder.closest("[data-fair-words]").dataset.fairWords);
    const time = window.ocopFairTime(holder.dataset.fair, new Date());
    const flag = holder.querySelector("[data-fair-flag]");
    const count = holder.querySelector("[data-fair-count]");
    if (!holder.classList.contains("is-" + time.state)) flag.hidden = false;
    holder.classList.remove("is-now", "is-coming", "is-past");
    holder.classList.add("is-" + time.state);
    flag.textContent = words[time.state];
    holder.querySelectorAll("[data-fair-today]").forEach((one) => { one.hidden = time.state !== "now"; });
    if (count && holder.dataset.fair[0] !== "~") count.textContent = counted(words, time);
  }

  document.querySelectorAll("[data-fair]").forEach(show);
})();
