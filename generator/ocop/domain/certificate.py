"""Papers, prizes, shops and prices: facts that products and producers share."""

from msgspec import Struct, field

from ocop.dates import PartialDate
from ocop.domain.place import Point
from ocop.text import Localised, unsaid


class Certificate(Struct, frozen=True):
    """A quality or food-safety paper; ``file`` is a source path inside the entry or a URL."""

    kind: str
    number: str | None = None
    body: str | None = None
    start: PartialDate | None = None
    end: PartialDate | None = None
    file: str | None = None


class Award(Struct, frozen=True):
    """A prize, with year and giver where known."""

    name: Localised
    year: int | None = None
    by: str | None = None


class Shop(Struct, frozen=True):
    """Where to buy: ``url`` for an online shop, the rest for a place."""

    label: Localised
    url: str | None = None
    address: str | None = None
    hours: str | None = None
    phone: str | None = None
    point: Point | None = None


class Price(Struct, frozen=True):
    """A guide price in whole đồng, for ``unit``, as known at ``as_of``."""

    start: int
    to: int | None = None
    unit: Localised = field(default_factory=unsaid)
    as_of: PartialDate | None = None
