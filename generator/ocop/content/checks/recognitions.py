"""Checks of recognitions: dates that cannot be, papers that are missing, ends that are near.

Owns the programme's rules on certificates as faults with a place (Decision 26/2026/QĐ-TTg,
articles 4.3, 7.6a, 12.3; who could sign: :mod:`ocop.domain.authority`). Never changes a rating.
"""

import datetime as dt
from collections.abc import Iterator
from functools import partial
from itertools import pairwise
from typing import Protocol

from ocop.content.records import Records
from ocop.diagnostics import Diagnostic
from ocop.domain import authority, rating
from ocop.domain.product import Product
from ocop.domain.recognition import Recognition, State

_DAY = dt.timedelta(days=1)
_EVIDENCE = ("date", "decision", "authority")


class _Fault(Protocol):
    """Makes a diagnostic at a key of one recognition."""

    def __call__(self, code: str, key: str = "", /, **args: object) -> Diagnostic: ...


def check(records: Records) -> Iterator[Diagnostic]:
    """Find every fault in the recognitions of every product."""
    for product in records.products.values():
        for number, one in enumerate(product.recognitions):
            fault = partial(_fault, records, product, number)
            if product.path not in records.unsound:
                yield from _missing(one, fault)
            yield from _impossible(one, fault)
            yield from _early_or_late(one, fault, records.today)
            yield from _authority(one, fault)
        yield from _several_open(product, records)
        yield from _due(product, records)


def _fault(
    records: Records, product: Product, number: int, code: str, key: str = "", /, **args: object
) -> Diagnostic:
    where = ("recognitions", number, key) if key else ("recognitions", number)
    return records.document("product", product.id).fault(code, where, key=False, **args)


def _missing(one: Recognition, fault: _Fault) -> Iterator[Diagnostic]:
    missing = [key for key in _EVIDENCE if getattr(one, key) is None]
    if missing:
        yield fault("OCOP306", keys=", ".join(missing))


def _impossible(one: Recognition, fault: _Fault) -> Iterator[Diagnostic]:
    if not (one.expires or one.revoked or one.extended):
        return
    date, end = one.date, rating.own_end(one)
    if date and one.expires and one.expires.last < date.first:
        yield fault("OCOP301", "expires", end=one.expires.isoformat(), date=date.isoformat())
    if date and one.revoked and one.revoked.last < date.first:
        yield fault("OCOP304", "revoked", revoked=one.revoked.isoformat(), date=date.isoformat())
    if end and one.extended:
        days = (one.extended.first - end.last).days
        args = {"extended": one.extended.isoformat(), "end": end.isoformat(), "days": days}
        if one.extended.last <= end.first:
            yield fault("OCOP302", "extended", **args)
        elif days > rating.EXTENSION_DAYS:
            latest = end.last + rating.EXTENSION_DAYS * _DAY
            yield fault("OCOP303", "extended", **args, latest=latest.isoformat())


def _early_or_late(one: Recognition, fault: _Fault, today: dt.date) -> Iterator[Diagnostic]:
    if one.date is None:
        return
    if not rating.is_awarded(one, today):
        yield fault("OCOP305", "date", date=one.date.isoformat(), today=today.isoformat())
    if one.date.last < authority.first_day():
        yield fault("OCOP307", "date", date=one.date.isoformat())
    if one.expires is None:
        return
    usual = one.date.plus_months(rating.LIFE_IN_MONTHS)
    if one.expires.first > usual.last:
        yield fault("OCOP308", "expires", end=one.expires.isoformat(), usual=usual.isoformat())


def _authority(one: Recognition, fault: _Fault) -> Iterator[Diagnostic]:
    if one.date is None or one.authority is None:
        return
    level, right = (
        authority.level_of(one.authority, one.date),
        authority.may_award(one.stars, one.date),
    )
    if level and right and level not in right:
        yield fault(
            "OCOP310",
            "authority",
            authority=one.authority,
            stars=one.stars,
            date=one.date.isoformat(),
            body=" / ".join(sorted(map(authority.body, right))),
        )


def _several_open(product: Product, records: Records) -> Iterator[Diagnostic]:
    """Find two certificates open at once that no upgrade or timely renewal explains."""
    if len(product.recognitions) < 2:
        return
    still_open = [
        (number, one)
        for number, one in enumerate(product.recognitions)
        if rating.is_open(one, records.today)
    ]
    still_open.sort(key=lambda pair: rating.newness(pair[1]))
    for (_, older), (number, newer) in pairwise(still_open):
        if not _follows(older, newer):
            yield _fault(records, product, number, "OCOP309", older=older.stars, newer=newer.stars)


def _follows(older: Recognition, newer: Recognition) -> bool:
    if newer.kind in ("upgrade", "renewal"):
        return True
    end = rating.own_end(older)
    if end is None or newer.date is None:
        return False
    return (end.first - newer.date.last).days <= rating.DUE_DAYS


def _due(product: Product, records: Records) -> Iterator[Diagnostic]:
    today = rating.rate(product.recognitions, product.proposed, records.today)
    if today.state is not State.DUE or today.recognition is None:
        return
    end = rating.own_end(today.recognition)
    if end is None or today.recognition.extended:
        return
    left, deadline = (end.last - records.today).days, rating.DUE_DEADLINE_DAYS
    yield _fault(
        records,
        product,
        product.recognitions.index(today.recognition),
        "OCOP311" if left >= deadline else "OCOP312",
        "expires" if today.recognition.expires else "date",
        end=end.isoformat(),
        days=left,
        opens=(end.last - rating.DUE_DAYS * _DAY).isoformat(),
        closes=(end.last - deadline * _DAY).isoformat(),
    )
