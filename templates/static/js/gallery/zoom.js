// How large a photo is shown and which part of it: a scale of 1 to 4 and the middle's distance
// from that of the stage, never so far that an edge of the stage stays empty.
//
//   const zoom = gallery.zoom(stage, picture)
//   zoom.at(scale, x, y)       scale with the point x, y of the window staying where it is
//   zoom.move(dx, dy)          by so many pixels; a photo that fits is only pulled aside
(function (gallery) {
  "use strict";
  const MOST = 4;

  gallery.zoom = function (stage, picture) {
    let scale = 1, x = 0, y = 0;

    function place(loose) {
      const reach = (scale - 1) / 2;
      const held = (value, size) => Math.max(-size * reach, Math.min(size * reach, value));
      if (!loose) {
        x = held(x, stage.clientWidth);
        y = held(y, stage.clientHeight);
      }
      picture.style.transform = "translate(" + x + "px," + y + "px) scale(" + scale + ")";
      stage.classList.toggle("is-large", scale > 1);
    }

    return {
      scale: () => scale,
      at(wanted, atX, atY) {
        const next = Math.max(1, Math.min(MOST, wanted));
        const box = stage.getBoundingClientRect();
        const fromX = atX - box.left - box.width / 2, fromY = atY - box.top - box.height / 2;
        x = fromX - ((fromX - x) * next) / scale;
        y = fromY - ((fromY - y) * next) / scale;
        scale = next;
        place();
      },
      move(dx, dy) {
        x += dx;
        y += dy;
        place(scale === 1);
      },
      reset() {
        scale = 1;
        x = y = 0;
        place();
      },
    };
  };
})(window.ocopGallery = {});
