"""The catalogue of an edition: what was chosen, and what goes with it.

Owns which records an edition takes along, so that no page, list, index or feed of it knows of the
others. Editors' own words stay as they are. Called by :mod:`ocop.fair.pack.pack`.
"""

from collections.abc import Collection, Iterable, Mapping
from typing import Protocol, TypeVar

from msgspec.structs import replace

from ocop.domain.article import News
from ocop.domain.catalogue import Catalogue
from ocop.domain.fair import Booth, Fair
from ocop.domain.place import Origin, PlaceEntry
from ocop.domain.product import Product
from ocop.domain.programme import Programme
from ocop.fair.choice import Choice, chosen_booths
from ocop.pages.counted import products_of
from ocop.paths import EntryId

T = TypeVar("T")


def selection(catalogue: Catalogue, choice: Choice, products: Iterable[Product]) -> Catalogue:
    """Return the catalogue of ``products``, which are those of ``choice``, and what they need.

    Their producers go along, the fairs where these stand, news that names nobody else, the places
    that they come from, programmes all of whose products go along, and all free pages. Without a
    choice it is ``catalogue``.
    """
    if not choice.narrows:
        return catalogue
    wanted = {one.id for one in products}
    makers = _makers(catalogue, choice, wanted)
    fairs = _fairs(catalogue, choice, wanted, makers)
    core = replace(
        catalogue,
        products=_those(catalogue.products, wanted),
        producers=_those(catalogue.producers, makers),
        fairs=fairs,
        programmes={},
        news={key: one for key, one in catalogue.news.items() if _fits(one, wanted, makers, fairs)},
        places={},
    )
    return replace(
        core,
        places=_places(core, catalogue.places),
        programmes={
            key: one for key, one in catalogue.programmes.items() if _is_whole(core, catalogue, one)
        },
    )


def _is_whole(core: Catalogue, catalogue: Catalogue, programme: Programme) -> bool:
    """Tell whether all products of a programme go along: it names and counts them all."""
    along = products_of(core, programme.area)
    return bool(along) and len(along) == len(products_of(catalogue, programme.area))


def _makers(catalogue: Catalogue, choice: Choice, products: Collection[EntryId]) -> set[EntryId]:
    """Return who made the products, whoever was asked for, and all at the booths of a whole fair.

    Where a fair is narrowed by anything else, those at its booths who show nothing of it stay away.
    """
    made = {maker for one in products for maker in catalogue.products[one].producers}
    found = made | set(choice.producers)
    if not replace(choice, fair=None, booths=()).narrows:
        found |= {one for booth in chosen_booths(catalogue, choice) for one in booth.producers}
    return found


def _fairs(
    catalogue: Catalogue,
    choice: Choice,
    products: Collection[EntryId],
    makers: Collection[EntryId],
) -> dict[EntryId, Fair]:
    """Return the fair that was asked for, else those where what goes along is shown."""
    if choice.fair:
        fair = catalogue.fairs[choice.fair]
        shown = replace(fair, booths=chosen_booths(catalogue, choice))
        return {fair.id: replace(shown, booths=_booths(shown, products, makers))}
    cut = {
        key: replace(one, booths=_booths(one, products, makers))
        for key, one in catalogue.fairs.items()
    }
    return {key: one for key, one in cut.items() if any(map(_holds, one.booths))}


def _booths(
    fair: Fair, products: Collection[EntryId], makers: Collection[EntryId]
) -> tuple[Booth, ...]:
    """Return the booths with what goes along; one that loses everything goes."""
    cut = [
        (
            booth,
            replace(
                booth,
                producers=tuple(one for one in booth.producers if one in makers),
                products=tuple(one for one in booth.products if one in products),
            ),
        )
        for booth in fair.booths
    ]
    return tuple(new for old, new in cut if _holds(new) or not _holds(old))


def _holds(booth: Booth) -> bool:
    return bool(booth.producers or booth.products)


def _fits(
    news: News,
    products: Collection[EntryId],
    makers: Collection[EntryId],
    fairs: Collection[EntryId],
) -> bool:
    """Tell whether a piece of news is about what goes along, and about nothing else."""
    about = (*news.products, *news.producers, *news.fairs)
    known = (
        *(one in products for one in news.products),
        *(one in makers for one in news.producers),
        *(one in fairs for one in news.fairs),
    )
    return bool(about) and all(known)


class _Placed(Protocol):
    @property
    def origin(self) -> Origin | None: ...


def _places(core: Catalogue, places: Mapping[str, PlaceEntry]) -> dict[str, PlaceEntry]:
    """Return what editors say of the communes and provinces that anything in ``core`` is from."""
    entries: tuple[_Placed, ...] = (*core.products.values(), *core.producers.values())
    origins = [*(one.origin for one in entries), *(one.place for one in core.fairs.values())]
    found = {one.commune_now for one in origins if one} | {
        one.province_now for one in origins if one
    }
    return {code: entry for code, entry in places.items() if code in found}


def _those(records: Mapping[EntryId, T], wanted: Collection[EntryId]) -> dict[EntryId, T]:
    return {key: one for key, one in records.items() if key in wanted}
