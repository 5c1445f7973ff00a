"""Models of ``programme.yaml``: figures and targets in one shape, events, papers.

Numbers stay text as their source writes them; they are checked to be numbers and never
reckoned with.
"""

import re
from collections.abc import Mapping
from typing import Annotated, Any, ClassVar

from ocop.domain.programme import (
    FIGURE_STATES,
    FIGURE_SUBJECTS,
    Event,
    Figure,
    LegalDocument,
    Period,
    Programme,
)
from ocop.schema.codes import Ids
from ocop.schema.dates import Date
from ocop.schema.faults import fault, items, text_of
from ocop.schema.fieldtype import Context, FieldType, scalar
from ocop.schema.files import Paper
from ocop.schema.model import ABSENT, Model, named
from ocop.schema.place import OriginFile
from ocop.schema.scalars import Line, Text, Yes, choice
from ocop.schema.words import Label, Markdown, Name
from ocop.source.document import Tree

_NUMBER = r"[0-9]+(?:[.,\u00a0 ][0-9]+)*"
_ONE = re.compile(rf"{_NUMBER}\s?%?")
_RANGE = re.compile(rf"{_NUMBER}\s?[-–]\s?{_NUMBER}\s?%?")


def _stated(pattern: re.Pattern[str], code: str, word: str) -> FieldType:
    def parse(text: str) -> str:
        if not pattern.fullmatch(text):
            raise fault(code, found=text)
        return text

    return scalar(parse, word, {"type": "string", "pattern": f"^({pattern.pattern})$"})


def _level(text: str) -> int:
    if text not in ("3", "4", "5"):
        raise fault("OCOP128", found=text)
    return int(text)


def _levels(value: Tree, _: Context) -> tuple[int, ...]:
    """Return star levels of a list of them or a single one."""
    return items(value, _level) if isinstance(value, list) else (_level(text_of(value)),)


_LEVEL = {"type": "integer", "minimum": 3, "maximum": 5}
_LEVELS = {"anyOf": [_LEVEL, {"type": "array", "items": _LEVEL}]}
Number = Annotated[str, _stated(_ONE, "OCOP140", "number")]
Range = Annotated[str, _stated(_RANGE, "OCOP141", "range")]


def _period(start: Any, to: Any = None) -> Period:
    return start, to


class PeriodFile(Model):
    """From when to when."""

    topic = "period"
    makes = _period
    start: Date = named("from", required=True)
    to: Date = ABSENT


class FigureFile(Model):
    """One stated number or target."""

    topic = "figure"
    makes = Figure
    is_whole: ClassVar[bool] = True
    label: Label = ABSENT
    what: Annotated[str, choice(FIGURE_SUBJECTS)] = ABSENT
    state: Annotated[str, choice(FIGURE_STATES)] = ABSENT
    stars: Annotated[tuple[int, ...], FieldType(_levels, "levels", _LEVELS)] = ABSENT
    as_of: Date = ABSENT
    period: PeriodFile = ABSENT
    value: Number = ABSENT
    at_least: Number = ABSENT
    range: Range = ABSENT
    of: Number = ABSENT
    percent_of_plan: Number = ABSENT
    parts: tuple["PartFile", ...] = ABSENT
    places: tuple[Line, ...] = ABSENT
    note: Label = ABSENT
    source: Text = ABSENT

    @classmethod
    def check(cls, values: Mapping[str, Any], _: Context, /) -> None:
        """Raise the fault of a figure without number, date or name, or with two of them."""
        if len({"value", "at_least", "range"} & values.keys()) != 1:
            raise fault("OCOP143")
        if {"as_of", "period"} <= values.keys():
            raise fault("OCOP145")
        if cls.is_whole and not {"label", "what"} & values.keys():
            raise fault("OCOP144")


class PartFile(FigureFile):
    """A part of a figure: counts what the whole counts where it does not say."""

    is_whole = False


class EventFile(Model):
    """A conference, ceremony or training."""

    topic = "event"
    makes = Event
    title: Label
    date: Date = ABSENT
    attendance: Label = ABSENT
    note: Label = ABSENT


class LegalDocumentFile(Model):
    """A directive or decision."""

    topic = "document"
    makes = LegalDocument
    number: Line = ABSENT
    kind: Line = ABSENT
    body: Line = ABSENT
    date: Date = ABSENT
    title: Label = ABSENT
    file: Paper = ABSENT


class ProgrammeFile(Model):
    """programme.yaml."""

    topic = "programme"
    makes = Programme
    name: Name
    area: OriginFile
    period: PeriodFile = ABSENT
    figures: tuple[FigureFile, ...] = ABSENT
    targets: tuple[FigureFile, ...] = ABSENT
    events: tuple[EventFile, ...] = ABSENT
    documents: tuple[LegalDocumentFile, ...] = ABSENT
    rules: Markdown = ABSENT
    problems: Markdown = ABSENT
    aliases: Ids = ABSENT
    draft: Yes = ABSENT
    sample: Yes = ABSENT
    story: Markdown = ABSENT
    sources: tuple[Text, ...] = ABSENT
