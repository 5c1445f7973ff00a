// The words of the next parts: the build puts those of the site's languages here, from
// shortlist.button of templates/i18n. Without words nothing can be kept.
this.ocopList = { words: {} };
