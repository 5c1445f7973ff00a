// The list as a link: #p=ABC123-DEF456.3 are two products by their short codes, three of the second.
// What a link says is read as codes and numbers and as nothing else.
//
//   market.linked()        the items of the page's address, null if it has none
//   market.link(items)     the address that shows items, where the page lies now
//   market.publicLink(items)  the same at the site's public address, for paper
(function (market) {
  "use strict";
  const ONE = /^([0-9A-HJKMNP-TV-Z]{4,12})(?:\.([1-9]\d{0,3}))?$/;
  const LONGEST = 4000;

  market.linked = () => {
    if (!/^#p=/.test(location.hash)) return null;
    const seen = new Set();
    return location.hash.slice(3, LONGEST).toUpperCase().split("-")
      .map((part) => ONE.exec(part))
      .filter((one) => one && !seen.has(one[1]) && seen.add(one[1]))
      .slice(0, ocopList.most)
      .map(([, code, n]) => ({ code, n: Number(n || 0), note: "" }));
  };

  function fragment(items) {
    const parts = items.map((item) => [market.known(item), item.n])
      .filter(([known]) => known.code)
      .map(([known, n]) => known.code + (n ? "." + n : ""));
    return "#p=" + parts.join("-");
  }

  market.link = (items) => location.href.split("#")[0] + fragment(items);
  market.publicLink = (items) => market.told.address + fragment(items);
})(ocopMarket);
