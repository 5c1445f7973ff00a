"""What one entry is for the rest of the catalogue.

Owns the shape that is kept from build to build, so that an entry whose files have not changed is
neither read nor checked again. Made by :mod:`ocop.content.alone`.
"""

from collections.abc import Mapping

from msgspec import Struct, field

from ocop.content.named import Reference
from ocop.diagnostics import Diagnostic
from ocop.paths import EntryId, SourcePath
from ocop.source.document import Where
from ocop.source.entry import Kind
from ocop.text import Language


class Leaf(Struct, frozen=True):
    """What one entry is for the rest of the catalogue, besides its record.

    ``path`` is its document's. ``faults`` hold until its files change, ``daily`` on one day;
    ``leads`` are the faults of links in its Markdown if what they lead to does not exist.
    ``digest`` is its document's, empty where it is not known to be the same for long.
    ``claims`` are what no other entry of its kind may have, by what it is: a barcode, say.
    ``told`` are the languages whose story stands in a file of its own.
    ``lacks`` names the first field that lacks a text, by language. ``marks`` are those of its
    record, for whoever reckons keys (:mod:`ocop.pages.keys.records`).
    """

    kind: Kind
    id: EntryId
    path: SourcePath
    digest: bytes = b""
    broken: bool = False
    sound: bool = True
    draft: bool = False
    faults: tuple[Diagnostic, ...] = ()
    daily: tuple[Diagnostic, ...] = ()
    leads: tuple[Diagnostic, ...] = ()
    references: tuple[Reference, ...] = ()
    aliases: tuple[tuple[Where, EntryId], ...] = ()
    claims: Mapping[str, str] = field(default_factory=dict)
    told: tuple[Language, ...] = ()
    lacks: Mapping[Language, str] = field(default_factory=dict)
    marks: bytes = b""
    photos: tuple[SourcePath, ...] = ()
    papers: tuple[SourcePath, ...] = ()
