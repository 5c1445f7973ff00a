"""Models of origins and of ``place.yaml``."""

from collections.abc import Mapping
from typing import Any

from ocop.domain.place import Origin, PlaceEntry, Status
from ocop.schema.codes import CommuneCode, ProvinceCode
from ocop.schema.contact import Degrees
from ocop.schema.faults import fault
from ocop.schema.fieldtype import Context
from ocop.schema.files import PhotoFile
from ocop.schema.model import ABSENT, Model, named
from ocop.schema.scalars import Line, Text, Year
from ocop.schema.words import Label, Markdown


class OriginFile(Model):
    """Where a thing comes from, as on the certificate; a bare string is the commune."""

    topic = "origin"
    makes = Origin
    bare = "commune"
    village: Line = ABSENT
    commune: Line = ABSENT
    district: Line = ABSENT
    province: Line = ABSENT
    commune_now: CommuneCode = named("now")

    @classmethod
    def check(cls, values: Mapping[str, Any], context: Context, /) -> None:
        """Raise the fault of an origin without a province."""
        if "province" not in values and "commune_now" not in values and not context.scoped:
            raise fault("OCOP138")


class StatusFile(Model):
    """What a place has been recognised as."""

    topic = "status"
    makes = Status
    name: Label
    year: Year = ABSENT


class PlaceFile(Model):
    """place.yaml: words and photos on a province or a commune."""

    topic = "place"
    makes = PlaceEntry
    province: ProvinceCode = ABSENT
    commune: CommuneCode = ABSENT
    photos: tuple[PhotoFile, ...] = ABSENT
    point: Degrees = ABSENT
    status: tuple[StatusFile, ...] = ABSENT
    story: Markdown = ABSENT
    sources: tuple[Text, ...] = ABSENT

    @classmethod
    def check(cls, values: Mapping[str, Any], _: Context, /) -> None:
        """Raise the fault of an entry on no place, or on two."""
        if len({"province", "commune"} & values.keys()) != 1:
            raise fault("OCOP142")
