"""Keys of the pages that lead to another: former addresses, short codes, trade numbers."""

from ocop.domain.article import News, Page
from ocop.domain.programme import Programme
from ocop.pages.artifact import Artifact
from ocop.pages.keys.kinds import Kind
from ocop.pages.keys.marks import NONE, mark
from ocop.pages.keys.reading import Reading
from ocop.paths import EntryId

WHITHER = 2
"""How many of a redirect's arguments say where it leads to: the folder and the entry."""


def kind_of(_: Artifact) -> Kind:
    """Return the kind of a redirect."""
    return REDIRECT


def _redirect(read: Reading, artifact: Artifact) -> tuple[bytes, ...]:
    """Return the marks of a redirect, the same for all that lead to one entry."""
    folder, entry = str(artifact.args[0]), EntryId(str(artifact.args[1]))
    frame, catalogue = read.frames.of("pages/redirect.html"), read.site.catalogue
    if folder == "products":
        return frame, read.products[entry].head, read.pictures(catalogue.products[entry].photos)
    record = getattr(catalogue, folder)[entry]
    words = record.title if isinstance(record, News | Page) else record.name
    photos = NONE if isinstance(record, Programme) else read.pictures(record.photos)
    return frame, mark((folder, entry, words)), photos


REDIRECT = Kind("redirect", ("frame", "target", "files"), _redirect)
