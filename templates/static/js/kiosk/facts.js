// What is known of a product besides its card: its file of the kiosk, then that of the market list,
// which the short code in the first one finds (docs/kiosk.en.md, docs/shortlist.md).
//
//   kiosk.product(id, done)   calls done(facts), facts: {own, listed}; done(null) if it is no more
//     in the catalogue; done(undefined) if a file cannot be had
// The last few files of each kind are kept; a screen runs for weeks.
(function (kiosk) {
  "use strict";
  const DIGITS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
  const MOST = 1024;
  const KEPT = 8;
  const own = (object, key) => Object.prototype.hasOwnProperty.call(object, key);

  // Files of one kind by number. count: how many there are; a file that tells another is believed.
  function shelf(folder, count) {
    const files = new Map(), waiting = new Map();

    function insert(number) {
      const script = document.createElement("script");
      const end = () => {
        const calls = waiting.get(number);
        script.remove();
        waiting.delete(number);
        calls.forEach((call) => call(files.get(number)));
      };
      script.src = kiosk.root + folder + "/" + number + ".js";
      script.onload = end;
      script.onerror = end;
      document.head.append(script);
    }

    return {
      count: () => count,
      put(number, file) {
        if (file.of !== count) files.clear();
        count = file.of;
        files.set(number, file);
        if (files.size > KEPT) files.delete(files.keys().next().value);
      },
      bring(number, call) {
        const calls = waiting.get(number);
        if (files.has(number)) call(files.get(number));
        else if (calls) calls.push(call);
        else {
          waiting.set(number, [call]);
          insert(number);
        }
      },
    };
  }

  const kept = shelf("kiosk", kiosk.told.files);
  const listed = shelf("shortlist", kiosk.told.picked);
  window.ocopKioskFacts = (number, file) => kept.put(number, file);
  window.ocopFacts = (number, file) => listed.put(number, file);

  // The checksum that chooses the file of an id, which is ASCII.
  function checksum(id) {
    let sum = -1;
    for (let at = 0; at < id.length; at++) {
      sum ^= id.charCodeAt(at);
      for (let bit = 0; bit < 8; bit++) sum = (sum >>> 1) ^ (sum & 1 ? 0xedb88320 : 0);
    }
    return (sum ^ -1) >>> 0;
  }

  const place = (code) => DIGITS.indexOf(code[0]) * 32 + DIGITS.indexOf(code[1]);

  // Looks `key` up in the file that `where` names, once more if the file says that there are others.
  function look(shelf, where, key, done) {
    const number = where(shelf.count());
    shelf.bring(number, (file) => {
      if (file && where(shelf.count()) !== number) look(shelf, where, key, done);
      else done(file && (own(file.products, key) ? file.products[key] : null));
    });
  }

  kiosk.product = (id, done) => {
    look(kept, (count) => checksum(id) % count, id, (found) => {
      if (!found) {
        done(found);
        return;
      }
      const where = (count) => Math.floor((place(found.code) * count) / MOST);
      look(listed, where, found.code, (more) => done(more && { own: found, listed: more }));
    });
  };
})(ocopKiosk);
