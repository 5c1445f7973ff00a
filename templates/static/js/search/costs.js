// Costs: what a reading of the query in a product's words costs. The only place where the costs of
// position and field are set; those of a choice of words are in slots.js and edits.js.
//
// Owns the costs and nothing else. Called by `ways`.
//
// Each hit has the cost of its cheapest reading: the query is cut into as few unbroken pieces as
// possible, each standing in one field in its order.
//
//   BREAK   24  a further piece in another field, or before the last in the same field: that words
//               belong together is what a query says first, so hardly anything outweighs it
//   GAP     16  a further piece in the same field, after words that the query leaves out:
//               "mật ong [rừng] U Minh"
//   SINGLE  14  a further piece of one word: "đặc [sản] Hà Nội" is not "Đắk Hà"
//   FIELDS      where a piece stands: the name is what a product is, a place nearly as telling, a
//               producer or a kind says it of many, a text tells everything
//   LATER    1  the query does not begin where its field begins: "cam sành" before "mứt cam sành"
//
// Equal costs stay in document order: a kind of goods together, its best first.
this.ocopSearch = this.ocopSearch || {};
(function (o) {
  "use strict";

  const BREAK = 24, GAP = 16, SINGLE = 14, LATER = 1;
  // name, other names, aliases, producer, origin, place now, kind, text
  const FIELDS = [0, 2, 2, 7, 4, 5, 6, 36];

  // The position that stands for "somewhere in the texts": nothing stands next to it.
  o.TEXT = 7 * 64;

  // What so many words cost that stand in texts only.
  o.untitled = function (size) { return FIELDS[7] + (size - 1) * (BREAK + FIELDS[7]); };

  // More than any reading costs: this is none.
  o.NEVER = 1 << 20;

  // What it costs to begin at a position.
  o.beginning = function (position) { return FIELDS[position >> 6] + (position & 63 ? LATER : 0); };

  // What it costs to go on at `to` after `from`, `stride` words before it. A piece begins as a
  // single word and gets that back when it goes on.
  o.step = function (from, to, stride, single) {
    if (to === o.TEXT) return BREAK + FIELDS[7];
    if (to === from + stride) return single ? -SINGLE : 0;
    if (to === from) return o.NEVER;
    if (to > from && to >> 6 === from >> 6) return GAP + SINGLE;
    return BREAK + FIELDS[to >> 6] + SINGLE;
  };
})(this.ocopSearch);
