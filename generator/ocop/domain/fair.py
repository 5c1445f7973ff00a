"""Fairs and their booths."""

from collections.abc import Mapping

from msgspec import Struct, field

from ocop.dates import PartialDate
from ocop.domain.photo import Photo
from ocop.domain.place import Origin
from ocop.paths import EntryId, SourcePath
from ocop.text import Language, Localised, unsaid


class Booth(Struct, frozen=True):
    """One booth: who stands there with what."""

    number: str
    producers: tuple[EntryId, ...] = ()
    products: tuple[EntryId, ...] = ()


class Fair(Struct, frozen=True):
    """One fair; ``dates`` is the text of a source that gives no more.

    ``rows`` are the numbers of booths as they really stand, as on the organisers' map: row by
    row from its top, each from left to right.
    """

    id: EntryId
    path: SourcePath
    name: Localised
    start: PartialDate
    to: PartialDate | None = None
    dates: Localised = field(default_factory=unsaid)
    venue: Localised = field(default_factory=unsaid)
    place: Origin | None = None
    organiser: Localised = field(default_factory=unsaid)
    booth_count: int | None = None
    booths: tuple[Booth, ...] = ()
    photos: tuple[Photo, ...] = ()
    aliases: tuple[EntryId, ...] = ()
    stories: Mapping[Language, str] = field(default_factory=unsaid)
    sources: tuple[str, ...] = ()
    draft: bool = False
    sample: bool = False
    hours: Localised = field(default_factory=unsaid)
    rows: tuple[tuple[str, ...], ...] = ()
