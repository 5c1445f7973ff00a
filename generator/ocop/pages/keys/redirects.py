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
    folder, entry = str(artifact.args[0]), EntryId(str(artifact.args[1]))
    frame = read.frames.of("pages/redirect.html")
    if folder == "products":
        product = read.site.catalogue.products[entry]
        return frame, read.products[entry].head, read.pictures(product.photos)
    return frame, *read.once((folder, entry), lambda: _target(read, folder, entry))


def _target(read: Reading, folder: str, entry: EntryId) -> tuple[bytes, bytes]:
    record = getattr(read.site.catalogue, folder)[entry]
    words = record.title if isinstance(record, News | Page) else record.name
    photos = NONE if isinstance(record, Programme) else read.pictures(record.photos)
    return mark((folder, entry, words)), photos


REDIRECT = Kind("redirect", ("frame", "target", "files"), _redirect)
