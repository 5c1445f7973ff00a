"""Files beside an entry: those it names must be there, those that are there should be named."""

from collections.abc import Iterator

from ocop.content.named import files, on_disk
from ocop.content.records import Records
from ocop.diagnostics import Diagnostic
from ocop.paths import SourcePath
from ocop.schema.guesses import nearest
from ocop.source.document import Where
from ocop.source.entry import Entry

_LICENCE = ".license"
"""``photo.jpg.license`` states whose ``photo.jpg`` is (the REUSE specification)."""

_PHOTOS = (
    *(".jpg", ".jpeg", ".png", ".webp", ".avif", ".gif", ".heic", ".heif"),
    *(".tif", ".tiff", ".bmp", ".jfif", ".jxl"),
)


def check(records: Records) -> Iterator[Diagnostic]:
    """Find named files that are missing, and files that nothing names."""
    if records.entry and not records.entry.broken:
        yield from _check(records.entry)


def _check(entry: Entry) -> Iterator[Diagnostic]:
    there = on_disk(entry)
    named: set[str] = set()
    for where, name in files(entry):
        if name in there:
            named.add(name)
            continue
        right = _same_but_case(name, there)
        alike = right or nearest(name, sorted(set(there) - named))
        named.add(alike)
        yield _missing(entry, where, name, right, alike)
    for name in there:
        if name not in named and name.removesuffix(_LICENCE) not in named:
            code = "OCOP210" if name.lower().endswith(_PHOTOS) else "OCOP211"
            yield Diagnostic(code, SourcePath(f"{entry.folder}/{there[name]}"), args={"name": name})


def _same_but_case(name: str, there: dict[str, str]) -> str:
    return next((one for one in there if one.casefold() == name.casefold()), "")


def _missing(entry: Entry, where: Where, name: str, right: str, alike: str) -> Diagnostic:
    if right:
        return entry.document.fault("OCOP209", where, found=name, right=right)
    if alike:
        return entry.document.fault("OCOP204", where, found=name, suggestion=alike)
    return entry.document.fault("OCOP208", where, found=name, folder=entry.folder)
