/* Writing YAML as `ocop fmt` has it: block style, no folding, quotes where another program would
   take a text for a number, a day or a yes. Reads and writes trees of which every leaf is a text.
   Knows no schema: what may stand bare is told by a function. */
(function () {
  'use strict';

  var WORDS = /^(y|yes|n|no|true|false|on|off|null|~|=|<<)$/i;
  var NUMBER = /^[-+]?(\.?[0-9][0-9_,.: ]*|0[xob][0-9a-f_]+|[0-9._]+e[-+]?[0-9]+|\.(inf|nan))$/i;
  var DAY = /^[0-9]{4}-[0-9]{1,2}(-[0-9]{1,2}.*)?$/;
  var BARE = /^([0-9]+|[0-9]{4}-[0-9]{2}(-[0-9]{2})?|true|false|yes|no|all)$/;
  var DEGREES = /^-?[0-9]{1,3}(\.[0-9]+)?$/;
  var SAFE = /^[^\s\-?:,[\]{}#&*!|>'"%@`](?:.*[^\s:])?$/;

  function isTaken(text) {
    return WORDS.test(text) || NUMBER.test(text) || DAY.test(text) || /^[+0]o?/.test(text) && !/[^0-9+o ]/.test(text);
  }

  function quoted(text) {
    return JSON.stringify(text).replace(/[\u007f-\u009f\u2028\u2029\ufeff]/g, function (sign) {
      return '\\u' + ('000' + sign.charCodeAt(0).toString(16)).slice(-4);
    });
  }

  function leaf(text, mayBeBare) {
    if (mayBeBare && (BARE.test(text) || mayBeBare === 'point' && DEGREES.test(text))) return text;
    var plain = SAFE.test(text) && !/: |\s#|[\u0000-\u001f\u007f-\u009f\u2028\u2029\ufeff]/.test(text);
    return plain && !isTaken(text) ? text : quoted(text);
  }

  function isLeaf(value) {
    return typeof value === 'string';
  }

  /* Several lines as they are, below `|-`; null where such a block could not hold them. */
  function block(text, indent) {
    if (text.indexOf('\n') < 0 || !/^\S/.test(text) || /\n$/.test(text)) return null;
    if (/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u2028\u2029\ufeff]/.test(text)) return null;
    return '|-\n' + text.split('\n').map(function (line) { return line ? indent + line : line; }).join('\n');
  }

  function flow(list, bare) {
    return '[' + list.map(function (one) {
      var text = leaf(one, bare);
      return /[,[\]{}]/.test(text) && text[0] !== '"' ? quoted(one) : text;
    }).join(', ') + ']';
  }

  /* What follows `key:` or `-`; `say(step)` tells about the value at the next step. */
  function after(value, indent, about) {
    if (isLeaf(value)) return ' ' + (block(value, indent) || leaf(value, about.bare));
    if (Array.isArray(value)) {
      if (value.every(isLeaf) && (about.bare || about.listed)) return ' ' + flow(value, about.bare);
      return '\n' + value.map(function (one) { return item(one, indent, about.of(0)); }).join('\n');
    }
    return '\n' + map(value, indent, about);
  }

  function item(value, indent, about) {
    if (isLeaf(value)) return indent + '-' + after(value, indent + '  ', about);
    if (Array.isArray(value)) return indent + '- ' + flow(value.map(String), about.bare);
    return indent + '- ' + map(value, indent + '  ', about).slice(indent.length + 2);
  }

  function map(value, indent, about) {
    return Object.keys(value).map(function (key) {
      return indent + leaf(key, false) + ':' + after(value[key], indent + '  ', about.of(key));
    }).join('\n');
  }

  window.OCOP.write = function (tree, about) {
    return map(tree, '', about) + '\n';
  };

  window.OCOP.parse = function (text) {
    return window.jsyaml.load(text, { schema: window.jsyaml.FAILSAFE_SCHEMA });
  };
})();
