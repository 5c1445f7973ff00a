"""Certificates, prizes and recognitions as a page lists them.

Owns their wording and order. Must not know pages. Called by the product and producer views.
"""

import datetime as dt
from collections.abc import Iterable
from typing import Literal

from msgspec import Struct

from ocop.domain.certificate import Award, Certificate
from ocop.domain.rating import is_revoked, own_end
from ocop.domain.recognition import Recognition
from ocop.pages.here import Here
from ocop.pages.paper_links import PaperLink, paper_link
from ocop.pages.words import Speaker, Words


class Paper(Struct, frozen=True):
    """One certificate: its kind, and the rest as short pieces; ``lapsed`` when its time is over."""

    kind: str
    details: tuple[str, ...]
    lapsed: bool
    link: PaperLink | None


class Prize(Struct, frozen=True):
    """One award with its giver and year, as far as known."""

    name: Words
    details: str


Fate = Literal["open", "extended", "ended", "revoked", "endless"]
"""What became of a recognition; of an endless one nobody knows when it ends."""


class Step(Struct, frozen=True):
    """One recognition in a product's history: what was awarded, when, and how long it holds."""

    stars: int
    title: str
    details: tuple[str, ...]
    fate: Fate
    end: str
    reason: str | None
    link: PaperLink | None


def papers(here: Here, found: Iterable[Certificate]) -> tuple[Paper, ...]:
    """Return certificates, those that still hold first."""
    made = [_paper(here, one) for one in found]
    return tuple(sorted(made, key=lambda paper: paper.lapsed))


def _paper(here: Here, one: Certificate) -> Paper:
    t = here.t
    lapsed = one.end is not None and one.end.last < here.site.catalogue.today
    details = []
    if one.number:
        details.append(t("product.number", number=one.number))
    if one.body:
        details.append(t("product.issued_by", body=one.body))
    if one.end:
        key = "product.lapsed" if lapsed else "product.valid_to"
        details.append(t(key, date=here.formats.date(one.end)))
    return Paper(one.kind, tuple(details), lapsed, paper_link(here, one.file))


def prizes(found: Iterable[Award], speak: Speaker) -> tuple[Prize, ...]:
    """Return awards as the entry orders them."""
    return tuple(
        Prize(speak(one.name), ", ".join(str(part) for part in (one.by, one.year) if part))
        for one in found
    )


def history(here: Here, found: Iterable[Recognition]) -> tuple[Step, ...]:
    """Return recognitions, the newest first, those without a date last."""
    dated = sorted(found, key=lambda one: one.date.first if one.date else dt.date.min)
    return tuple(_step(here, one) for one in reversed(dated))


def _step(here: Here, one: Recognition) -> Step:
    t = here.t
    when = here.formats.date(one.date) if one.date else t("product.date_unknown")
    paper = [t("product.decision", number=one.decision)] if one.decision else []
    paper += [one.authority] if one.authority else []
    end, fate = _end(here, one)
    return Step(
        stars=one.stars,
        title=t(f"product.{one.kind or 'recognised'}", n=one.stars),
        details=(when, ", ".join(paper)) if paper else (when,),
        fate=fate,
        end=end,
        reason=one.reason,
        link=paper_link(here, one.document),
    )


def _end(here: Here, one: Recognition) -> tuple[str, Fate]:
    """Return what to say of a recognition's end, and what became of it."""
    t, date, today = here.t, here.formats.date, here.site.catalogue.today
    if one.revoked:
        fate: Fate = "revoked" if is_revoked(one, today) else "open"
        return t("product.revoked", date=date(one.revoked)), fate
    own = own_end(one)
    if own is None:
        return t("product.end_unknown"), "endless"
    if one.extended and own.last < today <= one.extended.last:
        return t("product.extended", date=date(one.extended)), "extended"
    if own.last < today:
        return t("product.ended", date=date(own)), "ended"
    return t("product.ends", date=date(own)), "open"
