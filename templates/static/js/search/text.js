// Text to words: what is written (form), what is searched for (key), and where it stands.
// The text rules of docs/search-format.md, section 1; generator/ocop/search/words.py is their
// other half, and tests/vectors/search-words.json holds both to them. Asks the engine's Unicode
// tables about a settled part of them alone: phones have older or newer ones than the index.
(function (global) {
  "use strict";

  const SEPARATORS =
    "\\t-\\r\\x1c-/:-@\\x5b-\\x60\\x7b-\\x7e\\x85\\xa0-\\xa9\\xab\\xac\\xae-\\xb4\\xb6-\\xb9" +
    "\\xbb-\\xbf\\xd7\\xf7\\u02b0-\\u02ff\\u0374\\u0375\\u037e\\u0384\\u0385\\u0387\\u03f6\\u0482" +
    "\\u055a-\\u055f\\u0589-\\u058f\\u05be\\u05c0\\u05c3\\u05c6\\u05f3\\u05f4\\u0606-\\u060f" +
    "\\u061b\\u061d-\\u061f\\u066a-\\u066d\\u06d4\\u0700-\\u070d\\u0964\\u0965\\u0970\\u0df4" +
    "\\u0e3f\\u0e4f\\u0e5a\\u0e5b\\u0f01-\\u0f17\\u104a-\\u104f\\u10fb\\u1360-\\u1368\\u1400" +
    "\\u166d\\u166e\\u1680\\u16eb-\\u16ed\\u17d4-\\u17db\\u1800-\\u180a\\u1fbd\\u1fbf-\\u1fc1" +
    "\\u1fcd-\\u1fcf\\u1fdd-\\u1fdf\\u1fed-\\u1fef\\u1ffd\\u1ffe\\u2000-\\u200a\\u2010-\\u2029" +
    "\\u202f-\\u205f\\u2070-\\u20cf\\u2100-\\u2125\\u2127-\\u2129\\u212c-\\u2bff\\u2e00-\\u3004" +
    "\\u3008-\\u303f\\u309b\\u309c\\u30a0\\u30fb\\u3190-\\u319f\\u31c0-\\u31ef\\u3200-\\u33ff\\u4dc0-\\u4dff" +
    "\\ua490-\\ua4cf\\ud800-\\uf8ff\\ufd3e\\ufd3f\\ufe10-\\ufe1f\\ufe30-\\ufe6f\\uff00-\\uff0f" +
    "\\uff1a-\\uff20\\uff3b-\\uff40\\uff5b-\\uff65\\uffe0-\\ufff8\\ufffc-\\uffff" +
    "\\u{1d000}-\\u{1d3ff}\\u{1f000}-\\u{1fbff}\\u{f0000}-\\u{10ffff}";
  const MARKS =
    "\\u0300-\\u036f\\u0483-\\u0489\\u1ab0-\\u1aff\\u1dc0-\\u1dff\\u20d0-\\u20ff\\ufe20-\\ufe2f";
  const UNSEEN =
    "\\0-\\x08\\x0e-\\x1b\\x7f-\\x84\\x86-\\x9f\\xad\\u0600-\\u0605\\u061c\\u06dd\\u070f\\u08e2" +
    "\\u115f\\u1160\\u17b4\\u17b5\\u180b-\\u180f\\u200b-\\u200f\\u202a-\\u202e\\u2060-\\u206f" +
    "\\u3164\\ufe00-\\ufe0f\\ufeff\\uffa0\\ufff9-\\ufffb\\u{e0000}-\\u{e0fff}";
  const DIGITS = "0-9\\uff10-\\uff19";

  const WORD = new RegExp(
    "[^" + SEPARATORS + MARKS + UNSEEN + DIGITS + "][^" + SEPARATORS + DIGITS + "]*|[" +
    DIGITS + "][" + DIGITS + MARKS + UNSEEN + "]*", "gu");
  const isMark = new RegExp("^[" + MARKS + "]", "u");
  const isUnseen = new RegExp("^[" + UNSEEN + "]", "u");
  const isDigit = new RegExp("^[" + DIGITS + "]");

  // Latin, Greek and Cyrillic letters come apart one by one; WHOLE is put together again.
  const isSettled = /^[A-Za-z\xaa-\u0556\u1e00-\u1fff\u2126\u212a\u212b]/;
  const isFullWidth = /^[\uff10-\uff19\uff21-\uff3a\uff41-\uff5a]/;
  const WHOLE = /[\u0590-\u06ff\u1100-\u11ff\u3040-\u30ff\uac00-\ud7a3]+/g;

  const LETTERS = {
    "đ": "d9", "ð": "d9", "ɖ": "d9", "ƀ": "b", "ɓ": "b", "ß": "ss", "æ": "ae", "œ": "oe", "ø": "o",
    "ł": "l", "ı": "i", "ħ": "h", "þ": "th", "ɗ": "d", "ŧ": "t", "ſ": "s", "ŋ": "ng", "ς": "σ",
  };
  const SHAPES = {
    "a\u0302": "6", "e\u0302": "6", "o\u0302": "6", "o\u031b": "7", "u\u031b": "7", "a\u0306": "8",
  };
  const TONES = { "\u0301": "1", "\u0300": "2", "\u0309": "3", "\u0303": "4", "\u0323": "5" };

  const ABBREVIATIONS = {
    htx: "hợp tác xã",
    htxnn: "hợp tác xã nông nghiệp",
    tht: "tổ hợp tác",
    tnhh: "trách nhiệm hữu hạn",
    mtv: "một thành viên",
    cty: "công ty",
    ctcp: "công ty cổ phần",
    cp: "cổ phần",
    dntn: "doanh nghiệp tư nhân",
    hkd: "hộ kinh doanh",
    cssx: "cơ sở sản xuất",
    nsx: "nhà sản xuất",
    sx: "sản xuất",
    sxtm: "sản xuất thương mại",
    tm: "thương mại",
    tmdv: "thương mại dịch vụ",
    dv: "dịch vụ",
    dvnn: "dịch vụ nông nghiệp",
    nn: "nông nghiệp",
    xnk: "xuất nhập khẩu",
    attp: "an toàn thực phẩm",
    ubnd: "ủy ban nhân dân",
    ntm: "nông thôn mới",
    sp: "sản phẩm",
    tp: "thành phố",
    tx: "thị xã",
    tt: "thị trấn",
    hcm: "hồ chí minh",
    tphcm: "thành phố hồ chí minh",
    hn: "hà nội",
    sg: "sài gòn",
    brvt: "bà rịa vũng tàu",
    "đbscl": "đồng bằng sông cửu long",
    vn: "việt nam",
  };

  const KEPT = 4000; // runs remembered: a page's words, several times over
  const LONG = 40; // UTF-16 units: no word, so not worth remembering
  const parts = new Map();
  const spoken = new Map();
  let runs = new Map();

  function small(char) {
    const lower = char.toLowerCase();
    return LETTERS[lower] || lower;
  }

  function takenApart(char) {
    if (isUnseen.test(char)) return "";
    if (isFullWidth.test(char)) {
      return String.fromCharCode(char.charCodeAt(0) - 0xfee0).toLowerCase();
    }
    return isSettled.test(char) ? Array.from(char.normalize("NFD"), small).join("") : char;
  }

  // What a character is made of: small letters, digits, marks; nothing if it is unseen.
  function partsOf(char) {
    let found = parts.get(char);
    if (found === undefined) {
      found = Array.from(takenApart(char));
      if (parts.size < KEPT) parts.set(char, found);
    }
    return found;
  }

  function higher(one, other) {
    return other !== undefined && other > one ? other : one;
  }

  // Letters, each with the digit of its shape, and the tone of the last that has one.
  function spelt(run) {
    let text = "", letter = "", shape = "", tone = "", wordTone = "";
    for (const char of run) {
      for (const part of partsOf(char)) {
        if (!isMark.test(part)) {
          text += letter + shape;
          letter = part;
          shape = tone = "";
        } else if (letter && "aeiouy".includes(letter)) {
          shape = higher(shape, SHAPES[letter + part]);
          tone = higher(tone, TONES[part]);
          wordTone = tone || wordTone;
        }
      }
    }
    return (text + letter + shape).replace(WHOLE, (found) => found.normalize("NFC")) + wordTone;
  }

  function formOf(run) {
    if (isDigit.test(run)) {
      return Array.from(run, (char) => partsOf(char).filter((part) => !isMark.test(part)).join(""))
        .join("");
    }
    return spelt(run)
      .replace(/k(?!h)/g, "c")
      .replace(/^(n?g)h/, "$1")
      .replace(/^(qu|[b-df-hj-np-tv-xz9]+)y([b-df-hj-np-tv-xz]*[1-5]?)$/, "$1i$2");
  }

  function keyOf(form) {
    return /^[0-9]/.test(form) ? form : form.replace(/[1-9]/g, "");
  }

  function formsOf(run) {
    let found = runs.get(run);
    if (found) return found;
    const form = formOf(run);
    found = (spoken.get(form) || [form]).map((each) => ({ form: each, key: keyOf(each) }));
    if (runs.size >= KEPT) runs = new Map();
    if (run.length < LONG) runs.set(run, found);
    return found;
  }

  // The words of a text in their order: [{form, key, start, end}], start and end offsets in the
  // text as given. An abbreviation's words share its offsets. Never throws; no text has no words.
  function words(text) {
    const given = text === undefined || text === null ? "" : String(text);
    const found = [];
    for (const match of runsIn(given)) {
      for (const { form, key } of formsOf(match[0])) {
        found.push({ form, key, start: match.index, end: match.index + match[0].length });
      }
    }
    return found;
  }

  function runsIn(text) {
    const found = [];
    WORD.lastIndex = 0;
    for (let match = WORD.exec(text); match; match = WORD.exec(text)) found.push(match);
    return found;
  }

  Object.keys(ABBREVIATIONS).forEach((short) => {
    spoken.set(formOf(short), ABBREVIATIONS[short].split(" ").map(formOf));
  });

  const ocopSearch = (global.ocopSearch = global.ocopSearch || {});
  ocopSearch.words = words;
  ocopSearch.keyOf = keyOf;
  ocopSearch.abbreviations = ABBREVIATIONS;
})(typeof globalThis === "undefined" ? self : globalThis);
