/* One content file between git and the form. A key that nobody changed keeps its very lines, with
   the comments in it; a changed one is written anew below its comments. Keys stand in the schema's
   order. A file that cannot be read is shown empty and never written. */
(function () {
  'use strict';

  var TEXT = '#text', BROKEN = '#broken', ID = 'id';
  var KEY = /^(?:([A-Za-z_][\w-]*)|"([^"\\]+)"|'([^']+)')\s*:(?:\s|$)/;
  var O = window.OCOP;

  function lf(text) {
    return text.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n').normalize('NFC');
  }

  /* The lines of each key, with the comments right above it; null where lines do not part them. */
  function parted(text, tree) {
    var blocks = { head: [], of: {} }, lines = text.match(/[^\n]*\n|[^\n]+$/g) || [], above = [], now = blocks.head;
    lines.forEach(function (line) {
      var found = KEY.exec(line);
      if (found) {
        now = blocks.of[found[1] || found[2] || found[3]] = above.concat(line);
        now.above = above.length;
        above = [];
      } else if (line[0] === '#') {
        above.push(line);
      } else {
        now.push.apply(now, above.splice(0).concat(line));
      }
    });
    blocks.tail = above;
    return Object.keys(blocks.of).sort().join() === Object.keys(tree).sort().join() ? blocks : null;
  }

  function same(one, other) {
    return JSON.stringify(one) === JSON.stringify(other);
  }

  function only(key, value) {
    var made = {};
    made[key] = value;
    return made;
  }

  /* The new text made of the old one's lines; null where that would not say what it must. */
  function spliced(old, tree, shape) {
    var before = O.parse(old), blocks = parted(old, before);
    if (!blocks) return null;
    var closed = O.close(O.open(before, shape), shape) || {};
    var text = blocks.head.join('') + Object.keys(tree).map(function (key) {
      var lines = blocks.of[key];
      if (lines && same(closed[key], tree[key])) return ended(lines.join(''));
      return (lines ? lines.slice(0, lines.above).join('') : '') + O.write(only(key, tree[key]), O.about(shape));
    }).join('') + blocks.tail.join('');
    return says(text, tree, shape) ? ended(text) : null;
  }

  function ended(text) {
    return text.slice(-1) === '\n' ? text : text + '\n';
  }

  function says(text, tree, shape) {
    try {
      return same(O.close(O.open(O.parse(text), shape), shape), tree);
    } catch (error) {
      return false;
    }
  }

  function read(text, shape) {
    var made;
    try {
      made = O.open(O.parse(lf(text)), shape);
    } catch (error) {
      made = undefined;
    }
    if (made === null || typeof made !== 'object' || Array.isArray(made)) {
      return only(BROKEN, true);
    }
    made[TEXT] = lf(text);
    return made;
  }

  function written(data, shape) {
    if (data[BROKEN]) throw new Error(O.told.words.broken);
    var bare = Object.assign({}, data);
    [TEXT, ID].forEach(function (key) { delete bare[key]; });
    var tree = O.close(bare, shape) || {};
    return data[TEXT] && spliced(data[TEXT], tree, shape) || O.write(tree, O.about(shape));
  }

  /* A format of Decap's for each kind. */
  O.format = function (model) {
    var shape = ['map', model];
    return {
      fromFile: function (text) { return read(text, shape); },
      toFile: function (data) { return written(data, shape); }
    };
  };

  O.story = {
    fromFile: function (text) { return { body: lf(text) }; },
    toFile: function (data) { return ended(lf(data.body || '')); }
  };
})();
