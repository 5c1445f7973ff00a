"""The indexes at the end of a book: by name, by commune, by producer.

Owns their entries and alphabetical order; the pages are the template's to find, by the targets.
Called by :mod:`ocop.fair.book.matter`.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from typing import Any

from ocop.domain import gazetteer
from ocop.domain.producer import Producer
from ocop.domain.product import Product
from ocop.fair.facts import here_in
from ocop.pages.alphabet import initial
from ocop.pages.here import Here
from ocop.pages.site import Site
from ocop.pages.whereabouts import place_line
from ocop.text import Language, sort_key

Entry = dict[str, Any]
"""``words``, a ``note`` that tells namesakes apart, and the ``targets`` on whose pages it is."""


def indexes_of(
    site: Site,
    products: Sequence[Product],
    makers: Sequence[Producer],
    languages: Sequence[Language],
) -> list[Entry]:
    """Return the indexes: names once for each language, then communes, then producers."""
    views = [here_in(site, language) for language in languages]
    found = []
    for here in views:
        label = f"index-names-{here.language}"
        found.append(_index(label, [here], "names", _by_name(here, products)))
    found.append(_index("index-places", views, "communes", _by_place(products)))
    if makers:
        found.append(_index("index-makers", views, "makers", _by_maker(views[0], products, makers)))
    return found


def product_target(product: Product) -> str:
    """Return the label that stands where a product is shown."""
    return f"product-{product.id}"


def maker_target(maker: Producer) -> str:
    """Return the label that stands on a producer's page."""
    return f"maker-{maker.id}"


def _index(label: str, views: Sequence[Here], key: str, entries: Iterable[Entry]) -> Entry:
    ordered = sorted(entries, key=lambda one: (sort_key(one["words"]), one["note"], one["targets"]))
    groups = groupby(ordered, key=lambda one: initial(one["words"]))
    return {
        "label": label,
        "lang": views[0].language,
        "title": [here.t(f"book.index.{key}") for here in views],
        "groups": [{"letter": letter, "entries": list(found)} for letter, found in groups],
    }


def _by_name(here: Here, products: Sequence[Product]) -> Iterator[Entry]:
    names = [here.speak.plain(one.name) for one in products]
    for name, one in zip(names, products, strict=True):
        note = place_line(one.origin) if names.count(name) > 1 else ""
        yield {"words": name, "note": note, "targets": [product_target(one)]}


def _by_place(products: Sequence[Product]) -> Iterator[Entry]:
    found: dict[tuple[str, str], list[str]] = {}
    for one in products:
        found.setdefault(_place(one), []).append(product_target(one))
    for (name, province), targets in found.items():
        yield {"words": name, "note": province, "targets": targets}


def _place(product: Product) -> tuple[str, str]:
    """Return the name under which a place is looked for, and where that is."""
    commune = gazetteer.commune(product.origin.commune_now or "")
    province = gazetteer.province(product.origin.province_now or "")
    if commune:
        return f"{commune.name} ({commune.kind})", province.name if province else ""
    if product.origin.certified:
        (_, nearest), *others = product.origin.certified
        return nearest, province.name if province else others[-1][1] if others else ""
    return (province.name, "") if province else ("–", "")


def _by_maker(
    here: Here, products: Sequence[Product], makers: Sequence[Producer]
) -> Iterator[Entry]:
    made: Mapping[str, list[str]] = {one.id: [maker_target(one)] for one in makers}
    for product in products:
        for maker in product.producers:
            if maker in made:
                made[maker].append(product_target(product))
    for one in makers:
        yield {"words": here.speak.plain(one.name), "note": "", "targets": made[one.id]}
