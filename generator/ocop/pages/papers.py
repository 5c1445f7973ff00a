"""Certificates, prizes and recognitions as a page lists them.

Owns their wording and order. Must not know pages. Called by the product and producer views.
"""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from ocop.domain.certificate import Award, Certificate
from ocop.domain.rating import own_end
from ocop.domain.recognition import Recognition
from ocop.pages.contact import web
from ocop.pages.formats import date_text
from ocop.pages.texts import Texts
from ocop.pages.words import Speaker, Words


@dataclass(frozen=True, slots=True)
class Paper:
    """One certificate: its kind, and the rest as short pieces; ``lapsed`` when its time is over."""

    kind: str
    details: tuple[str, ...]
    lapsed: bool
    href: str | None


@dataclass(frozen=True, slots=True)
class Prize:
    """One award with its giver and year, as far as known."""

    name: Words
    details: str


@dataclass(frozen=True, slots=True)
class Step:
    """One recognition in a product's history; ``ended`` tells that it gives no stars any more."""

    stars: int
    label: str
    when: str
    kind: str
    details: tuple[str, ...]
    end: str
    ended: bool
    reason: str | None
    href: str | None


def papers(found: Iterable[Certificate], today: dt.date, t: Texts) -> tuple[Paper, ...]:
    """Return certificates, those that still hold first."""
    made = [_paper(one, today, t) for one in found]
    return tuple(sorted(made, key=lambda paper: paper.lapsed))


def _paper(one: Certificate, today: dt.date, t: Texts) -> Paper:
    lapsed = one.end is not None and one.end.last < today
    details = []
    if one.number:
        details.append(t("product.number", number=one.number))
    if one.body:
        details.append(t("product.issued_by", body=one.body))
    if one.end:
        key = "product.lapsed" if lapsed else "product.valid_to"
        details.append(t(key, date=date_text(one.end, t.language)))
    return Paper(one.kind, tuple(details), lapsed, web(one.file))


def prizes(found: Iterable[Award], speak: Speaker) -> tuple[Prize, ...]:
    """Return awards as the entry orders them."""
    return tuple(
        Prize(speak(one.name), ", ".join(str(part) for part in (one.by, one.year) if part))
        for one in found
    )


def history(found: Iterable[Recognition], today: dt.date, t: Texts) -> tuple[Step, ...]:
    """Return recognitions, the newest first, those without a date last."""
    dated = sorted(found, key=lambda one: one.date.first if one.date else dt.date.min)
    return tuple(_step(one, today, t) for one in reversed(dated))


def _step(one: Recognition, today: dt.date, t: Texts) -> Step:
    details = [t("product.decision", number=one.decision)] if one.decision else []
    details += [one.authority] if one.authority else []
    end, ended = _end(one, today, t)
    return Step(
        stars=one.stars,
        label=t("stars.label", n=one.stars),
        when=date_text(one.date, t.language) if one.date else t("product.date_unknown"),
        kind=t(f"product.{one.kind}") if one.kind else "",
        details=tuple(details),
        end=end,
        ended=ended,
        reason=one.reason,
        href=web(one.document),
    )


def _end(one: Recognition, today: dt.date, t: Texts) -> tuple[str, bool]:
    """Return what to say of a recognition's end, and whether it is over."""
    if one.revoked:
        return t("product.revoked", date=date_text(one.revoked, t.language)), True
    own = own_end(one)
    if own is None:
        return t("product.end_unknown"), False
    if one.extended and own.last < today <= one.extended.last:
        return t("product.extended", date=date_text(one.extended, t.language)), False
    over = own.last < today
    return t("product.ended" if over else "product.ends", date=date_text(own, t.language)), over
