// The QR code of a product's page, drawn from the modules that its file of facts holds.
//
//   kiosk.code([width, bits], title) -> <svg>
// bits: base64; they stand in the order of a pen that goes to and fro over the rows, with a 0 after
// each (generator/ocop/pages/qr_modules.py), so that one dashed line draws them all.
(function (kiosk) {
  "use strict";
  const QUIET = 4;

  // The lengths of the runs of equal bits, the first of which are ones.
  function runs(bits, count) {
    const bytes = atob(bits), found = [];
    let last = 0;
    for (let at = 0; at < count; at++) {
      const bit = (bytes.charCodeAt(at >> 3) >> (7 - (at & 7))) & 1;
      if (bit === last) found[found.length - 1] += 1;
      else found.push(1);
      last = bit;
    }
    return found;
  }

  kiosk.code = ([width, bits], title) => {
    const side = width + 2 * QUIET, dashes = runs(bits, width * (width + 1));
    const way = ("h" + width + "v1h-" + width + "v1").repeat((width - 1) / 2) + "h" + width;
    const pen = kiosk.shape("path", {
      fill: "none", stroke: "#000", d: "M" + QUIET + " " + QUIET + ".5" + way,
      "stroke-dasharray": (dashes.length % 2 ? dashes.concat(0) : dashes).join(" "),
    });
    return kiosk.shape(
      "svg", { class: "qr-code", viewBox: "0 0 " + side + " " + side, role: "img", "aria-label": title }, pen,
    );
  };
})(ocopKiosk);
