"""What a map's template is given: shapes, links and words, nothing left to reckon.

Owns the form alone. Filled by :mod:`ocop.pages.maps.country` and ``province``.
"""

from msgspec import Struct

from ocop.pages.maps.names import Name
from ocop.pages.maps.outlines import Whole


class Land(Struct, frozen=True):
    """A province's land; ``href`` is None where the catalogue has no page of it.

    ``level`` tells how much there is: from 0, nothing, to 5.
    """

    path: str
    name: str
    href: str | None
    level: int


class Archipelago(Struct, frozen=True):
    """Quần đảo Hoàng Sa or Trường Sa: its islets, and its name in two lines at ``x`` and ``y``.

    On a narrow screen it is drawn in a box beside the coast: ``key`` says which.
    """

    key: str
    islets: tuple[Whole, ...]
    name: str
    province: str
    x: int
    y: int


class Inset(Struct, frozen=True):
    """A far island in a box."""

    x: int
    y: int
    side: int
    path: str
    islands: tuple[Whole, ...]
    name: str


class Dot(Struct, frozen=True):
    """A bubble that is a link; ``number`` is empty where it has no room."""

    x: int
    y: int
    radius: int
    href: str
    says: str
    number: str


class Nearby(Struct, frozen=True):
    """The communes of one bubble, each with its link and count; ``id`` is what it leads to."""

    id: str
    title: str
    places: tuple[tuple[str, str, str], ...]


class Map(Struct, frozen=True):
    """A map; ``label`` names it, ``hint`` says how to use it."""

    kind: str
    width: int
    height: int
    label: str
    hint: str
    lands: tuple[Land, ...]
    islands: tuple[Whole, ...]
    dots: tuple[Dot, ...]
    names: tuple[Name, ...]
    far: tuple[Archipelago, ...] = ()
    insets: tuple[Inset, ...] = ()
    near: tuple[Nearby, ...] = ()
