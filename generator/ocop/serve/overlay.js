/* Shown over the preview's pages, never part of the site: reloads after a build, lists faults. */
(function () {
  "use strict";
  var shown = Number(document.currentScript.dataset.version);
  var host = document.createElement("div");
  var root = host.attachShadow({ mode: "open" });
  var sheet = new CSSStyleSheet();
  sheet.replaceSync(
    ":host{all:initial}" +
      "section{position:fixed;inset:auto 0 0 0;max-height:60vh;overflow:auto;z-index:2147483647;" +
      "box-sizing:border-box;padding:1rem 1.25rem 1.25rem;background:#fff;color:#1d1d1b;" +
      "border-top:4px solid #b3261e;box-shadow:0 -4px 24px rgba(0,0,0,.25);" +
      "font:16px/1.5 system-ui,sans-serif}" +
      "header{display:flex;gap:1rem;align-items:start;justify-content:space-between}" +
      "h2{margin:0;font-size:1.125rem;color:#8c1d18}" +
      "button{font:inherit;min-width:44px;min-height:44px;padding:0 1rem;cursor:pointer;" +
      "border:1px solid #79747e;border-radius:6px;background:#fff;color:inherit}" +
      "button:focus-visible{outline:3px solid #0b57d0;outline-offset:2px}" +
      "p{margin:.25rem 0}ol{margin:.5rem 0 0;padding:0;list-style:none}" +
      "li{padding:.75rem 0;border-top:1px solid #ddd}" +
      "code,pre{font:14px/1.5 ui-monospace,monospace;overflow-wrap:anywhere;white-space:pre-wrap}" +
      ".hint{color:#3b5b2a}"
  );
  root.adoptedStyleSheets = [sheet];

  function element(name, text, role) {
    var made = document.createElement(name);
    made.textContent = text || "";
    if (role) made.className = role;
    return made;
  }

  function entry(fault) {
    var item = element("li");
    item.append(
      element("code", fault.path + ":" + fault.line + ":" + fault.column + "  " + fault.code),
      element("p", fault.message),
      element("p", fault.hint, "hint")
    );
    return item;
  }

  function show(news) {
    root.replaceChildren();
    if (!news.faults.length && !news.failure) return;
    var panel = element("section"), head = element("header"), list = element("ol");
    var close = element("button", news.close);
    panel.lang = news.language;
    panel.setAttribute("role", "alert");
    close.type = "button";
    close.addEventListener("click", function () { root.replaceChildren(); });
    head.append(element("h2", news.title), close);
    list.append.apply(list, news.faults.map(entry));
    panel.append(head, news.failure ? element("pre", news.failure) : list);
    root.append(panel);
  }

  document.documentElement.append(host);
  addEventListener("keydown", function (event) { if (event.key === "Escape") root.replaceChildren(); });
  var events = new EventSource("/__ocop/events");
  events.onmessage = function (event) {
    var news = JSON.parse(event.data);
    if (news.version === shown) return show(news);
    events.close();
    location.reload();
  };
})();
