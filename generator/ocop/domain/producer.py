"""Who makes it: the programme's "chủ thể"."""

from collections.abc import Mapping
from typing import Literal

from msgspec import Struct, field

from ocop.dates import PartialDate
from ocop.domain.certificate import Certificate, Shop
from ocop.domain.photo import Photo
from ocop.domain.place import Origin, Point
from ocop.paths import EntryId, SourcePath
from ocop.text import Language, Localised, unsaid

ProducerKind = Literal[
    "cooperative", "cooperative_group", "company", "farm", "household", "association", "centre"
]


class Producer(Struct, frozen=True):
    """One producer. Keys that its entry lists as private are absent here: nothing leaks."""

    id: EntryId
    path: SourcePath
    name: Localised
    kind: ProducerKind
    representative: str | None = None
    phone: str | None = None
    zalo: str | None = None
    email: str | None = None
    website: str | None = None
    facebook: str | None = None
    address: Localised = field(default_factory=unsaid)
    origin: Origin | None = None
    point: Point | None = None
    founded: PartialDate | None = None
    hours: Localised = field(default_factory=unsaid)
    photos: tuple[Photo, ...] = ()
    certificates: tuple[Certificate, ...] = ()
    shops: tuple[Shop, ...] = ()
    aliases: tuple[EntryId, ...] = ()
    stories: Mapping[Language, str] = field(default_factory=unsaid)
    sources: tuple[str, ...] = ()
    draft: bool = False
    sample: bool = False
