// Vietnamese letters without Telex: where in a syllable a tone goes. Works on text, not on the page.
//
//   kiosk.toned(text, tone)   the text with the tone on its last syllable, or without if it has it;
//                             tone: a combining mark, "" for none
//   kiosk.carrier(text)       the letter that would carry it, without a tone; "" if there is none
(function (kiosk) {
  "use strict";
  const TONE = /[\u0300\u0301\u0303\u0309\u0323]/g;
  const SYLLABLE = /[A-Za-z\u00c0-\u024f\u1e00-\u1eff]+$/;
  const VOWEL = /[aăâeêioôơuưy]/;
  const MARKED = /[ăâêôơư]/;

  const level = (text) => text.normalize("NFD").replace(TONE, "").normalize("NFC");
  const toneOf = (text) => (text.normalize("NFD").match(TONE) || [""])[0];

  // Where the vowels of a syllable begin and end; the u of "qu" and the i of "gia" are none.
  function vowels(word) {
    let start = /^(qu|gi)[aăâeêioôơuưy]/.test(word) ? 2 : 0;
    while (start < word.length && !VOWEL.test(word[start])) start += 1;
    let end = start;
    while (end < word.length && VOWEL.test(word[end])) end += 1;
    return [start, end];
  }

  // The last vowel with a mark of its own; else the last before a consonant; else, of two the
  // first, of three the one in the middle.
  function place(word) {
    const [start, end] = vowels(word);
    if (start === end) return -1;
    for (let at = end - 1; at >= start; at--) if (MARKED.test(word[at])) return at;
    if (end < word.length) return end - 1;
    return end - start > 2 ? start + 1 : start;
  }

  function parted(text) {
    const found = SYLLABLE.exec(text.normalize("NFC"));
    if (!found) return null;
    const syllable = level(found[0]), at = place(syllable.toLowerCase());
    return at < 0 ? null : { head: text.normalize("NFC").slice(0, found.index), syllable, at, had: toneOf(found[0]) };
  }

  kiosk.toned = (text, tone) => {
    const parts = parted(text);
    if (!parts) return text;
    const { head, syllable, at, had } = parts;
    const mark = tone === had ? "" : tone;
    return head + (syllable.slice(0, at + 1) + mark + syllable.slice(at + 1)).normalize("NFC");
  };

  kiosk.carrier = (text) => {
    const parts = parted(text);
    return parts ? parts.syllable[parts.at] : "";
  };
})(ocopKiosk);
