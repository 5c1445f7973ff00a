/* From the tree of a file to the values of a form and back, by the schema's shapes (shapes.js of
   the site, made from the schema). A form has one shape for each key where a file may have two: a
   plain text and a map by language, one id and a list of them. What the schema does not know goes
   through as it is. */
(function () {
  'use strict';

  var told = window.OCOP.told;
  var first = told.languages[0];

  function word(shape) {
    return Array.isArray(shape) ? shape[0] : shape;
  }

  function isMap(value) {
    return value !== null && typeof value === 'object' && !Array.isArray(value);
  }

  function asList(value) {
    return Array.isArray(value) ? value : [value];
  }

  function copied(value, each) {
    var made = {};
    Object.keys(value).forEach(function (key) {
      var one = each(value[key], key);
      if (one !== undefined) made[key] = one;
    });
    return made;
  }

  function fold(text) {
    return text.toLowerCase().normalize('NFD').replace(/[\u0300-\u036f]/g, '').replace(/đ/g, 'd')
      .replace(/[_.]/g, ' ').replace(/\s+/g, ' ').trim();
  }

  function meant(text, meanings) {
    var said = fold(text) + ' ';
    var found = meanings.filter(function (one) { return said.indexOf(one[0] + ' ') === 0; })[0];
    return found ? found[1] : text;
  }

  function keysOf(shape) {
    var shapes = {};
    told.models[shape[1]].keys.forEach(function (one) { shapes[one[0]] = one[1]; });
    return shapes;
  }

  var OPEN = {
    words: function (value) {
      var made = {};
      if (isMap(value)) return value;
      made[first] = value;
      return made;
    },
    yes: function (value) { return value === 'true' ? true : value === 'false' ? false : value; },
    season: asList,
    levels: asList,
    point: function (value) { return Array.isArray(value) ? value.join(', ') : value; },
    ids: function (value, shape) {
      return asList(value).map(function (id) { return id + shape[1]; });
    },
    choice: function (value, shape) { return typeof value === 'string' ? meant(value, shape[1]) : value; },
    list: function (value, shape) {
      return Array.isArray(value) ? value.map(function (one) { return open(one, shape[1]); }) : value;
    },
    map: function (value, shape) {
      var bare = told.models[shape[1]].bare, shapes = keysOf(shape), made = {};
      if (isMap(value)) return copied(value, function (one, key) { return open(one, shapes[key]); });
      if (!bare) return value;
      made[bare] = value;
      return made;
    }
  };

  function open(value, shape) {
    if (value === null || value === undefined) return undefined;
    var turn = OPEN[word(shape)];
    return turn ? turn(value, shape) : value;
  }

  /* A text as a file may hold it: NFC, LF, nothing around it; undefined for none. */
  function text(value) {
    var made = String(value).normalize('NFC').replace(/\r\n?/g, '\n').trim();
    return made || undefined;
  }

  function anything(value) {
    if (value === null || value === undefined) return undefined;
    if (Array.isArray(value)) return kept(value.map(anything));
    return isMap(value) ? filled(copied(value, anything)) : text(value);
  }

  function kept(list) {
    var made = list.filter(function (one) { return one !== undefined; });
    return made.length ? made : undefined;
  }

  function filled(map) {
    return Object.keys(map).length ? map : undefined;
  }

  function single(list) {
    return list && list.length === 1 ? list[0] : list;
  }

  function byNumber(left, right) {
    return Number(left) - Number(right);
  }

  var CLOSE = {
    words: function (value) {
      if (!isMap(value)) return anything(value);
      var made = {}, rest = copied(value, anything);
      told.languages.concat(Object.keys(rest)).forEach(function (code) {
        if (rest[code] !== undefined) made[code] = rest[code];
      });
      return Object.keys(made).join() === first ? made[first] : filled(made);
    },
    season: function (value) {
      var months = anything(asList(value));
      if (!months) return undefined;
      return months.indexOf('all') < 0 ? months.sort(byNumber) : 'all';
    },
    levels: function (value) { return single(anything(asList(value))); },
    point: function (value) {
      var both = String(value).split(',');
      return both.length === 2 ? anything(both) : anything(value);
    },
    ids: function (value, shape) {
      return single(kept(asList(value).map(function (id) {
        var made = text(id) || '';
        var bare = shape[1] && made.slice(-shape[1].length) === shape[1];
        return bare ? made.slice(0, -shape[1].length) : made || undefined;
      })));
    },
    list: function (value, shape) {
      if (!Array.isArray(value)) return anything(value);
      return kept(value.map(function (one) { return close(one, shape[1]); }));
    },
    map: function (value, shape) {
      if (!isMap(value)) return anything(value);
      var shapes = keysOf(shape), made = {};
      Object.keys(shapes).concat(Object.keys(value)).forEach(function (key) {
        var one = key in value ? close(value[key], shapes[key]) : undefined;
        if (one !== undefined) made[key] = one;
      });
      return filled(made);
    }
  };

  function close(value, shape) {
    if (value === null || value === undefined) return undefined;
    var turn = CLOSE[word(shape)];
    return turn ? turn(value, shape) : anything(value);
  }

  /* What the writer asks: which values stand bare, which lists in brackets. */
  function about(shape) {
    var kind = word(shape);
    var bare = ['bare', 'yes', 'season', 'levels'].indexOf(kind) >= 0 || kind === 'point' && 'point';
    return {
      bare: bare,
      listed: false,
      of: function (step) {
        if (kind === 'map') return about(keysOf(shape)[step]);
        return about(kind === 'list' ? shape[1] : undefined);
      }
    };
  }

  window.OCOP.open = open;
  window.OCOP.close = close;
  window.OCOP.about = about;
  window.OCOP.fold = fold;
})();
