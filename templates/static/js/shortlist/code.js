// Short codes: which file of facts holds a product. As generator/ocop/domain/short_code.py and
// generator/ocop/pages/picked.py reckon them.
//
//   market.codeOf(id)          the code that an id has unless its file says otherwise
//   market.fileOf(code, count) the number of its file among count
(function (market) {
  "use strict";
  const DIGITS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
  const MOST = 1024;
  const primes = [];
  for (let n = 2; primes.length < 64; n++) if (primes.every((one) => n % one)) primes.push(n);

  // The first 32 bits behind the point of a root.
  const bits = (root) => ((root - Math.floor(root)) * 4294967296) | 0;
  const START = primes.slice(0, 8).map((one) => bits(Math.sqrt(one)));
  const ROUND = primes.map((one) => bits(Math.cbrt(one)));
  const turn = (word, by) => (word >>> by) | (word << (32 - by));

  // Sixteen words of text, with the end that SHA-256 asks for. Ids are ASCII.
  function blocks(text) {
    const words = new Array((((text.length + 8) >> 6) + 1) * 16).fill(0);
    for (let at = 0; at < text.length; at++)
      words[at >> 2] |= text.charCodeAt(at) << (24 - (at % 4) * 8);
    words[text.length >> 2] |= 0x80 << (24 - (text.length % 4) * 8);
    words[words.length - 1] = text.length * 8;
    return words;
  }

  function spread(words) {
    for (let n = 16; n < 64; n++) {
      const [one, other] = [words[n - 15], words[n - 2]];
      const s0 = turn(one, 7) ^ turn(one, 18) ^ (one >>> 3);
      const s1 = turn(other, 17) ^ turn(other, 19) ^ (other >>> 10);
      words[n] = (words[n - 16] + s0 + words[n - 7] + s1) | 0;
    }
    return words;
  }

  function mixed(state, words) {
    let [a, b, c, d, e, f, g, h] = state;
    spread(words).forEach((word, n) => {
      const s1 = turn(e, 6) ^ turn(e, 11) ^ turn(e, 25);
      const s0 = turn(a, 2) ^ turn(a, 13) ^ turn(a, 22);
      const one = (h + s1 + ((e & f) ^ (~e & g)) + ROUND[n] + word) | 0;
      const other = (s0 + ((a & b) ^ (a & c) ^ (b & c))) | 0;
      [a, b, c, d, e, f, g, h] = [(one + other) | 0, a, b, c, (d + one) | 0, e, f, g];
    });
    return [a, b, c, d, e, f, g, h].map((word, n) => (word + state[n]) | 0);
  }

  market.codeOf = (id) => {
    const words = blocks(id);
    let state = START;
    for (let at = 0; at < words.length; at += 16) state = mixed(state, words.slice(at, at + 16));
    let code = "";
    for (let from = 27; from > 0; from -= 5) code += DIGITS[(state[0] >>> from) & 31];
    return code;
  };

  market.fileOf = (code, count) =>
    Math.floor(((DIGITS.indexOf(code[0]) * 32 + DIGITS.indexOf(code[1])) * count) / MOST);
})(ocopMarket);
