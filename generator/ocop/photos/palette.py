"""The threads' colours: each industry's accent, and what goes with it on a loom.

Owns the hues of the identity as far as the weave uses them. Called by the weave and the
share pictures.
"""

from collections.abc import Mapping

from msgspec import Struct

GOLD = "#f0b94a"
PAPER = "#fbf7ef"
LACQUER = "#9e2a22"


class Palette(Struct, frozen=True):
    """A deep ``ground`` that carries paper-coloured text, and three threads with paper."""

    ground: str
    accent: str
    light: str
    spark: str

    def threads(self, turn: int) -> tuple[str, str, str, str]:
        """Return the colours of threads 1 to 4, in one of six arrangements."""
        first, second, third = _ORDERS[turn % len(_ORDERS)]
        colours = (self.accent, self.light, self.spark)
        return colours[first], colours[second], colours[third], PAPER


_ORDERS = ((0, 1, 2), (0, 2, 1), (1, 0, 2), (2, 0, 1), (1, 2, 0), (2, 1, 0))

PALETTES: Mapping[str, Palette] = {
    "I": Palette("#16351d", "#3f8a4d", "#a9cf8e", GOLD),
    "II": Palette("#3a2406", "#b06f1c", "#e8c48a", "#d9512c"),
    "III": Palette("#06332f", "#1f8a82", "#9ad5c3", "#e9a13b"),
    "IV": Palette("#4a0f0c", "#c2392e", "#f0a58a", GOLD),
    "V": Palette("#420f2c", "#b0417f", "#eeb0cd", GOLD),
    "VI": Palette("#131d42", "#3f5bb0", "#a9bdf0", "#e0574a"),
}
"""By industry code; every ground has a contrast of 9 or more with :data:`PAPER`."""
