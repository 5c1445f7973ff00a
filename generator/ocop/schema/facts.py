"""Models of the facts that products and producers share: papers, prizes, shops, prices."""

from pydantic import Field, model_validator

from ocop.domain.certificate import Award, Certificate, Price, Shop
from ocop.schema.contact import Degrees, Phone, Url
from ocop.schema.dates import Date, Dong
from ocop.schema.faults import fault
from ocop.schema.files import Paper
from ocop.schema.model import ABSENT, Model
from ocop.schema.scalars import Line, Year
from ocop.schema.words import Label


class CertificateFile(Model):
    """One quality or food-safety paper."""

    topic = "certificate"
    makes = Certificate
    kind: Line
    number: Line = ABSENT
    body: Line = ABSENT
    start: Date = Field(default=ABSENT, alias="from")
    end: Date = Field(default=ABSENT, alias="to")
    file: Paper = ABSENT


class AwardFile(Model):
    """One prize."""

    topic = "award"
    makes = Award
    name: Label
    year: Year = ABSENT
    by: Line = ABSENT


class ShopFile(Model):
    """One place or page to buy at."""

    topic = "shop"
    makes = Shop
    label: Label
    url: Url = ABSENT
    address: Line = ABSENT
    hours: Line = ABSENT
    phone: Phone = ABSENT
    point: Degrees = ABSENT


class PriceFile(Model):
    """A guide price."""

    topic = "price"
    makes = Price
    start: Dong = Field(alias="from")
    to: Dong = ABSENT
    unit: Label = ABSENT
    as_of: Date = ABSENT

    @model_validator(mode="after")
    def _rising(self) -> "PriceFile":
        if self.to is not None and self.to < self.start:
            raise fault("OCOP146", low=self.start, high=self.to)
        return self
