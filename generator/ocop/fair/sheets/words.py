"""What a trade sheet says, as its template takes it.

Owns which facts a buyer is told and in which order; their wording is that of the pages. The
story stays on the site: :func:`ocop.pages.trade_sheets.facts_digest` counts on it. Called by
:mod:`ocop.fair.sheets.making`.
"""

from collections.abc import Iterator

from ocop.dates import PartialDate
from ocop.domain.product import Product
from ocop.fair.codes import codes_of
from ocop.fair.facts import Facts, facts_of, here_in
from ocop.pages.here import Here
from ocop.pages.site import Site
from ocop.text import Language, localise

_FOR_BUYERS = ("minimum_order", "capacity", "packs", "shelf_life", "storage", "export")
"""What stands beside the photo, after the price."""

_KNOWN = ("ingredients", "taste", "use", "why_here")

_NUMBERS = ("set", "code", "gtin")


def sheet_words(site: Site, product: Product, language: Language, mark: str = "") -> Facts:
    """Return what the sheet of ``product`` says in ``language``; its codes carry ``mark``."""
    here, facts = here_in(site, language), facts_of(site, product, language)
    facts.pop("story")
    t = here.t
    return {
        **facts,
        "lang": language,
        "title": t("sheets.title"),
        "site": localise(site.config.title, language, site.config.language)[0],
        "trade": list(_trade(here, facts)),
        "rest": list(_rest(here, facts)),
        "contact": t("sheets.contact"),
        "codes": [code.data() for code in codes_of(site.config, t, product, mark)],
        "sample": t("sample.long") if product.sample else "",
        "foot": list(_foot(here, facts["photo"])),
    }


def _line(label: str, *texts: str) -> Iterator[Facts]:
    """Yield a line of facts unless there is nothing to say."""
    said = [text for text in texts if text]
    if said:
        yield {"label": label, "texts": said}


def _trade(here: Here, facts: Facts) -> Iterator[Facts]:
    """Yield what a buyer asks first."""
    t, known = here.t, {one["key"]: one for one in facts["facts"]}
    if facts["price"]:
        yield from _line(t("product.price"), facts["price"], facts["price_date"])
    for key in _FOR_BUYERS:
        if key == "packs":
            yield from _line(t("product.packs"), *facts["packs"])
        elif key in known:
            yield from _line(known[key]["label"], known[key]["text"])


def _rest(here: Here, facts: Facts) -> Iterator[Facts]:
    """Yield where it comes from, when, how it is, what it is certified for."""
    t, known = here.t, {one["key"]: one for one in facts["facts"]}
    yield from _line(t("product.origin"), facts["now"], facts["certified"], facts["divided"])
    yield from _line(t("product.season"), facts["season"])
    yield from _line(t("product.certificates"), *map(_paper, facts["certificates"]))
    yield from _line(t("product.awards"), *map(_award, facts["awards"]))
    for key in (*_KNOWN, *_NUMBERS):
        if key in known:
            yield from _line(known[key]["label"], known[key]["text"])
    yield from _line(t("product.notice"), facts["notice"])


def _paper(paper: Facts) -> str:
    return ", ".join(part for part in (paper["kind"], paper["text"]) if part)


def _award(award: Facts) -> str:
    return ", ".join(part for part in (award["name"], award["text"]) if part)


def _foot(here: Here, photo: Facts | None) -> Iterator[str]:
    """Yield who answers for the sheet, who took its photo, and when it was made."""
    publisher = here.site.config.publisher
    today = here.site.catalogue.today
    day = here.formats.date(PartialDate(today.year, today.month, today.day))
    yield here.t("sheets.made", date=day)
    parts = (
        here.speak.plain(publisher.name),
        here.speak.plain(publisher.address),
        publisher.phone or "",
        publisher.email or "",
    )
    yield " · ".join(part for part in parts if part)
    if photo:
        yield photo["credit"]
