"""Trade sheets from products to PDF, one page of A4 each.

Owns what is told when one cannot be made. Writes nothing. Called by :mod:`ocop.cli.sheets`.
"""

from collections.abc import Iterator, Sequence

from msgspec import Struct

from ocop.diagnostics import Diagnostic
from ocop.domain.product import Product
from ocop.fair.facts import Facts
from ocop.fair.refused import at_letters, beyond_fit, letters_without_face, refused
from ocop.fair.sheets.pictures import Files, Photos, files_of
from ocop.fair.sheets.words import sheet_words
from ocop.fair.typeset import NoTypst, Press, Unset, typeset
from ocop.pages.press import press_for
from ocop.pages.site import Site
from ocop.text import Language, localise

_TEMPLATE = "sheets/sheets.typ"
"""It names a product whose texts have no room by its id."""


class Wish(Struct, frozen=True):
    """One sheet to be: of which product, in which language."""

    product: Product
    language: Language


def sheet_pdf(
    site: Site, wishes: Sequence[Wish], photos: Photos, mark: str = ""
) -> bytes | Diagnostic:
    """Return the sheets of ``wishes``, at least one, as one PDF, or why there is none.

    Codes carry ``mark``. With several sheets the fault is that of the first that cannot be made.
    """
    files: Files = {}
    sheets = []
    for wish in wishes:
        words = sheet_words(site, wish.product, wish.language, mark)
        files |= files_of(wish.product, words, photos)
        sheets.append(words)
    try:
        return typeset(_press(site, wishes[0].language, sheets, files))
    except (NoTypst, Unset) as error:
        return _told(error, wishes, sheets)


def faults_of(
    site: Site, wishes: Sequence[Wish], photos: Photos, mark: str
) -> Iterator[Diagnostic]:
    """Yield what keeps each of ``wishes`` from being made."""
    for wish in wishes:
        made = sheet_pdf(site, (wish,), photos, mark)
        if isinstance(made, Diagnostic):
            yield made


def _press(site: Site, language: Language, sheets: Sequence[Facts], files: Files) -> Press:
    config, texts = site.config, press_for(site).texts_in(language)
    several = len(sheets) > 1
    title = texts("sheets.titles", n=len(sheets)) if several else sheets[0]["name"]
    data = {
        "title": title,
        "author": localise(config.title, language, config.language)[0],
        "lang": language,
        "sheets": list(sheets),
    }
    return Press(_TEMPLATE, data, files, site.templates, site.catalogue.today)


def _told(error: NoTypst | Unset, wishes: Sequence[Wish], sheets: Sequence[Facts]) -> Diagnostic:
    """Return why nothing was set, at the product whose texts are at fault where that is known."""
    if letters := letters_without_face(error):
        paths = (wish.product.path for wish in wishes)
        return at_letters(letters, zip(paths, sheets, strict=True))
    unfit = beyond_fit(error)
    for wish in wishes:
        if wish.product.id == unfit:
            return Diagnostic("OCOP640", wish.product.path, args={"language": wish.language})
    return refused(error, _TEMPLATE)
