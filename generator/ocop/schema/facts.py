"""Models of the facts that products and producers share: papers, prizes, shops, prices."""

from collections.abc import Mapping
from typing import Any

from ocop.domain.certificate import Award, Certificate, Price, Shop
from ocop.schema.contact import Degrees, Phone, Url
from ocop.schema.dates import Date, Dong
from ocop.schema.faults import fault
from ocop.schema.fieldtype import Context
from ocop.schema.files import Paper
from ocop.schema.model import ABSENT, Model, named
from ocop.schema.scalars import Line, Year
from ocop.schema.words import Label


class CertificateFile(Model):
    """One quality or food-safety paper."""

    topic = "certificate"
    makes = Certificate
    kind: Line
    number: Line = ABSENT
    body: Line = ABSENT
    start: Date = named("from")
    end: Date = named("to")
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
    start: Dong = named("from", required=True)
    to: Dong = ABSENT
    unit: Label = ABSENT
    as_of: Date = ABSENT

    @classmethod
    def check(cls, values: Mapping[str, Any], _: Context, /) -> None:
        """Raise the fault of a range that falls."""
        start, to = values["start"], values.get("to")
        if to is not None and to < start:
            raise fault("OCOP146", low=start, high=to)
