"""A province's or district's programme: figures exactly as stated, targets, events, papers."""

from collections.abc import Mapping

from msgspec import Struct, field

from ocop.dates import PartialDate
from ocop.domain.place import Origin
from ocop.paths import EntryId, SourcePath
from ocop.text import Language, Localised, unsaid

Period = tuple[PartialDate, PartialDate | None]

FIGURE_SUBJECTS = (
    *("products", "producers", "recognitions", "certificates", "communes", "districts"),
    *("provinces", "villages", "booths", "fairs", "events", "ideas", "people", "visitors"),
    *("cooperatives", "companies", "households", "contracts"),
)
"""What a figure may count by ``what``; anything else has a ``label``."""

FIGURE_STATES = (
    *("recognised", "proposed", "standardised", "registered", "new", "upgraded", "renewed"),
    *("valid", "expired", "revoked", "planned"),
)
"""The state of the things counted."""


class Figure(Struct, frozen=True):
    """One stated number or target. Numbers are text, as the source writes them.

    Either ``label`` or ``what`` names the thing counted; one of ``value``, ``at_least`` and
    ``range`` (text such as ``1-2``) is the number. Never recomputed.
    """

    label: Localised = field(default_factory=unsaid)
    what: str | None = None
    state: str | None = None
    stars: tuple[int, ...] = ()
    as_of: PartialDate | None = None
    period: Period | None = None
    value: str | None = None
    at_least: str | None = None
    range: str | None = None
    of: str | None = None
    percent_of_plan: str | None = None
    parts: tuple["Figure", ...] = ()
    places: tuple[str, ...] = ()
    note: Localised = field(default_factory=unsaid)
    source: str | None = None


class Event(Struct, frozen=True):
    """A conference, ceremony or training."""

    title: Localised
    date: PartialDate | None = None
    attendance: Localised = field(default_factory=unsaid)
    note: Localised = field(default_factory=unsaid)


class LegalDocument(Struct, frozen=True):
    """A directive or decision; ``file`` is a source path inside the entry or a URL."""

    number: str | None = None
    kind: str | None = None
    body: str | None = None
    date: PartialDate | None = None
    title: Localised = field(default_factory=unsaid)
    file: str | None = None


class Programme(Struct, frozen=True):
    """One programme; ``rules`` and ``problems`` are localised Markdown."""

    id: EntryId
    path: SourcePath
    name: Localised
    area: Origin
    period: Period | None = None
    figures: tuple[Figure, ...] = ()
    targets: tuple[Figure, ...] = ()
    events: tuple[Event, ...] = ()
    documents: tuple[LegalDocument, ...] = ()
    rules: Localised = field(default_factory=unsaid)
    problems: Localised = field(default_factory=unsaid)
    aliases: tuple[EntryId, ...] = ()
    stories: Mapping[Language, str] = field(default_factory=unsaid)
    sources: tuple[str, ...] = ()
    draft: bool = False
    sample: bool = False
