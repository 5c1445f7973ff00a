"""An entry as it lies on disk: a document, its words and its other files.

Owns the shapes between walking and checking; knows no schema.
"""

from collections.abc import Mapping
from typing import Literal

from msgspec import Struct

from ocop.paths import EntryId, SourcePath
from ocop.source.document import Document
from ocop.text import Language

Kind = Literal["product", "producer", "place", "fair", "programme", "news", "page"]

FOLDERS: Mapping[str, Kind] = {
    "products": "product",
    "producers": "producer",
    "places": "place",
    "fairs": "fair",
    "programmes": "programme",
    "news": "news",
    "pages": "page",
}
"""The folder under ``content/`` of each kind of entry."""


class Story(Struct, frozen=True):
    """One ``story.<language>.md``: Markdown in NFC with LF line ends."""

    path: SourcePath
    text: str


class Entry(Struct, frozen=True):
    """One folder under ``content/``.

    ``files`` are all its files but the document and the stories: names relative to the
    folder, with ``/``, as the disk has them (compare in NFC), sorted. Of a ``broken`` entry
    the document could not be read (already reported) and is empty: check nothing in it, but
    know its id, so that what refers to it is not reported too.
    """

    kind: Kind
    id: EntryId
    folder: SourcePath
    document: Document
    stories: Mapping[Language, Story]
    files: tuple[str, ...]
    broken: bool = False
