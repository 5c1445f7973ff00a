"""What the filters of a search are called, and the bands of prices.

Owns the words of filters in one language; which products stand behind them is in the index.
Called by the view ``index`` and by :mod:`ocop.pages.findable`.
"""

from bisect import bisect_right
from collections.abc import Iterator, Mapping
from itertools import pairwise

from ocop.domain import gazetteer
from ocop.domain.certificate import Price
from ocop.domain.place import Commune
from ocop.domain.recognition import State
from ocop.domain.taxonomy import GROUPS, INDUSTRIES, SETS
from ocop.pages.formats import formats
from ocop.pages.press import press_for
from ocop.pages.routes import Routes
from ocop.pages.site import Site
from ocop.pages.terms import term
from ocop.pages.texts import Texts
from ocop.search.document import Labels
from ocop.text import Language, localise

_BOUNDS = (50_000, 100_000, 200_000, 500_000)
"""Prices in đồng at which a band ends and the next begins."""

SCRIPTS = ("js/search.js", "js/search-box.js")
"""The engine and the box in the header, which the entry brings."""

_BOX = "box."


def band_of(price: Price | None) -> int:
    """Return the band of a price, from 1; 0 where there is none."""
    return bisect_right(_BOUNDS, price.start) + 1 if price else 0


def labels(site: Site, language: Language) -> Labels:
    """Return what filters and their values are called in ``language``."""
    t = press_for(site).texts_in(language)
    return Labels(
        folder=Routes(language, site.config.language).home().removesuffix("index.html"),
        sets={number: term(t, one) for number, one in SETS.items()},
        groups={number: term(t, GROUPS[one.group]) for number, one in SETS.items()},
        industries={code: term(t, one) for code, one in INDUSTRIES.items()},
        group_of={number: one.group for number, one in SETS.items()},
        industry_of={number: one.industry for number, one in SETS.items()},
        states=tuple((one.value, t(f"facets.state.{one.value}")) for one in State),
        price_bands=tuple(_price_bands(t, language)),
        months=tuple(formats(language).month(number) for number in range(1, 13)),
        places=dict(_places(site)),
        within={one.code: one.province for one in _communes(site)},
        points={one.code: one.point for one in _communes(site)},
        producers=makers(site, language),
        scripts=tuple(site.assets[name] for name in SCRIPTS),
        words=dict(_words(t)),
    )


def makers(site: Site, language: Language) -> Mapping[str, str]:
    """Return the names of all producers by id."""
    return press_for(site).once(("names of makers", language), lambda: _makers(site, language))


def know_makers(site: Site, language: Language, names: Mapping[str, str]) -> None:
    """Take what :func:`makers` returns as known, so that no producer has to be opened for it."""
    press_for(site).once(("names of makers", language), lambda: names)


def _makers(site: Site, language: Language) -> Mapping[str, str]:
    first, found = site.config.language, site.catalogue.producers.values()
    return {one.id: localise(one.name, language, first)[0] for one in found}


def _price_bands(t: Texts, language: Language) -> Iterator[tuple[str, str]]:
    """Yield the key (in thousands of đồng) and the name of each band."""
    told = formats(language)
    first, last = _BOUNDS[0], _BOUNDS[-1]
    yield f"0-{first // 1000}", t("facets.price.below", price=told.money(first))
    for start, end in pairwise(_BOUNDS):
        yield f"{start // 1000}-{end // 1000}", told.price(start, end)
    yield f"{last // 1000}-", t("facets.price.from", price=told.money(last))


def _places(site: Site) -> Iterator[tuple[str, str]]:
    """Yield the names of all provinces and of the communes of the catalogue, by code."""
    for province in gazetteer.provinces():
        yield province.code, province.name
    for commune in _communes(site):
        yield commune.code, commune.full_name


def _communes(site: Site) -> Iterator[Commune]:
    """Yield the communes of the catalogue in the order of their codes."""
    for code in sorted(site.catalogue.by_commune):
        if commune := gazetteer.commune(code):
            yield commune


def _words(t: Texts) -> Iterator[tuple[str, str]]:
    """Yield the texts of the box in the header; of plural forms the usual one."""
    for key, text in t.table.items():
        if key.startswith(_BOX):
            yield key.removeprefix(_BOX), text if isinstance(text, str) else text["other"]
