"""Checks of periods that end before they begin: fairs, programmes, their figures and targets.

Owns dates that belong in pairs, outside of recognitions and papers.
"""

from collections.abc import Iterable, Iterator

from ocop.content.records import Records
from ocop.dates import PartialDate
from ocop.diagnostics import Diagnostic
from ocop.domain.programme import Figure, Period
from ocop.source.document import Document, Where


def check(records: Records) -> Iterator[Diagnostic]:
    """Find every period whose end lies before its beginning."""
    for fair in records.fairs.values():
        document = records.document("fair", fair.id)
        yield from _span(fair.start, fair.to, ("to",), document)
    for programme in records.programmes.values():
        document = records.document("programme", programme.id)
        yield from _period(programme.period, ("period",), document)
        yield from _figures(programme.figures, ("figures",), document)
        yield from _figures(programme.targets, ("targets",), document)


def _figures(figures: Iterable[Figure], where: Where, document: Document) -> Iterator[Diagnostic]:
    for number, figure in enumerate(figures):
        yield from _period(figure.period, (*where, number, "period"), document)
        yield from _figures(figure.parts, (*where, number, "parts"), document)


def _period(period: Period | None, where: Where, document: Document) -> Iterator[Diagnostic]:
    if period:
        yield from _span(*period, (*where, "to"), document)


def _span(
    start: PartialDate | None, end: PartialDate | None, where: Where, document: Document
) -> Iterator[Diagnostic]:
    if start and end and end.last < start.first:
        yield document.fault("OCOP330", where, start=start.isoformat(), end=end.isoformat())
