"""Which products a command for fairs is about.

Owns what a choice means: of one kind any, of different kinds all; nothing asked is everything.
Knows ids and codes only; what people type is made into them by :mod:`ocop.cli.choosing`.
"""

from collections.abc import Iterable, Iterator

from msgspec import Struct

from ocop.domain.catalogue import Catalogue
from ocop.domain.fair import Booth
from ocop.domain.product import Product
from ocop.domain.taxonomy import SETS
from ocop.pages.texts import FIRST
from ocop.paths import EntryId
from ocop.text import Language, localise, sort_key


class Choice(Struct, frozen=True):
    """What was asked for; all of it exists in the catalogue.

    ``booths`` are numbers of ``fair``'s; ``provinces`` and ``communes`` present codes,
    ``industries`` ``I`` to ``VI``, ``sets`` 1 to 26, ``ids`` those of products.
    """

    fair: EntryId | None = None
    booths: tuple[str, ...] = ()
    producers: tuple[EntryId, ...] = ()
    provinces: tuple[str, ...] = ()
    communes: tuple[str, ...] = ()
    industries: tuple[str, ...] = ()
    sets: tuple[int, ...] = ()
    ids: tuple[EntryId, ...] = ()

    @property
    def narrows(self) -> bool:
        """Tell whether anything was asked for."""
        return self != Choice()


def chosen(catalogue: Catalogue, choice: Choice, language: Language = FIRST) -> tuple[Product, ...]:
    """Return the chosen products in the alphabetical order of their names in ``language``."""
    found = [one for one in _offered(catalogue, choice) if _fits(one, choice)]
    return tuple(sorted(found, key=lambda one: (_order(one, language), one.id)))


def chosen_booths(catalogue: Catalogue, choice: Choice) -> tuple[Booth, ...]:
    """Return the chosen booths of the fair in the order of its list; none without a fair."""
    if choice.fair is None:
        return ()
    booths = catalogue.fairs[choice.fair].booths
    return tuple(one for one in booths if not choice.booths or one.number in choice.booths)


def shown_at(catalogue: Catalogue, booth: Booth) -> tuple[Product, ...]:
    """Return what a booth shows: the products that it lists, else all of its producers'."""
    if booth.products:
        return tuple(catalogue.products[one] for one in dict.fromkeys(booth.products))
    made = (one for maker in booth.producers for one in catalogue.by_producer.get(maker, ()))
    return tuple({one.id: one for one in made}.values())


def makers_at(booth: Booth, shown: Iterable[Product]) -> tuple[EntryId, ...]:
    """Return who stands at a booth: the producers that it lists, else those of what is shown."""
    made = (maker for one in shown for maker in one.producers)
    return tuple(dict.fromkeys(booth.producers or made))


def _offered(catalogue: Catalogue, choice: Choice) -> Iterator[Product]:
    """Yield each product among which to choose once."""
    if choice.fair is None:
        yield from catalogue.products.values()
        return
    booths = chosen_booths(catalogue, choice)
    yield from {one.id: one for booth in booths for one in shown_at(catalogue, booth)}.values()


def _fits(product: Product, choice: Choice) -> bool:
    origin, industry = product.origin, SETS[product.set].industry
    return (
        (not choice.ids or product.id in choice.ids)
        and (not choice.producers or not set(choice.producers).isdisjoint(product.producers))
        and (not choice.provinces or origin.province_now in choice.provinces)
        and (not choice.communes or origin.commune_now in choice.communes)
        and (not choice.industries or industry in choice.industries)
        and (not choice.sets or product.set in choice.sets)
    )


def _order(product: Product, language: Language) -> object:
    return sort_key(localise(product.name, language, language)[0])
