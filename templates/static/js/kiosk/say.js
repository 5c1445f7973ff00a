// What the kiosk's screen is told (generator/ocop/pages/views/kiosk.py) and says.
//
//   kiosk.told, kiosk.at(id); kiosk.root: the way to the site's root
//   kiosk.foreign: the language of places' names where that is not the page's
this.ocopKiosk = {};
(function (kiosk) {
  "use strict";
  kiosk.at = (id) => document.getElementById(id);
  const told = JSON.parse(kiosk.at("sheet").dataset.told);

  kiosk.told = told;
  kiosk.root = document.documentElement.dataset.root;
  ocopMake(kiosk, told.say);
  ocopSpoken(kiosk, told.first);
  kiosk.foreign = kiosk.language === "vi" ? null : "vi"; // names of places are Vietnamese
})(ocopKiosk);
