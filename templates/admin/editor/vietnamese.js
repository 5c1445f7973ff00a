/* What Decap's Vietnamese leaves in English, as far as our forms show it. */
(function () {
  'use strict';

  var SAID = {
    'collection.collectionTop.viewAs': 'Cách xem',
    'collection.collectionTop.viewAsList': 'Xem thành danh sách',
    'collection.collectionTop.viewAsGrid': 'Xem thành ô',
    'collection.entries.unpublishedHeader': 'Chưa đăng',
    'editor.editorControl.field.widgetLabel': 'Ô nhập %{widgetLabel}',
    'editor.editorToolbar.statusInfoTooltipDraft': 'Đang là bản nháp. Viết xong thì chuyển sang “đang duyệt”.',
    'editor.editorToolbar.statusInfoTooltipInReview': 'Đang chờ duyệt; vẫn sửa thêm được.',
    'editor.editorWidgets.markdown.bold': 'Chữ đậm',
    'editor.editorWidgets.markdown.italic': 'Chữ nghiêng',
    'editor.editorWidgets.markdown.link': 'Liên kết',
    'editor.editorWidgets.markdown.linkPrompt': 'Địa chỉ của liên kết',
    'editor.editorWidgets.markdown.headings': 'Đề mục',
    'editor.editorWidgets.markdown.quote': 'Trích dẫn',
    'editor.editorWidgets.markdown.bulletedList': 'Danh sách',
    'editor.editorWidgets.markdown.numberedList': 'Danh sách đánh số',
    'editor.editorWidgets.markdown.toggleMode.rich': 'Soạn có định dạng',
    'editor.editorWidgets.markdown.toggleMode.markdown': 'Soạn bằng Markdown',
    'editor.editorWidgets.image.chooseUrl': 'Lấy từ một địa chỉ',
    'editor.editorWidgets.file.chooseUrl': 'Ghi địa chỉ https://…',
    'editor.editorWidgets.file.replaceUrl': 'Thay bằng một địa chỉ',
    'editor.editorWidgets.file.promptUrl': 'Địa chỉ của tệp',
    'editor.editorWidgets.list.add': 'Thêm %{item}',
    'editor.editorWidgets.list.addType': 'Thêm %{item}',
    'editor.editorWidgets.object.expand': 'Mở ra',
    'editor.editorWidgets.object.collapse': 'Gấp lại',
    'mediaLibrary.mediaLibraryCard.copy': 'Chép',
    'mediaLibrary.mediaLibraryCard.copyUrl': 'Chép địa chỉ',
    'mediaLibrary.mediaLibraryCard.copyPath': 'Chép đường dẫn',
    'mediaLibrary.mediaLibraryCard.copyName': 'Chép tên',
    'mediaLibrary.mediaLibraryCard.copied': 'Đã chép',
    'mediaLibrary.mediaLibraryModal.close': 'Đóng',
    'ui.settingsDropdown.account': 'Tài khoản'
  };

  window.OCOP.vietnamese = function (phrases) {
    Object.keys(SAID).forEach(function (key) {
      var parts = key.split('.'), last = parts.pop();
      var place = parts.reduce(function (at, part) { return at[part] = at[part] || {}; }, phrases);
      place[last] = SAID[key];
    });
    return phrases;
  };
})();
