/* Decap's list items have buttons that are pictures alone: gives them names for screen readers. */
(function () {
  'use strict';

  var O = window.OCOP;
  var BAR = '[class*="ListItemTopBar"]';

  function call(button, name, number) {
    if (button && !button.getAttribute('aria-label')) {
      button.setAttribute('aria-label', O.told.words['item.' + name].replace('{n}', number));
    }
  }

  function numberOf(bar) {
    var item = bar.parentElement;
    return item && item.parentElement ? [].indexOf.call(item.parentElement.children, item) + 1 : 1;
  }

  function nameAll(root) {
    [].forEach.call(root.querySelectorAll(BAR), function (bar) {
      var buttons = bar.querySelectorAll('button'), number = numberOf(bar);
      call(buttons[0], 'fold', number);
      call(buttons[1], 'remove', number);
      call(bar.querySelector('[role="button"]'), 'move', number);
    });
  }

  O.nameButtons = function (root) {
    new MutationObserver(function () { nameAll(root); }).observe(root, { childList: true, subtree: true });
  };
})();
