"""What an entry has for itself alone: numbers, codes, a name together with its makers, a place.

Owns which values must be unique and in what form they are compared. Called by
:mod:`ocop.content.alone`; whether they are unique is checked by ``checks.identity``.
"""

from collections.abc import Iterator, Mapping
from typing import Any

from ocop.domain.place import PlaceEntry
from ocop.domain.product import Product
from ocop.domain.short_code import short_code
from ocop.text import Language


def claims(record: Any, language: Language) -> Mapping[str, str]:
    """Return what ``record`` claims, by what it is; ``language`` is the site's first."""
    if isinstance(record, Product):
        return dict(_of_product(record, language))
    return {"place": record.code} if isinstance(record, PlaceEntry) else {}


def _of_product(product: Product, language: Language) -> Iterator[tuple[str, str]]:
    yield "short", short_code(product)
    if product.gtin:
        yield "gtin", product.gtin.zfill(14)
    if product.code:
        yield "code", product.code
    name = product.name.get(language, "")
    # Two products of unknown producers may share a name; they are not twins for that.
    makers = sorted(product.producers) or [product.id]
    yield "name", "\n".join((" ".join(name.casefold().split()) or product.id, *makers))
