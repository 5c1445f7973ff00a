"""Which addresses may stand in a site together.

Owns the rule for portable names (Linux, Windows, macOS, FAT and exFAT sticks) and the search
for planned addresses that cannot live side by side. Touches no disk.
"""

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator

from ocop.diagnostics import Diagnostic
from ocop.paths import SitePath, SourcePath, is_inside

MANIFEST = ".ocop-manifest.json"
OWN_PREFIX = ".ocop-"
"""Names that only this package may use at the top of an output folder."""

Naming = Callable[[str], SourcePath]
"""How a user knows a file of the site: its address with the output folder before it."""

_MAX_BYTES = 255
_RESERVED = r"(?:con|prn|aux|nul|com[0-9]|lpt[0-9])(?:\.|/|$)"
_PLAIN = re.compile(
    rf"(?:(?!{_RESERVED}|\.ocop-)[\w.~+-]{{0,200}}[\w~+-](?:/(?!$)|$))+", re.ASCII | re.IGNORECASE
)
_BAD_PART = re.compile(
    rf'{_RESERVED}|\.ocop-|.*[<>"|?*\x00-\x1f\x7f]|.*[. ]$', re.IGNORECASE | re.DOTALL
)


def is_safe(path: str) -> bool:
    """Tell whether ``path`` names one and the same file inside the site on every system."""
    return _PLAIN.fullmatch(path) is not None or (
        is_inside(path)
        and unicodedata.is_normalized("NFC", path)
        and all(_is_safe_part(part) for part in path.split("/"))
    )


def _is_safe_part(part: str) -> bool:
    try:
        fits = len(part.encode()) <= _MAX_BYTES
    except UnicodeEncodeError:
        return False
    return fits and not _BAD_PART.match(part)


def folders_of(path: str) -> Iterator[str]:
    """Yield the folders above ``path``, the outermost first, without the root."""
    at = path.find("/")
    while at != -1:
        yield path[:at]
        at = path.find("/", at + 1)


def all_folders(paths: Iterable[str]) -> set[str]:
    """Return every folder above any of ``paths``, without the root."""
    parents = {path.rpartition("/")[0] for path in paths} - {""}
    return parents | {folder for parent in parents for folder in folders_of(parent)}


def check_names(planned: Iterable[SitePath], naming: Naming) -> tuple[Diagnostic, ...]:
    """Return what is wrong with planned addresses by themselves and among each other."""
    paths = sorted(planned)
    unsafe = [
        Diagnostic("OCOP528", naming(p), args={"file": naming(p)}) for p in paths if not is_safe(p)
    ]
    return (*unsafe, *_twins(paths, naming))


def _twins(paths: list[SitePath], naming: Naming) -> Iterator[Diagnostic]:
    """Yield names that are one on systems without case, and files that are folders of others."""
    first: dict[str, str] = {folder.casefold(): f"{folder}/" for folder in all_folders(paths)}
    for path in paths:
        other = first.setdefault(path.casefold(), path)
        if other is not path:
            args = {"file": naming(path), "other": naming(other)}
            yield Diagnostic("OCOP526", naming(path), args=args)
