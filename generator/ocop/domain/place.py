"""Origins as certificates write them, and the country's present and former units.

Owns the shapes; finding a unit is the business of :mod:`ocop.domain.gazetteer`.
"""

from collections.abc import Mapping

from msgspec import Struct, field

from ocop.domain.photo import Photo
from ocop.paths import EntryId, SourcePath
from ocop.text import Language, Localised, unsaid

Point = tuple[float, float]
"""Latitude and longitude in degrees, WGS 84."""


class Province(Struct, frozen=True):
    """One of the 34 provinces since 2025-07-01; ``kind`` is ``tỉnh`` or ``thành phố``."""

    code: str
    kind: str
    name: str
    point: Point

    @property
    def full_name(self) -> str:
        """Kind and name, as in an address: ``tỉnh Thanh Hóa``."""
        return f"{self.kind} {self.name}"


class Commune(Struct, frozen=True):
    """One of the communes since 2025-07-01; ``kind`` is ``xã``, ``phường`` or ``đặc khu``."""

    code: str
    province: str
    kind: str
    name: str
    point: Point

    @property
    def full_name(self) -> str:
        """Kind and name, as in an address: ``xã Cửa Tùng``."""
        return f"{self.kind} {self.name}"


class FormerCommune(Struct, frozen=True):
    """A commune before July 2025, names with their kinds; ``now`` has one code, more if divided."""

    code: str
    commune: str
    district: str
    province: str
    now: tuple[str, ...]


class Origin(Struct, frozen=True):
    """Where a thing comes from: names exactly as on the certificate, and the present units.

    ``commune_now`` and ``province_now`` are codes of the list since 2025-07-01, or None where
    they do not follow from what is known. ``candidates`` are the present communes between
    which an editor must choose (a divided commune), empty when there is nothing to choose.
    """

    village: str | None = None
    commune: str | None = None
    district: str | None = None
    province: str | None = None
    commune_now: str | None = None
    province_now: str | None = None
    candidates: tuple[str, ...] = ()

    @property
    def certified(self) -> tuple[tuple[str, str], ...]:
        """The parts as written, from the smallest, each with its key."""
        parts = (
            ("village", self.village),
            ("commune", self.commune),
            ("district", self.district),
            ("province", self.province),
        )
        return tuple((key, text) for key, text in parts if text)


class Status(Struct, frozen=True):
    """What a place has been recognised as, such as ``xã đạt chuẩn nông thôn mới nâng cao``."""

    name: Localised
    year: int | None = None


class PlaceEntry(Struct, frozen=True):
    """An editor's words and photos on a province or commune, known by its present code."""

    id: EntryId
    path: SourcePath
    province: str | None = None
    commune: str | None = None
    photos: tuple[Photo, ...] = ()
    stories: Mapping[Language, str] = field(default_factory=unsaid)
    point: Point | None = None
    status: tuple[Status, ...] = ()
    sources: tuple[str, ...] = ()

    @property
    def code(self) -> str:
        """The code whose page it belongs to."""
        return self.commune or self.province or ""
