"""What the index is made of: one product, and the words of the page around it.

Owns the two shapes that whoever makes an index fills in. Must not know the site's records:
a test or a benchmark makes documents of anything. Called by all of this package.
"""

from collections.abc import Mapping

from msgspec import Struct, field

from ocop.text import Language

FIELDS = 7
"""Name, other names, aliases, producer, origin, place now, kind: docs/search-format.md."""


class SearchDoc(Struct, frozen=True):
    """One product as a search sees it.

    ``fields`` holds the phrases of each of the seven fields, ``texts`` what is searched without
    positions. ``stars`` are those shown today, 0 for none; ``season`` is a mask of months, bit 0
    for January, 0 unknown; ``price`` a band from 1, 0 unknown; ``place`` the present commune's
    code, else the province's, else empty; ``newest`` the day (``date.toordinal``) of the newest
    recognition that counts, 0 for none. ``cards`` holds what a result shows, by language, as
    the tuple that :mod:`ocop.search.cards` describes.
    """

    id: str
    fields: tuple[tuple[str, ...], ...]
    texts: tuple[str, ...]
    stars: int
    state: str
    set: int
    gift: bool
    season: int
    price: int
    place: str
    producers: tuple[str, ...]
    newest: int
    cards: Mapping[Language, tuple[object, ...]]


class Labels(Struct, frozen=True):
    """What the facets of one language say; ``folder`` is its pages' folder (``""``, ``en/``).

    ``sets`` and ``groups`` name product sets and their groups by the number of the set,
    ``industries`` the industries by key (``I`` to ``VI``); ``group_of`` (``I.3``) and
    ``industry_of`` tell each set's keys: those that stand in addresses.
    ``states`` and ``price_bands`` are (key, label) in order; band 1 is the first. ``places``
    names communes and provinces by code, ``within`` tells the province's code of each commune.
    ``points`` are the latitude and longitude, in degrees, of communes by code.
    ``scripts`` are the addresses of the engine and of the box in the header, ``words`` the texts
    of that box.
    """

    folder: str = ""
    sets: Mapping[int, str] = field(default_factory=dict)
    groups: Mapping[int, str] = field(default_factory=dict)
    industries: Mapping[str, str] = field(default_factory=dict)
    group_of: Mapping[int, str] = field(default_factory=dict)
    industry_of: Mapping[int, str] = field(default_factory=dict)
    states: tuple[tuple[str, str], ...] = ()
    price_bands: tuple[tuple[str, str], ...] = ()
    months: tuple[str, ...] = ()
    places: Mapping[str, str] = field(default_factory=dict)
    within: Mapping[str, str] = field(default_factory=dict)
    points: Mapping[str, tuple[float, float]] = field(default_factory=dict)
    producers: Mapping[str, str] = field(default_factory=dict)
    scripts: tuple[str, ...] = ()
    words: Mapping[str, str] = field(default_factory=dict)
