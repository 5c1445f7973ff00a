// Loads files of the index, and asks a question until it needs no more of them.
//
//   ocopSearch.load(base, files, done, failed)
//     Loads scripts beside each other, each once a page; one that fails is tried once more.
//     base: the way to the site's root ("", "../"). done(), or failed([file, …]) at the end.
//   ocopSearch.asker(base) -> ask(question, done, failed, meanwhile)
//     Makes an asker of its own: whatever it asks outdates what it asked before, so that an answer
//     that comes late is never shown. question() answers {need: [file, …]} or anything else, which
//     done gets (at once if nothing is missing). failed gets the files that cannot be had;
//     meanwhile, if given, what is known already each time that an answer has to wait, if anything
//     (the "meanwhile" of {need, meanwhile}), before anything else is brought. ask() alone only
//     outdates. The entry of the page's
//     language is loaded before the first question; base is the page's own unless given.
//   ocopSearch.ask(question, done, failed, meanwhile): the same of one asker for all.
(function (search) {
  "use strict";
  const PATIENCE = 400;
  const loaded = new Set();
  const waiting = new Map();

  function insert(address, after) {
    const script = document.createElement("script");
    const end = (good) => () => {
      script.remove();
      after(good);
    };
    script.async = true;
    script.src = address;
    script.onload = end(true);
    script.onerror = end(false);
    document.head.appendChild(script);
  }

  function settle(file, good) {
    const calls = waiting.get(file);
    waiting.delete(file);
    if (good) loaded.add(file);
    for (const call of calls) call(good);
  }

  function bring(base, file, call) {
    if (loaded.has(file)) {
      call(true);
      return;
    }
    if (waiting.has(file)) {
      waiting.get(file).push(call);
      return;
    }
    waiting.set(file, [call]);
    insert(base + file, (good) => {
      if (good) settle(file, true);
      else setTimeout(() => insert(base + file, (late) => settle(file, late)), PATIENCE);
    });
  }

  search.gone = (file) => loaded.delete(file);

  search.load = (base, files, done, failed) => {
    const wanted = new Set(files);
    const missing = [];
    let open = wanted.size;
    const end = () => {
      if (!missing.length) done();
      else if (failed) failed(missing);
    };
    if (!open) end();
    for (const file of wanted) {
      bring(base, file, (good) => {
        if (!good) missing.push(file);
        open -= 1;
        if (!open) end();
      });
    }
  };

  const entry = () => "search/" + (document.documentElement.lang || "vi") + ".js";
  const root = () => document.documentElement.dataset.root || "";

  function answered(question) {
    if (!search.has("entry", 0)) return { need: [entry()] };
    return question();
  }

  // Tells what is known already, and goes on once it is drawn: the first result waits for no more.
  function told(known, tell, go) {
    if (!known) {
      go();
      return;
    }
    tell(known);
    setTimeout(go);
  }

  search.asker = (base) => {
    let latest = 0;
    return (question, done, failed, meanwhile) => {
      const turn = (latest += 1);
      const current = (call) => (value) => {
        if (turn === latest && call) call(value);
      };
      const step = (before) => {
        const answer = answered(question);
        const need = answer && answer.need;
        if (!need) {
          current(done)(answer);
          return;
        }
        // A file that has come and is still asked for held something else (the page of a network
        // that wants a sign-in, say): another question may try it again.
        const broken = need.filter((file) => before.has(file));
        if (broken.length) {
          broken.forEach((file) => loaded.delete(file));
          current(failed)(broken);
          return;
        }
        const after = new Set([...before, ...need]);
        const way = base === undefined ? root() : base;
        const go = current(() => search.load(way, need, current(() => step(after)), current(failed)));
        told(meanwhile && answer.meanwhile, current(meanwhile), go);
      };
      if (question) step(new Set());
    };
  };

  search.ask = search.asker();
})(ocopSearch);
