"""Who follows a build more closely: what each view took, which photo takes long.

Owns these shapes and nothing else. Made by the command line, which has the clock, and handed
down by :mod:`ocop.build`.
"""

from collections.abc import Callable, Mapping

from msgspec import Struct

Clock = Callable[[], float]
"""Seconds since some moment."""


class Spent(Struct, frozen=True):
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


class Why(Struct, frozen=True):
    """Why a file was made or kept: ``cause`` is a word, ``parts`` what differs from last time.

    The causes: ``same``, ``parts``, ``new`` (was not in the last build), ``unknown`` (nothing is
    known of a last build), ``file`` (the published file was lost or touched), ``links`` (a link
    written by hand is looked at anew), ``copied`` (no view makes it).
    """

    made: bool
    cause: str
    parts: tuple[str, ...] = ()


Explain = Callable[[str], "Why | None"]
"""Tells why a file of the site, by its address, was made or kept; None for none of the plan."""


class Watch(Struct, frozen=True):
    """``slow`` is told, every now and then, the photo that is being waited for.

    With a ``clock``, ``spent`` is told at the end what the pages of each view took; ``explain``
    is given what tells why a page was made, before any is.
    """

    slow: Callable[[str], None] = _nothing
    clock: Clock | None = None
    spent: Callable[[Mapping[str, Spent]], None] = _nothing
    explain: Callable[[Explain], None] = _nothing


UNWATCHED = Watch()
