// The page that saves the catalogue on request: how much there is to bring, and what is there.
(function () {
  "use strict";
  // One pixel, to see whether the browser shows AVIF.
  const AVIF = "data:image/avif;base64,AAAAIGZ0eXBhdmlmAAAAAGF2aWZtaWYxbWlhZk1BMUIAAADrbWV0YQAAAAAAAAAhaGRscgAAAAAAAAAAcGljdAAAAAAAAAAAAAAAAAAAAAAOcGl0bQAAAAAAAQAAAB5pbG9jAAAAAEQAAAEAAQAAAAEAAAETAAAAIAAAAChpaW5mAAAAAAABAAAAGmluZmUCAAAAAAEAAGF2MDFDb2xvcgAAAABqaXBycAAAAEtpcGNvAAAAFGlzcGUAAAAAAAAAAQAAAAEAAAAQcGl4aQAAAAADCAgIAAAADGF2MUOBAAwAAAAAE2NvbHJuY2x4AAEADQAGgAAAABdpcG1hAAAAAAAAAAEAAQQBAoMEAAAAKG1kYXQSAAoIGAAGiAhoNCAyEh/3h4UV3///4sAAAJA1jjx+3A==";
  const at = (id) => document.getElementById(id);
  const box = at("keep"), root = new URL(document.documentElement.dataset.root || ".", location.href);
  const say = JSON.parse(box.dataset.say), number = (digits) =>
    new Intl.NumberFormat(document.documentElement.lang, { maximumFractionDigits: digits });
  const DAY = { day: "2-digit", month: "2-digit", year: "numeric" };
  let shelf, list, kind, stopping = null;

  // What somebody wanted who was led here because it is not kept.
  function lost() {
    if (location.hash.length < 2) return;
    const wanted = new URL(location.hash.slice(1), root);
    if (!wanted.href.startsWith(root.href)) return;
    at("again").href = wanted.href;
    at("lost").hidden = false;
  }

  function size(bytes) {
    const millions = bytes / 1e6;
    return number(millions < 10 ? 1 : 0).format(Math.max(millions, .1)) + " MB";
  }

  function text(name, values) {
    return say[name].replace(/\{(\w+)\}/g, (_, key) => values[key]);
  }

  function told(state, more) {
    at("keep-state").textContent = state;
    at("keep-size").textContent = more || "";
  }

  function offer(save, forget, stop) {
    [["keep-save", save], ["keep-forget", forget], ["keep-stop", stop], ["keep-progress", stop]]
      .forEach(([id, shown]) => { at(id).hidden = !shown; });
    if (save) at("keep-save").textContent = save;
  }

  function since(edition) {
    const day = new Intl.DateTimeFormat(document.documentElement.lang, DAY);
    return text("saved", { day: day.format(edition.time), size: size(edition.bytes) });
  }

  async function look() {
    const saved = (await shelf.editions()).find((one) => one.list === box.dataset.list);
    try {
      list = await ocopEdition.listing(shelf, box.dataset.list);
    } catch (error) {
      told(saved ? since(saved) : say.unreached);
      return offer("", saved, false);
    }
    if (!Object.keys(list.files).length) {
      told(say.large);
      return offer("", saved, false);
    }
    if (saved && saved.edition === list.edition) {
      told(since(saved), say.current);
      return offer("", true, false);
    }
    const { whole, missing } = await ocopEdition.measure(shelf, list, kind);
    told(saved ? since(saved) : say.offer, saved ? say.newer : "");
    return offer(text(missing < whole ? "more" : "save", { size: size(missing) }), saved, false);
  }

  async function save() {
    stopping = new AbortController();
    offer("", false, true);
    const bar = at("keep-progress");
    told(say.saving);
    try {
      if (navigator.storage && navigator.storage.persist) await navigator.storage.persist();
      await ocopEdition.save(shelf, list, kind, (bytes, whole) => {
        bar.max = whole;
        bar.value = bytes;
        at("keep-size").textContent = text("progress", { done: size(bytes), size: size(whole) });
      }, stopping.signal);
      await look();
    } catch (error) {
      const stopped = stopping.signal.aborted;
      stopping.abort();
      await look();
      told(why(error, stopped), say.kept);
    }
  }

  function why(error, stopped) {
    if (stopped) return say.stopped;
    if (error.name === "QuotaExceededError") return say.full;
    return /^changed/.test(error.message) ? say.changed : say.broken;
  }

  async function forget() {
    await shelf.forget();
    await look();
  }

  async function shows(format) {
    const image = new Image();
    image.src = format;
    return image.decode().then(() => true, () => false);
  }

  async function start() {
    lost();
    if (!self.caches || !navigator.serviceWorker || !/^http/.test(location.protocol)) return;
    shelf = ocopShelf(root.href);
    kind = (await shows(AVIF)) ? "avif" : "jpg";
    at("keep-unable").hidden = true;
    box.hidden = false;
    at("keep-save").addEventListener("click", save);
    at("keep-stop").addEventListener("click", () => stopping.abort());
    at("keep-forget").addEventListener("click", forget);
    await look();
  }

  start();
})();
