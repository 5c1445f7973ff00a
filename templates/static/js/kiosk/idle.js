// When a visitor has gone: after a while without a touch a box counts down, then the show begins.
//
// The address settles how long: ?idle=90 waits 90 seconds (10 to 3600), 60 unless it says.
//
//   kiosk.attend()   somebody is there: the time begins anew
(function (kiosk) {
  "use strict";
  const { make, say } = kiosk;
  const SECOND = 1000;
  const COUNTED = 10;
  const asked = Number(new URLSearchParams(location.search).get("idle"));
  const patience = (asked >= 10 && asked <= 3600 ? asked : 60) * SECOND;
  const heading = make("h2", "", { id: "still-title" }, say("still"));
  const left = make("p", "still-left", { role: "timer" });
  const go = kiosk.button("still-stay", "", say("stay"), () => stay());
  const end = kiosk.button("still-leave", "", say("leave"), () => leave());
  const box = make(
    "dialog", "still", { "aria-labelledby": "still-title" }, heading, left, make("div", "still-ways", null, go, end),
  );
  const resting = () => kiosk.at("sheet").hidden;
  let timer = 0;

  function wait() {
    clearTimeout(timer);
    timer = setTimeout(warn, patience);
  }

  function count(seconds) {
    left.textContent = say("leaving", { n: seconds });
    timer = setTimeout(() => (seconds > 1 ? count(seconds - 1) : leave()), SECOND);
  }

  function warn() {
    if (resting()) return;
    box.showModal();
    go.focus();
    count(COUNTED);
  }

  function stay() {
    if (box.open) box.close();
    wait();
  }

  function leave() {
    clearTimeout(timer);
    if (box.open) box.close();
    kiosk.rest();
  }

  kiosk.attend = wait;
  document.body.append(box);
  box.addEventListener("cancel", wait);
  box.addEventListener("pointerdown", (event) => {
    if (event.target === box) stay(); // beside the box
  });
  ["pointerdown", "keydown", "wheel", "input", "scroll"].forEach((name) => {
    addEventListener(name, () => { if (!box.open) wait(); }, { capture: true, passive: true });
  });
})(ocopKiosk);
