"""A photo as an entry names it: file, words and focal point."""

from msgspec import Struct, field

from ocop.paths import SourcePath
from ocop.text import Localised, unsaid


class Photo(Struct, frozen=True):
    """One photo; ``focus`` is in percent from the left and the top, rounded to steps of 5."""

    file: SourcePath
    alt: Localised
    caption: Localised = field(default_factory=unsaid)
    credit: str | None = None
    focus: tuple[int, int] | None = None
