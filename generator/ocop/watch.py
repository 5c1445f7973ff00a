"""Who follows a build more closely: what each view took, which photo takes long.

Owns these shapes and nothing else. Made by the command line, which has the clock, and handed
down by :mod:`ocop.build`.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

Clock = Callable[[], float]
"""Seconds since some moment."""


@dataclass(frozen=True, slots=True)
class Spent:
    """What pages took: how many, and the seconds for making, staging and inspecting them."""

    pages: int = 0
    make: float = 0.0
    stage: float = 0.0
    links: float = 0.0

    def __add__(self, other: "Spent") -> "Spent":
        return Spent(
            self.pages + other.pages,
            self.make + other.make,
            self.stage + other.stage,
            self.links + other.links,
        )


def _nothing(_: object) -> None:
    """Take no note."""


@dataclass(frozen=True, slots=True)
class Watch:
    """``slow`` is told, every now and then, the photo that is being waited for.

    With a ``clock``, ``spent`` is told at the end what the pages of each view took.
    """

    slow: Callable[[str], None] = _nothing
    clock: Clock | None = None
    spent: Callable[[Mapping[str, Spent]], None] = _nothing


UNWATCHED = Watch()
