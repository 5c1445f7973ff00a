"""Models of ``fair.yaml``."""

from typing import Annotated

from ocop.domain.fair import Booth, Fair
from ocop.schema.codes import Ids
from ocop.schema.dates import Date
from ocop.schema.files import PhotoFile
from ocop.schema.model import ABSENT, Model, named
from ocop.schema.place import OriginFile
from ocop.schema.scalars import Line, Text, Yes, whole
from ocop.schema.words import Label, Markdown, Name, Prose


class BoothFile(Model):
    """One booth."""

    topic = "booth"
    makes = Booth
    number: Line
    producers: Ids = ABSENT
    products: Ids = ABSENT


class FairFile(Model):
    """fair.yaml."""

    topic = "fair"
    makes = Fair
    name: Name
    start: Date = named("from", required=True)
    to: Date = ABSENT
    dates: Label = ABSENT
    hours: Prose = ABSENT
    venue: Label = ABSENT
    place: OriginFile = ABSENT
    organiser: Label = ABSENT
    booth_count: Annotated[int, whole(0, 100_000)] = ABSENT
    booths: tuple[BoothFile, ...] = ABSENT
    rows: tuple[tuple[Line, ...], ...] = ABSENT
    photos: tuple[PhotoFile, ...] = ABSENT
    aliases: Ids = ABSENT
    draft: Yes = ABSENT
    sample: Yes = ABSENT
    story: Markdown = ABSENT
    sources: tuple[Text, ...] = ABSENT
