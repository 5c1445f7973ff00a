"""What a file names: ids of other entries, and files beside it, each with its place.

Owns the way from a document as written to those names, so that checks see them also in a
file that has other faults. Called by :mod:`ocop.content.checks`.
"""

from collections.abc import Iterator

from msgspec import Struct

from ocop.paths import EntryId, SourcePath, is_entry_id, is_inside
from ocop.source.document import Tree, Where
from ocop.source.entry import Entry, Kind
from ocop.text import nfc

_REFERENCES: dict[Kind, tuple[tuple[str, Kind], ...]] = {
    "product": (("producer", "producer"),),
    "news": (("products", "product"), ("producers", "producer"), ("fairs", "fair")),
}
_BOOTH: dict[str, Kind] = {"products": "product", "producers": "producer"}
_FILES = {
    "photos": "file",
    "certificates": "file",
    "recognitions": "document",
    "documents": "file",
}


class Reference(Struct, frozen=True):
    """One mention of another entry."""

    where: Where
    kind: Kind
    id: EntryId


def references(entry: Entry) -> Iterator[Reference]:
    """Yield every well-formed mention of another entry."""
    data = entry.document.data
    for key, target in _REFERENCES.get(entry.kind, ()):
        for where, found in ids_at(data.get(key), (key,)):
            yield Reference(where, target, found)
    if entry.kind == "fair":
        for where, booth in _maps(data.get("booths"), "booths"):
            for key, target in _BOOTH.items():
                for inner, found in ids_at(booth.get(key), (*where, key)):
                    yield Reference(inner, target, found)


def aliases(entry: Entry) -> Iterator[tuple[Where, EntryId]]:
    """Yield every well-formed former id."""
    return ids_at(entry.document.data.get("aliases"), ("aliases",))


def ids_at(value: Tree, where: Where) -> Iterator[tuple[Where, EntryId]]:
    """Yield the well-formed ids of one id or a list of ids."""
    if value is None:
        return
    for place, part in _texts(value, where):
        if is_entry_id(part):
            yield place, EntryId(part)


def files(entry: Entry) -> Iterator[tuple[Where, str]]:
    """Yield every file that the entry names, photos first; addresses of papers are not files."""
    data = entry.document.data
    for key, inner in _FILES.items():
        if key not in data:
            continue
        for where, item in _maps(data[key], key):
            if inner not in item:  # as of nearly all recognitions and certificates
                continue
            for place, name in _texts(item[inner], (*where, inner)):
                if is_inside(name):
                    yield place, name


def beside(entry: Entry) -> tuple[tuple[SourcePath, ...], tuple[SourcePath, ...]]:
    """Return the photos, then the papers, that the entry names and has, as the disk names them."""
    if not entry.files:
        return (), ()
    there = on_disk(entry)
    photos: list[SourcePath] = []
    papers: list[SourcePath] = []
    for where, name in files(entry):
        if name in there:
            found = photos if where[0] == "photos" else papers
            found.append(SourcePath(f"{entry.folder}/{there[name]}"))
    return tuple(photos), tuple(papers)


def on_disk(entry: Entry) -> dict[str, str]:
    """Return the names of the entry's files as they are on the disk, by their NFC form."""
    return {nfc(name): name for name in entry.files}


def _texts(value: Tree, where: Where) -> Iterator[tuple[Where, str]]:
    if isinstance(value, str):
        yield where, value.strip()
        return
    for place, part in enumerate(value if isinstance(value, list) else ()):
        if isinstance(part, str):
            yield (*where, place), part.strip()


def _maps(value: Tree, key: str) -> Iterator[tuple[Where, dict[str, Tree]]]:
    for place, part in enumerate(value if isinstance(value, list) else ()):
        if isinstance(part, dict):
            yield (key, place), part
