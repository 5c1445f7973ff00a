"""News and free pages."""

from collections.abc import Mapping

from msgspec import Struct, field

from ocop.dates import PartialDate
from ocop.domain.photo import Photo
from ocop.paths import EntryId, SourcePath
from ocop.text import Language, Localised, unsaid


class News(Struct, frozen=True):
    """One piece of news; ``event_date`` is when it happened, ``date`` when it was published."""

    id: EntryId
    path: SourcePath
    title: Localised
    date: PartialDate
    event_date: PartialDate | None = None
    summary: Localised = field(default_factory=unsaid)
    photos: tuple[Photo, ...] = ()
    products: tuple[EntryId, ...] = ()
    producers: tuple[EntryId, ...] = ()
    fairs: tuple[EntryId, ...] = ()
    aliases: tuple[EntryId, ...] = ()
    stories: Mapping[Language, str] = field(default_factory=unsaid)
    sources: tuple[str, ...] = ()
    draft: bool = False
    sample: bool = False


class Page(Struct, frozen=True):
    """A free page; ``menu`` is its place in the navigation, None to leave it out."""

    id: EntryId
    path: SourcePath
    title: Localised
    menu: int | None = None
    photos: tuple[Photo, ...] = ()
    aliases: tuple[EntryId, ...] = ()
    stories: Mapping[Language, str] = field(default_factory=unsaid)
    sources: tuple[str, ...] = ()
    draft: bool = False
