// Marks what is not published: a ribbon above the page of a draft, a word after links to drafts.
// Styles are set by script alone, for the page's policy allows no others.
(function (preview) {
  "use strict";
  const RIBBON = {
    display: "block", margin: "0", padding: ".6rem 1rem", textAlign: "center", fontWeight: "600",
    font: "600 1rem/1.5 system-ui, sans-serif", color: "#211c17", background:
      "repeating-linear-gradient(135deg, #f0b94a 0 1.25rem, #f7cd77 1.25rem 2.5rem)",
  };
  const BADGE = {
    display: "inline-block", marginInlineStart: ".4em", padding: "0 .5em", borderRadius: "999px",
    font: "600 .8125rem/1.6 system-ui, sans-serif", color: "#211c17", background: "#f0b94a",
    verticalAlign: "middle", whiteSpace: "nowrap",
  };
  const ribbon = preview.make("aside", "ocop-draft");
  const root = new URL("/", location.href);
  Object.assign(ribbon.style, RIBBON);

  function badge(link, text) {
    const made = preview.make("span", "ocop-draft", text);
    Object.assign(made.style, BADGE);
    link.append(made);
  }

  function leads(link, pages) {
    const there = new URL(link.href, location.href);
    return there.origin === root.origin && pages.has(decodeURI(there.pathname.slice(1)));
  }

  preview.drafts = function ({ draft, drafts, words }) {
    document.querySelectorAll("span.ocop-draft").forEach((one) => one.remove());
    ribbon.textContent = words.draft;
    ribbon.setAttribute("aria-label", words.draft);
    if (draft) document.body.prepend(ribbon);
    else ribbon.remove();
    if (!drafts.length) return;
    const pages = new Set(drafts);
    const links = document.querySelectorAll("main a[href]:not([aria-hidden])");
    links.forEach((link) => {
      if (link.textContent.trim() && leads(link, pages)) badge(link, words.unpublished);
    });
  };
})(this.ocopPreview);
