"""Models of origins and of ``place.yaml``."""

from typing import Any

from pydantic import Field, GetJsonSchemaHandler, ValidationInfo, model_validator
from pydantic_core import CoreSchema

from ocop.domain.place import Origin, PlaceEntry, Status
from ocop.schema.codes import CommuneCode, ProvinceCode
from ocop.schema.contact import Degrees
from ocop.schema.faults import EMPTY, fault
from ocop.schema.fieldtype import context_of
from ocop.schema.files import PhotoFile
from ocop.schema.model import ABSENT, Model
from ocop.schema.scalars import Line, Text, Year
from ocop.schema.words import Label, Markdown


class OriginFile(Model):
    """Where a thing comes from, as on the certificate; a bare string is the commune."""

    topic = "origin"
    makes = Origin
    village: Line = ABSENT
    commune: Line = ABSENT
    district: Line = ABSENT
    province: Line = ABSENT
    commune_now: CommuneCode = Field(default=ABSENT, alias="now")

    @model_validator(mode="before")
    @classmethod
    def _bare(cls, value: Any) -> Any:
        if isinstance(value, str):
            if not value.strip():
                raise fault(EMPTY)
            return {"commune": value}
        return value

    @model_validator(mode="after")
    def _has_province(self, info: ValidationInfo) -> "OriginFile":
        known = {"province", "commune_now"} & self.model_fields_set
        if not known and not context_of(info).scoped:
            raise fault("OCOP138")
        return self

    @classmethod
    def __get_pydantic_json_schema__(
        cls, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> dict[str, Any]:
        return {"anyOf": [{"type": "string"}, handler.resolve_ref_schema(handler(schema))]}


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

    @model_validator(mode="after")
    def _one_code(self) -> "PlaceFile":
        if len({"province", "commune"} & self.model_fields_set) != 1:
            raise fault("OCOP142")
        return self
