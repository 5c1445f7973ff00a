"""Recognitions of an area's products, year by year and star by star.

Owns the count and how its table is drawn; stated figures are never touched. Called by
:mod:`ocop.pages.views.programmes` and the key of its pages.
"""

from collections import Counter
from collections.abc import Iterable

from msgspec import Struct

from ocop.domain.catalogue import Catalogue
from ocop.domain.place import Origin
from ocop.domain.rating import is_awarded
from ocop.pages.counted import products_of

STARS = (5, 4, 3)
"""The levels that get a certificate, the highest first."""

_BEGINNING = 2018
"""The programme's first year (Decision 490/QĐ-TTg): from here on an empty year says something."""


class Year(Struct, frozen=True):
    """The recognitions signed in a year: ``counts`` in the order of ``STARS``."""

    year: int
    counts: tuple[int, ...]

    @property
    def total(self) -> int:
        """All of them."""
        return sum(self.counts)

    @property
    def pieces(self) -> tuple[tuple[int, int, int], ...]:
        """The parts of its bar: stars, where the part begins and how long it is, in counts."""
        starts = [sum(self.counts[:place]) for place in range(len(STARS))]
        parts = zip(STARS, starts, self.counts, strict=True)
        return tuple((stars, start, count) for stars, start, count in parts if count)


class StarYears(Struct, frozen=True):
    """Years with a recognition and the empty ones between, the newest first.

    ``undated`` recognitions are in none of them.
    """

    years: tuple[Year, ...]
    undated: int

    @property
    def most(self) -> int:
        """The recognitions of the fullest year: how long the longest bar is."""
        return max((one.total for one in self.years), default=0)

    @property
    def sums(self) -> tuple[int, ...]:
        """The recognitions of all years, in the order of ``STARS``."""
        return tuple(map(sum, zip(*(one.counts for one in self.years), strict=True)))


def star_years(catalogue: Catalogue, area: Origin) -> StarYears:
    """Count the recognitions of the products of ``area`` that are signed by today.

    One that has ended or was withdrawn since still counts in its year.
    """
    signed = Counter(
        (one.date.year if one.date else None, one.stars)
        for product in products_of(catalogue, area)
        for one in product.recognitions
        if is_awarded(one, catalogue.today)
    )
    undated = sum(count for (year, _), count in signed.items() if year is None)
    found = [year for year, _ in signed if year is not None]
    return StarYears(tuple(_year(signed, year) for year in _whole(found)), undated)


def _whole(years: Iterable[int]) -> list[int]:
    """Return ``years`` and those between that the programme ran through, the newest first."""
    known = set(years)
    between = range(max(min(known), _BEGINNING), max(known)) if known else ()
    return sorted(known.union(between), reverse=True)


def _year(signed: Counter[tuple[int | None, int]], year: int) -> Year:
    return Year(year, tuple(signed[year, stars] for stars in STARS))
