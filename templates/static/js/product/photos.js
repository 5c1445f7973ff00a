// On a phone the photos beside the first lie off the screen: they come with the reader's first
// touch, not before. Until then their blurred pictures stand in (css/product.css).
(function () {
  "use strict";
  const signs = ["pointerdown", "touchstart", "wheel", "scroll", "keydown", "focusin"];

  function wake() {
    document.documentElement.classList.add("is-awake");
    signs.forEach((sign) => removeEventListener(sign, wake, true));
  }

  signs.forEach((sign) => addEventListener(sign, wake, { capture: true, passive: true }));
})();
