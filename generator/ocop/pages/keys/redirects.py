"""Keys of the pages that lead to another: former addresses, short codes, trade numbers."""

from ocop.domain.article import News, Page
from ocop.domain.programme import Programme
from ocop.pages.artifact import Artifact
from ocop.pages.keys.kinds import Kind
from ocop.pages.keys.marks import NONE, mark
from ocop.pages.keys.reading import Reading
from ocop.paths import EntryId


def kind_of(_: Artifact) -> Kind:
    """Return the kind of a redirect."""
    return REDIRECT


def _redirect(read: Reading, artifact: Artifact) -> tuple[bytes, ...]:
    """Return the marks of a redirect, the same for all that lead to one entry."""
    made = read.redirects
    whither = artifact.args[:2]
    found = made.get(whither)
    if found is None:
        folder, entry = str(whither[0]), EntryId(str(whither[1]))
        found = made[whither] = _target(read, folder, entry)
    return found


def _target(read: Reading, folder: str, entry: EntryId) -> tuple[bytes, ...]:
    frame, catalogue = read.frames.of("pages/redirect.html"), read.site.catalogue
    if folder == "products":
        return frame, read.products[entry].head, read.pictures(catalogue.products[entry].photos)
    record = getattr(catalogue, folder)[entry]
    words = record.title if isinstance(record, News | Page) else record.name
    photos = NONE if isinstance(record, Programme) else read.pictures(record.photos)
    return frame, mark((folder, entry, words)), photos


REDIRECT = Kind("redirect", ("frame", "target", "files"), _redirect)
