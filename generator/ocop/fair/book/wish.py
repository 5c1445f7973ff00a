"""What is asked of a book: by the options of the command, else by ``book:`` in config.yaml.

Owns the choices and their defaults. Knows no page. Called by :mod:`ocop.cli.book`.
"""

from msgspec import Struct

from ocop.config import BookChapters, BookSettings, PaperSize
from ocop.paths import EntryId
from ocop.text import Language


class Wish(Struct, frozen=True):
    """One book: one or two ``languages``, side by side; ``each`` products to a page.

    ``press`` is for a print shop: bleed, crop marks, photos of 300 dots an inch; else the book is
    for screens, small, with links. ``fair`` adds the plan of its booths.
    """

    languages: tuple[Language, ...]
    size: PaperSize = "a4"
    each: int = 1
    chapters: BookChapters = "industry"
    press: bool = False
    fair: EntryId | None = None


def wish_of(
    settings: BookSettings,
    languages: tuple[Language, ...],
    *,
    size: PaperSize | None = None,
    each: int | None = None,
    chapters: BookChapters | None = None,
    press: bool = False,
    fair: EntryId | None = None,
) -> Wish:
    """Return the wish of which the options say what they say, and ``settings`` the rest."""
    return Wish(
        languages,
        size or settings.size,
        each or settings.per_page,
        chapters or settings.chapters,
        press,
        fair,
    )
