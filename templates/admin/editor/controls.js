/* The two controls that Decap has not: the name of an entry's folder, which is settled once and for
   good, and the story, which may lie in a file of its own. */
(function () {
  'use strict';

  var O = window.OCOP;
  var ID = /^[a-z0-9]+(-[a-z0-9]+)*$/, LONGEST = 80, PAUSE = 300;

  /* The name that a folder gets from an entry's: twin of slugify in generator/ocop/text.py. */
  O.slug = function (name) {
    var made = O.fold(String(name || '')).replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, '');
    return made.length <= LONGEST ? made : made.slice(0, LONGEST + 1).replace(/-[^-]*$/, '').slice(0, LONGEST);
  };

  /* The id that a new entry of a collection will have, empty where nothing tells yet. */
  O.idOf = function (data, collection) {
    var title = O.told.sorts[collection].title;
    var name = title && data ? data.getIn([title, O.told.languages[0]]) : '';
    return data && data.get('id') || O.slug(name);
  };

  function folderOf(entry) {
    return (entry && entry.get('slug') || '').split('/')[0];
  }

  function words(field, name) {
    return field.getIn(['words', name]);
  }

  function idControl(createClass, h) {
    return createClass({
      getInitialState: function () { return { taken: '' }; },
      shouldComponentUpdate: function () { return true; },
      componentDidUpdate: function () { this.ask(); },
      componentWillUnmount: function () { clearTimeout(this.timer); },
      now: function () {
        var entry = this.props.getEntry();
        return O.idOf(entry && entry.get('data'), this.props.collection.get('name'));
      },
      ask: function () {
        var id = this.now(), control = this;
        if (id === this.asked || folderOf(this.props.getEntry())) return;
        this.asked = id;
        clearTimeout(this.timer);
        if (ID.test(id)) this.timer = setTimeout(function () { control.look(id); }, PAUSE);
      },
      look: function (id) {
        var control = this, collection = this.props.collection.get('name');
        function found(taken) {
          if (control.asked === id) control.setState({ taken: taken });
        }
        this.props.loadEntry(collection, id + '/' + O.told.sorts[collection].kind)
          .then(function () { found(id); }, function () { found(''); });
      },
      isValid: function () {
        var id = this.now(), field = this.props.field;
        if (folderOf(this.props.getEntry())) return true;
        if (!ID.test(id) || id.length > LONGEST) return { error: { type: 'CUSTOM', message: words(field, 'bad') } };
        if (this.state.taken === id) return { error: { type: 'CUSTOM', message: words(field, 'taken') } };
        return true;
      },
      render: function () {
        var props = this.props, folder = folderOf(props.getEntry());
        return h('input', {
          id: props.forID,
          className: 'ocop-id',
          type: 'text',
          readOnly: Boolean(folder),
          value: folder || props.value || '',
          placeholder: this.now(),
          autoComplete: 'off',
          spellCheck: false,
          onFocus: props.setActiveStyle,
          onBlur: props.setInactiveStyle,
          onChange: function (event) { props.onChange(event.target.value); }
        });
      }
    });
  }

  function storyControl(createClass, h) {
    return createClass({
      getInitialState: function () { return { beside: {} }; },
      shouldComponentUpdate: function () { return true; },
      componentDidMount: function () {
        var folder = folderOf(this.props.getEntry());
        if (folder) O.told.languages.forEach(this.look.bind(this, folder));
      },
      look: function (folder, code) {
        var control = this, from = this.collectionOf(code);
        this.props.loadEntry(from, folder + '/story.' + code).then(function () {
          var address = '#/collections/' + from + '/entries/' + folder + '/story.' + code;
          control.setState(function (state) {
            var beside = Object.assign({}, state.beside);
            beside[code] = address;
            return { beside: beside };
          });
        }, function () { /* no such file: the story is written here */ });
      },
      collectionOf: function (code) {
        return 'story-' + this.props.collection.get('name') + '-' + code;
      },
      change: function (code, text) {
        var value = this.props.value;
        if (value && value.set) return this.props.onChange(value.set(code, text));
        var made = {};
        made[code] = text;
        return this.props.onChange(this.props.field.get('words').clear().merge(made));
      },
      row: function (field) {
        var code = field.get('name'), beside = this.state.beside[code];
        var id = this.props.forID + '-' + code;
        return h('div', { key: code },
          h('label', { htmlFor: beside ? undefined : id }, field.get('label')),
          beside ? this.link(beside, field, code) : this.area(id, code));
      },
      link: function (address, field, code) {
        var own = this.props.field;
        return h('div', null,
          h('p', null, words(own, 'kept').replace('{file}', 'story.' + code + '.md')),
          h('a', { href: address, target: '_blank', rel: 'noopener' }, words(own, 'beside').replace('{language}', field.get('label'))));
      },
      area: function (id, code) {
        var value = this.props.value, change = this.change;
        return h('textarea', {
          id: id,
          value: value && value.get && value.get(code) || '',
          onFocus: this.props.setActiveStyle,
          onBlur: this.props.setInactiveStyle,
          onChange: function (event) { change(code, event.target.value); }
        });
      },
      render: function () {
        var rows = this.props.field.get('fields').map(this.row).toArray();
        return h('div', { className: 'ocop-story', id: this.props.forID },
          h('p', null, words(this.props.field, 'inside')), rows);
      }
    });
  }

  O.controls = { 'ocop-id': idControl, 'ocop-story': storyControl };
})();
