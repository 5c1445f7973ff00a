"""The check stage's one door: entries in, catalogue or faults out.

Owns the list of checks. All faults of all files are found in one run; a catalogue exists
only when none of them is an error. Called by :mod:`ocop.build`.
"""

import datetime as dt
from collections.abc import Callable, Iterable
from itertools import chain

from ocop.config import Config
from ocop.content.checks import (
    files,
    identity,
    papers,
    places,
    products,
    recognitions,
    references,
    sets,
    spans,
    translations,
)
from ocop.content.records import Records
from ocop.content.selection import catalogue_of
from ocop.content.typed import typed
from ocop.diagnostics import Diagnostic, has_errors, in_order
from ocop.domain.catalogue import Catalogue
from ocop.source.entry import Entry

CHECKS: tuple[Callable[[Records], Iterable[Diagnostic]], ...] = (
    references.check,
    identity.check,
    files.check,
    products.check,
    translations.check,
    recognitions.check,
    papers.check,
    spans.check,
    places.check,
    sets.check,
)
"""Every check across entries, from all records to their faults."""


def check_content(
    entries: Iterable[Entry], config: Config, today: dt.date, drafts: bool
) -> tuple[Catalogue | None, tuple[Diagnostic, ...]]:
    """Return the catalogue on ``today``, None when an entry has an error, and all faults.

    Drafts are checked like everything else; they are in the catalogue only if ``drafts``.
    """
    entries = tuple(entries)
    found, faults = typed(entries, config)
    records = Records(
        config=config,
        today=today,
        entries={(entry.kind, entry.id): entry for entry in entries},
        products=found["product"],
        producers=found["producer"],
        places=found["place"],
        fairs=found["fair"],
        programmes=found["programme"],
        news=found["news"],
        pages=found["page"],
        unsound=frozenset(one.path for one in faults if one.severity == "error"),
        drafts=drafts,
    )
    related = chain.from_iterable(check(records) for check in CHECKS)
    diagnostics = in_order((*faults, *related))
    return None if has_errors(diagnostics) else catalogue_of(records), diagnostics
