"""A fair's plan as a page draws it: stalls side by side, in pieces that phones can show.

Owns coordinates, colours and what a stall is called for those who do not see it. Where booths
stand is the business of :mod:`ocop.pages.booths`. Called by the view of fairs; the template
``parts/booth-plan.html`` draws what is given here.
"""

from collections.abc import Iterable, Iterator

from msgspec import Struct

from ocop.domain.fair import Booth, Fair
from ocop.domain.taxonomy import INDUSTRIES, industry_of
from ocop.pages.booths import Row, Stall, plan_of
from ocop.pages.here import Here
from ocop.pages.terms import term

PLACE = 48
"""Pixels that a common booth takes, large enough for a thumb."""

_PIECE = 6
"""Places side by side in a piece of a sketch: the narrowest phones show them whole."""

_SMALL, _SMALLEST = 3, 4
"""Characters on a place above which its sign is set smaller, and smaller still."""

_FEW = 36
"""Booths up to which a plan is drawn larger on wide screens."""

_NAMED = 3
"""Products that stand for a booth's people where these are not known."""


class DrawnStall(Struct, frozen=True):
    """One stall: ``at`` are the places where its awnings begin, ``middle`` that of its sign.

    ``style`` names its industries, or that nobody is known to stand there.
    """

    anchor: str
    label: str
    sign: str
    style: str
    size: str
    at: tuple[int, ...]
    middle: int
    linked: bool


class Piece(Struct, frozen=True):
    """Stalls side by side; ``width`` in pixels."""

    width: int
    stalls: tuple[DrawnStall, ...]


class DrawnRow(Struct, frozen=True):
    """A row with the letters that its booths share, if they share any."""

    name: str
    pieces: tuple[Piece, ...]


class Drawing(Struct, frozen=True):
    """The plan: ``given`` tells whether its rows are the fair's own; ``industries`` its colours.

    ``few`` booths are drawn larger where there is room; ``empty`` tells whether nobody is known
    to stand at some.
    """

    rows: tuple[DrawnRow, ...]
    given: bool
    few: bool
    industries: tuple[tuple[str, str], ...]
    empty: bool


def booth_plan(here: Here, fair: Fair) -> Drawing | None:
    """Return the drawing of a fair's plan; None for a fair whose booths nobody has listed."""
    plan = plan_of(fair)
    if not plan.rows:
        return None
    rows = tuple(
        DrawnRow(row.name, tuple(_pieces(here, row, whole=at < plan.given)))
        for at, row in enumerate(plan.rows)
    )
    shown = _industries(here, fair.booths)
    stalls = [stall for row in plan.rows for stall in row.stalls if stall.label]
    return Drawing(
        rows,
        bool(plan.given),
        len(stalls) <= _FEW,
        tuple((one.key, term(here.t, one)) for one in INDUSTRIES.values() if one.key in shown),
        any(not _known(stall) for stall in stalls),
    )


def _pieces(here: Here, row: Row, *, whole: bool) -> Iterator[Piece]:
    piece: list[tuple[int, Stall]] = []
    width = 0
    for stall in row.stalls:
        if piece and not whole and width + stall.width > _PIECE:
            yield _piece(here, piece, width)
            piece, width = [], 0
        piece.append((width, stall))
        width += stall.width
    yield _piece(here, piece, width)


def _piece(here: Here, stalls: Iterable[tuple[int, Stall]], width: int) -> Piece:
    drawn = tuple(_drawn(here, stall, at) for at, stall in stalls if stall.label)
    return Piece(width * PLACE, drawn)


def _drawn(here: Here, stall: Stall, at: int) -> DrawnStall:
    letters = len(stall.sign) / stall.width
    return DrawnStall(
        anchor=stall.anchor,
        label=_label(here, stall),
        sign=stall.sign,
        style=_style(here, stall),
        size="" if letters <= _SMALL else "small" if letters <= _SMALLEST else "smallest",
        at=tuple((at + place) * PLACE for place in range(stall.width)),
        middle=at * PLACE + stall.width * PLACE // 2,
        linked=bool(stall.booths),
    )


def _known(stall: Stall) -> bool:
    return any(booth.producers or booth.products for booth in stall.booths)


def _label(here: Here, stall: Stall) -> str:
    """Return the stall's number and who is there, or else with what."""
    catalogue, speak = here.site.catalogue, here.speak.plain
    names = [
        speak(catalogue.producers[one].name) for each in stall.booths for one in each.producers
    ]
    if not names:
        ids = [one for each in stall.booths for one in each.products][:_NAMED]
        names = [speak(catalogue.products[one].name) for one in ids]
    who = ", ".join(dict.fromkeys(names)) or here.t("fair.nobody")
    return here.t("fair.stall", number=stall.sign, who=who)


def _style(here: Here, stall: Stall) -> str:
    if not _known(stall):
        return "is-open"
    first, *others = [*_industries(here, stall.booths), ""]
    main = f"industry-{first}" if first else ""
    return f"{main} also-{others[0]}" if others and others[0] else main


def _industries(here: Here, booths: Iterable[Booth]) -> list[str]:
    """Return the keys of the industries at some booths, each once, in the order of the list."""
    products = here.site.catalogue.products
    ids = (one for booth in booths for one in booth.products)
    return list(dict.fromkeys(industry_of(products[one].set).key for one in ids))
