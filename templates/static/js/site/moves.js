// A picture grows from its card into the product's page: the one move between pages that
// explains something. Every other way is a plain change of page, and so is any on file://,
// where Chromium shows a page before it has read that the page takes part.
(function () {
  "use strict";
  var product = /\/products\/[^/]+\.html$/;

  function explains(to) {
    return to && /^https?:$/.test(location.protocol) && product.test(new URL(to.url).pathname);
  }

  addEventListener("pageswap", function (event) {
    var move = event.viewTransition;
    if (!move) return;
    move.ready.catch(function () {}); // a move that was called off is no fault
    if (!explains(event.activation && event.activation.entry)) move.skipTransition();
  });
})();
