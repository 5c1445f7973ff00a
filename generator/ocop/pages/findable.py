"""Products as a search finds them: words, and facts for filters.

Owns which facts of a product are searched, in which field (docs/search-format.md, section 2).
What a result shows is the business of :mod:`ocop.pages.results`. Must not know how an index is
written.
Called by the view ``index`` and wherever an index is made without being published:

    documents(site)   # one SearchDoc a product, in the order of the ids
"""

import datetime as dt
import re
from collections.abc import Iterable, Iterator
from functools import cache

from ocop.domain.product import Product
from ocop.domain.rating import is_awarded, is_revoked
from ocop.domain.taxonomy import GROUPS, INDUSTRIES, SETS
from ocop.pages.facets import band_of
from ocop.pages.origins import searched_names
from ocop.pages.press import Press, press_for
from ocop.pages.results import result
from ocop.pages.site import Site
from ocop.paths import EntryId
from ocop.patterns import late
from ocop.search.aliases import aliases, gift_names, table
from ocop.search.document import SearchDoc
from ocop.search.words import words
from ocop.text import Language, Localised, localise

_WHOLE_YEAR = 2**12 - 1

_NO_WORDS = (
    ("](", late(r"\]\([^()\n]*\)")),
    ("]:", late(r"^ {0,3}\[[^\[\]\n]+\]:.*$", re.MULTILINE)),
    ("<", late(r"<[^<>\n]*>")),
    ("://", late(r"https?://\S+")),
    ("www.", late(r"www\.\S+")),
)
"""What of Markdown is no word, each with what it cannot do without: where links lead, link
definitions, tags, plain addresses."""


def documents(site: Site) -> tuple[SearchDoc, ...]:
    """Return every product of ``site`` as a search sees it today, in the order of the ids."""
    press = press_for(site)
    return tuple(document(press, product) for product in site.catalogue.products.values())


def document(press: Press, product: Product) -> SearchDoc:
    """Return one product as a search sees it."""
    site = press.site
    rating, origin = site.catalogue.ratings[product.id], product.origin
    return SearchDoc(
        id=product.id,
        fields=_fields(press, product),
        texts=texts_of(product, site.config.languages),
        stars=rating.stars or 0,
        state=rating.state.value,
        set=product.set,
        gift=product.gift,
        season=_WHOLE_YEAR if product.whole_year else sum(1 << one - 1 for one in product.season),
        price=band_of(product.price),
        place=origin.commune_now or origin.province_now or "",
        producers=product.producers,
        newest=newest_of(product, site.catalogue.today),
        cards={code: result(press, product, code) for code in site.config.languages},
    )


def texts_of(product: Product, languages: Iterable[Language]) -> tuple[str, ...]:
    """Return what is searched without positions: summary, story, how it is made and used."""
    told = product.summary, product.ingredients, product.taste, product.use
    found = [text[code] for code in languages for text in told if code in text]
    found += [_plain(product.stories[code]) for code in languages if code in product.stories]
    return tuple(found)


def _plain(story: str) -> str:
    """Return the words of a story, without addresses of links, pictures and pages."""
    for sign, pattern in _NO_WORDS:
        if sign in story:
            story = pattern.sub(" ", story)
    return story


def _fields(press: Press, product: Product) -> tuple[tuple[str, ...], ...]:
    """Return the phrases of each field, most telling first."""
    first, languages = press.site.config.language, press.site.config.languages
    name, spoken = localise(product.name, first, first)
    others = [product.name[code] for code in languages if code in product.name and code != spoken]
    certified, present = searched_names(product.origin)
    return (
        (name,),
        _distinct(one for one in others if one != name) if others else (),
        _distinct([*product.tags, *_aliases(press, product, [name, *others])]),
        _makers(press, product.producers),
        certified,
        present,
        _kinds(product.set, languages),
    )


def _aliases(press: Press, product: Product, names: Iterable[str]) -> list[str]:
    """Return what people call the product otherwise, by what its names say and if it is a gift."""
    known = press.once("aliases", lambda: table(press.site.config.search.aliases))
    found = [one for name in names for one in aliases(known, words(name), product.set)]
    return [*found, *gift_names()] if product.gift else found


def _distinct(phrases: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(phrases))


def _makers(press: Press, ids: tuple[EntryId, ...]) -> tuple[str, ...]:
    """Return the names of producers, the same for all products of theirs."""
    producers = press.site.catalogue.producers

    def make() -> tuple[str, ...]:
        return _distinct(_said((producers[one].name for one in ids), press.site))

    return press.once(("makers", ids), make)


def _said(texts: Iterable[Localised], site: Site) -> Iterator[str]:
    """Yield texts in all languages of the site that they are in; in another if in none."""
    first, languages = site.config.language, site.config.languages
    for text in texts:
        said = [text[code] for code in languages if code in text]
        yield from said or [localise(text, first, first)[0]]


@cache
def _kinds(number: int, languages: tuple[Language, ...]) -> tuple[str, ...]:
    """Return the names of a set, its group and its industry in ``languages``."""
    one = SETS[number]
    units = (one, GROUPS[one.group], INDUSTRIES[one.industry])
    return _distinct(unit.name[code] for code in languages for unit in units if code in unit.name)


def newest_of(product: Product, today: dt.date) -> int:
    """Return the day of the newest recognition that is signed and not withdrawn, 0 for none."""
    return max(
        (
            one.date.first.toordinal()
            for one in product.recognitions
            if one.date and is_awarded(one, today) and not is_revoked(one, today)
        ),
        default=0,
    )
