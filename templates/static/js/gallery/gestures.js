// What fingers, mouse and keys do in the viewer: swipe to the next photo or down to close, pinch,
// double tap, wheel and + - 0 to zoom, drag and arrows to look around in an enlarged photo.
(function (gallery) {
  "use strict";
  const FAR = 60, STILL = 10, QUICK = 300, STEP = 80;

  function keys(it) {
    const middle = (factor) => {
      const box = it.stage.getBoundingClientRect();
      it.zoom.at(it.zoom.scale() * factor, box.left + box.width / 2, box.top + box.height / 2);
    };
    const aside = (by) => (it.zoom.scale() > 1 ? it.zoom.move(-by * STEP, 0) : it.step(by));
    const along = (by) => it.zoom.scale() > 1 && it.zoom.move(0, -by * STEP);
    const does = {
      ArrowLeft: () => aside(-1),
      ArrowRight: () => aside(1),
      ArrowUp: () => along(-1),
      ArrowDown: () => along(1),
      PageUp: () => it.step(-1),
      PageDown: () => it.step(1),
      Home: () => it.show(0),
      End: () => it.show(it.last),
      "+": () => middle(1.5),
      "=": () => middle(1.5),
      "-": () => middle(1 / 1.5),
      0: () => it.zoom.reset(),
    };
    it.dialog.addEventListener("keydown", (event) => {
      const act = does[event.key];
      if (!act || event.ctrlKey || event.metaKey || event.altKey) return;
      event.preventDefault();
      act();
    });
  }

  function fingers(it) {
    const down = new Map();
    let start = null, spread = 0, tapped = 0;

    const points = () => Array.from(down.values());
    const apart = ([one, other]) => Math.hypot(one.x - other.x, one.y - other.y);

    function begin(event) {
      if (event.button) return;
      it.stage.setPointerCapture(event.pointerId);
      down.set(event.pointerId, { x: event.clientX, y: event.clientY });
      it.stage.classList.add("is-held");
      if (down.size === 1) start = { x: event.clientX, y: event.clientY, pinched: false };
      else if (down.size === 2) spread = apart(points());
    }

    function move(event) {
      const point = down.get(event.pointerId);
      if (!point) return;
      const dx = event.clientX - point.x, dy = event.clientY - point.y;
      point.x = event.clientX;
      point.y = event.clientY;
      if (down.size === 1 && !start.pinched) it.zoom.move(dx, it.zoom.scale() > 1 ? dy : 0);
      else if (down.size === 2) pinch();
    }

    function pinch() {
      const [one, other] = points(), now = apart([one, other]);
      start.pinched = true;
      if (spread) {
        it.zoom.at((it.zoom.scale() * now) / spread, (one.x + other.x) / 2, (one.y + other.y) / 2);
      }
      spread = now;
    }

    function end(event) {
      if (!down.delete(event.pointerId) || down.size) return;
      it.stage.classList.remove("is-held");
      const dx = event.clientX - start.x, dy = event.clientY - start.y;
      if (start.pinched || event.type === "pointercancel") settle();
      else if (Math.hypot(dx, dy) < STILL) tap(event);
      else if (it.zoom.scale() === 1) swipe(dx, dy);
    }

    function settle() {
      if (it.zoom.scale() === 1) it.zoom.reset();
    }

    function swipe(dx, dy) {
      settle();
      if (Math.abs(dx) > FAR && Math.abs(dx) > Math.abs(dy)) it.step(dx < 0 ? 1 : -1);
      else if (dy > FAR && dy > 2 * Math.abs(dx)) it.dialog.close();
    }

    function tap(event) {
      settle();
      const now = event.timeStamp, twice = now - tapped < QUICK;
      tapped = twice ? 0 : now;
      if (twice) it.zoom.at(it.zoom.scale() > 1 ? 1 : 2.5, event.clientX, event.clientY);
    }

    it.stage.addEventListener("pointerdown", begin);
    it.stage.addEventListener("pointermove", move);
    it.stage.addEventListener("pointerup", end);
    it.stage.addEventListener("pointercancel", end);
    it.stage.addEventListener("wheel", (event) => {
      event.preventDefault();
      it.zoom.at(it.zoom.scale() * Math.exp(-event.deltaY / 300), event.clientX, event.clientY);
    }, { passive: false });
  }

  gallery.gestures = function (it) {
    keys(it);
    fingers(it);
  };
})(window.ocopGallery);
