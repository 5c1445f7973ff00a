// Listens for news: loads the page anew as soon as it is another, shows what is amiss. A page that
// nobody looks at does not listen, for a browser has few connections to one place; it asks when it
// is looked at again, also after the computer slept.
(function (preview) {
  "use strict";
  const { page, tag } = document.currentScript.dataset;
  const PATIENCE = 3000;
  const asked = new URLSearchParams({ page, tag, lang: document.documentElement.lang });
  const all = preview.make("div", "all", "", preview.corner, ...preview.sheet);
  let events = null;
  let waiting = 0;

  function hear(event) {
    const news = JSON.parse(event.data);
    calm();
    if (news.reload) {
      stop();
      location.reload();
      return;
    }
    preview.news = news;
    all.lang = news.language;
    preview.faults(false);
    preview.bar();
    preview.drafts(news);
  }

  function calm() {
    clearTimeout(waiting);
    waiting = 0;
    preview.lost(false);
  }

  function worry() {
    if (!waiting) waiting = setTimeout(() => preview.lost(true), PATIENCE);
    // A browser gives up for good where the answer was no stream, as while another program has
    // the port; otherwise it asks again by itself.
    if (events && events.readyState === EventSource.CLOSED) {
      stop();
      setTimeout(listen, PATIENCE);
    }
  }

  function listen() {
    if (events || document.hidden) return;
    events = new EventSource(`/__ocop/events?${asked}`);
    events.onmessage = hear;
    events.onopen = calm;
    events.onerror = worry;
  }

  function stop() {
    if (events) events.close();
    events = null;
  }

  function key(event) {
    if (event.key !== "Escape" || !preview.news) return;
    if (preview.covered()) preview.hide();
    else preview.close();
  }

  preview.root.append(all);
  document.documentElement.append(preview.host);
  addEventListener("keydown", key);
  addEventListener("pagehide", stop);
  addEventListener("pageshow", listen);
  document.addEventListener("visibilitychange", () => (document.hidden ? stop() : listen()));
  listen();
})(this.ocopPreview);
