/* Tells Decap about our formats and controls, then starts it. */
(function () {
  'use strict';

  var O = window.OCOP, CMS = window.CMS;

  /* A new entry goes into the folder that its form shows. */
  function settle(told) {
    var entry = told.entry, data = entry.get('data'), collection = entry.get('collection');
    if (!entry.get('newRecord') || !O.told.sorts[collection]) return data;
    return data.set('id', O.idOf(data, collection));
  }

  Object.keys(O.told.sorts).forEach(function (folder) {
    var sort = O.told.sorts[folder];
    CMS.registerCustomFormat('ocop-' + sort.kind, 'yaml', O.format(sort.model));
  });
  CMS.registerCustomFormat('ocop-story', 'md', O.story);
  Object.keys(O.controls).forEach(function (name) {
    CMS.registerWidget(name, O.controls[name](window.createClass, window.h));
  });
  CMS.registerEventListener({ name: 'preSave', handler: settle });
  CMS.registerLocale('vi', O.vietnamese(CMS.getLocale('vi')));
  CMS.init();
  O.nameButtons(document.body);
})();
