"""What drafts are made with, and what comes of it.

Owns the shapes only. Called by :mod:`ocop.editors.lists.builder` and ``plan``.
"""

from msgspec import Struct, field

from ocop.diagnostics import Diagnostic
from ocop.editors.lists.draft import Draft, Spot
from ocop.text import Language


class Setting(Struct, frozen=True):
    """What the import is told besides the list.

    ``language`` is the one of plain texts, ``scope`` the province code of ``config.yaml``,
    ``province`` the name of the one that stands in where neither row nor settings say it.
    """

    language: Language
    scope: str | None = None
    province: str = ""


class Built(Struct):
    """The drafts of a list, producers before products, and every fault on the way.

    ``photos`` are the file names that rows give to products and producers; ``guesses`` the
    products whose set is a guess.
    """

    producers: list[Draft] = field(default_factory=list)
    products: list[Draft] = field(default_factory=list)
    faults: list[Diagnostic] = field(default_factory=list)
    photos: list[tuple[Draft, Spot, tuple[str, ...]]] = field(default_factory=list)
    guesses: list[Draft] = field(default_factory=list)
