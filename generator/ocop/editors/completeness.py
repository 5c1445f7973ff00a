"""How complete entries are, and what to add next.

Owns the questions that are asked of a product and of a producer; each counts the same, so that a
score says how many of them are answered. Reads nothing; called by :mod:`ocop.cli.status`.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence

from msgspec import Struct

from ocop.domain.photo import Photo
from ocop.domain.producer import Producer
from ocop.domain.product import Product
from ocop.paths import EntryId
from ocop.text import Language, Localised

Languages = Sequence[Language]


class Standing(Struct, frozen=True):
    """An entry's ``missing`` answers, in the order in which to give them, out of ``asked``."""

    id: EntryId
    name: str
    missing: tuple[str, ...]
    asked: int

    @property
    def score(self) -> int:
        """How much of what is asked is there, in percent."""
        return 100 * (self.asked - len(self.missing)) // self.asked


def _said(text: Localised, languages: Languages) -> bool:
    return all(text.get(language) for language in languages)


def _described(photos: Iterable[Photo], languages: Languages) -> bool:
    return all(_said(photo.alt, languages) for photo in photos)


def _decided(product: Product) -> bool:
    """Tell whether every recognition names its decision, its authority and its date."""
    return all(one.date and one.decision and one.authority for one in product.recognitions)


_PRODUCT: Mapping[str, Callable[[Product, Languages], bool]] = {
    "photo": lambda one, _: bool(one.photos),
    "producer": lambda one, _: bool(one.producers),
    "summary": lambda one, spoken: _said(one.summary, spoken[:1]),
    "recognition": lambda one, _: bool(one.recognitions or one.proposed),
    "decision": lambda one, _: _decided(one),
    "commune": lambda one, _: one.origin.commune_now is not None,
    "price": lambda one, _: one.price is not None,
    "story": lambda one, spoken: spoken[0] in one.stories,
    "season": lambda one, _: one.whole_year or bool(one.season),
    "storage": lambda one, _: bool(one.storage or one.shelf_life or one.use),
    "certificates": lambda one, _: bool(one.certificates),
    "set": lambda one, _: "set" not in one.guessed,
    "alt": lambda one, spoken: _described(one.photos, spoken),
    "translation": lambda one, spoken: _said(one.name, spoken) and _said(one.summary, spoken),
}
_PRODUCER: Mapping[str, Callable[[Producer, Languages], bool]] = {
    "phone": lambda one, _: bool(one.phone or one.zalo),
    "address": lambda one, _: bool(one.address),
    "photo": lambda one, _: bool(one.photos),
    "story": lambda one, spoken: spoken[0] in one.stories,
    "place": lambda one, _: one.origin is not None or one.point is not None,
    "online": lambda one, _: bool(one.email or one.website or one.facebook or one.shops),
    "alt": lambda one, spoken: _described(one.photos, spoken),
    "translation": lambda one, spoken: _said(one.name, spoken),
}
QUESTIONS = tuple(dict.fromkeys((*_PRODUCT, *_PRODUCER)))
"""All that may be missing."""


def standing_of_product(product: Product, languages: Languages) -> Standing:
    """Return what a product lacks; ``languages`` are the site's, its first language first."""
    missing = tuple(name for name, has in _PRODUCT.items() if not has(product, languages))
    return Standing(product.id, _name(product.name, languages), missing, len(_PRODUCT))


def standing_of_producer(producer: Producer, languages: Languages) -> Standing:
    """Return what a producer lacks; see :func:`standing_of_product`."""
    missing = tuple(name for name, has in _PRODUCER.items() if not has(producer, languages))
    return Standing(producer.id, _name(producer.name, languages), missing, len(_PRODUCER))


def _name(name: Localised, languages: Languages) -> str:
    return name.get(languages[0]) or next(iter(name.values()))


def mean(standings: Sequence[Standing]) -> int:
    """Return the mean score of some entries in percent; 100 where there is none."""
    return sum(one.score for one in standings) // len(standings) if standings else 100
