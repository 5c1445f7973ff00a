"""Models of ``programme.yaml``: figures and targets in one shape, events, papers.

Numbers stay text as their source writes them; they are checked to be numbers and never
reckoned with.
"""

import re
from typing import Annotated, Any

from pydantic import Field, model_validator

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
from ocop.schema.model import ABSENT, Model
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

    return scalar(parse, word)


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
    start: Date = Field(alias="from")
    to: Date = ABSENT


class FigureFile(Model):
    """One stated number or target."""

    topic = "figure"
    makes = Figure
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

    @model_validator(mode="after")
    def _one_number(self) -> "FigureFile":
        if len({"value", "at_least", "range"} & self.model_fields_set) != 1:
            raise fault("OCOP143")
        if {"as_of", "period"} <= self.model_fields_set:
            raise fault("OCOP145")
        self._named()
        return self

    def _named(self) -> None:
        if not {"label", "what"} & self.model_fields_set:
            raise fault("OCOP144")


class PartFile(FigureFile):
    """A part of a figure: counts what the whole counts where it does not say."""

    def _named(self) -> None:
        return


FigureFile.model_rebuild()


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
