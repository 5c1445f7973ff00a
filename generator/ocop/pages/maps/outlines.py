"""The outlines as the tool drew them (``data/outlines.json``).

Owns reading them, once. They say nothing of any catalogue. Called by the maps.
"""

import json
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from msgspec import Struct

from ocop.domain.place import Commune
from ocop.pages.maps.projection import Frame, Spot

_DATA = Path(__file__).parents[2] / "data" / "outlines.json"

Whole = tuple[int, int]
"""A spot or a size in whole units."""


class Country(Struct, frozen=True):
    """The drawing of the country: the land of provinces as paths, and where their middles are.

    ``islands`` are communes that are one; ``far`` are the islets of the two archipelagos, by the
    code of their commune.
    """

    frame: Frame
    size: Whole
    land: Mapping[str, str]
    middles: Mapping[str, Whole]
    islands: tuple[Whole, ...]
    far: Mapping[str, tuple[Whole, ...]]


class Box(Struct, frozen=True):
    """A far island in a square of its own, whose upper left ``corner`` is in the drawing."""

    commune: str
    frame: Frame
    corner: Whole
    side: int
    land: str
    islands: tuple[Whole, ...]


class Province(Struct, frozen=True):
    """The drawing of a province."""

    frame: Frame
    size: Whole
    land: str
    islands: tuple[Whole, ...]
    boxes: tuple[Box, ...]

    def spot(self, commune: Commune) -> Spot:
        """Return where a commune of the province lies in the drawing."""
        frames = {box.commune: box.frame for box in self.boxes}
        return frames.get(commune.code, self.frame).spot(commune.point)


def country() -> Country:
    """Return the drawing of the country."""
    read = _read()["country"]
    return Country(
        Frame(*read["frame"]),
        _whole(read["size"]),
        read["land"],
        {code: _whole(one) for code, one in read["middles"].items()},
        _wholes(read["islands"]),
        {code: _wholes(islets) for code, islets in read["far"].items()},
    )


@cache
def province(code: str) -> Province:
    """Return the drawing of a province; KeyError for an unknown code."""
    read = _read()["provinces"][code]
    return Province(
        Frame(*read["frame"]),
        _whole(read["size"]),
        read["land"],
        _wholes(read["islands"]),
        tuple(_box(one) for one in read["boxes"]),
    )


def _box(read: Mapping[str, Any]) -> Box:
    return Box(
        read["commune"],
        Frame(*read["frame"]),
        _whole(read["corner"]),
        read["side"],
        read["land"],
        _wholes(read["islands"]),
    )


def _whole(pair: list[int]) -> Whole:
    return pair[0], pair[1]


def _wholes(pairs: list[list[int]]) -> tuple[Whole, ...]:
    return tuple(_whole(one) for one in pairs)


@cache
def _read() -> Any:
    return json.loads(_DATA.read_text("utf-8"))
