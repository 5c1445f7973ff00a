// The drawer that the filters move into on a narrow screen; on a wide one they stand beside the
// results (the width is that of static/css/search.css).
//
//   page.isSparing(state)  whether counting the filters can wait until somebody opens the drawer:
//                          their columns are more than all else of a search, and the network weak
// Opening sends "unfold" to the document, so that they are counted.
(function (page) {
  "use strict";
  const at = page.at;
  const drawer = at("sift-drawer");
  const narrow = matchMedia("(max-width: 59.99rem)");
  const close = () => drawer.close();

  function isWeak() {
    const network = navigator.connection || {};
    return network.saveData || /2g|3g/.test(network.effectiveType);
  }

  page.isSparing = (state) =>
    narrow.matches && !drawer.open && !Object.keys(state.filters).length && isWeak();

  at("sift-open").addEventListener("click", () => {
    at("sift-slot").append(at("sift-body"));
    drawer.showModal();
    document.dispatchEvent(new CustomEvent("unfold"));
  });
  at("sift-close").addEventListener("click", close);
  drawer.addEventListener("close", () => at("sift").append(at("sift-body")));
  drawer.addEventListener("click", (event) => event.target === drawer && close());
  narrow.addEventListener("change", close);
})(ocopPage);
