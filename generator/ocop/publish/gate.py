"""Which addresses may stand in a site together.

Owns the rule for portable names (Linux, Windows, macOS, FAT and exFAT sticks) and the search
for planned addresses that cannot live side by side. Touches no disk.
"""

import re
import unicodedata
from collections.abc import Callable, Collection, Iterable, Iterator

from ocop.diagnostics import Diagnostic
from ocop.paths import SitePath, SourcePath, is_inside
from ocop.patterns import late

MANIFEST = ".ocop-manifest.json"
OWN_PREFIX = ".ocop-"
"""Names that only this package may use at the top of an output folder."""

Naming = Callable[[str], SourcePath]
"""How a user knows a file of the site: its address with the output folder before it."""

_MAX_BYTES = 255
_RESERVED = r"(?:con|prn|aux|nul|com[0-9]|lpt[0-9])(?:\.|/|$)"
_PLAIN = late(
    rf"(?:(?!{_RESERVED}|\.ocop-)[\w.~+-]{{0,200}}[\w~+-](?:/(?!$)|$))+", re.ASCII | re.IGNORECASE
)
_BAD_PART = late(rf'{_RESERVED}|\.ocop-|.*[<>"|?*\x00-\x1f\x7f]|.*[. ]$', re.IGNORECASE | re.DOTALL)
_PLAIN_LENGTH = 200
_PLAIN_BYTES = b"abcdefghijklmnopqrstuvwxyz0123456789_.~+-/"
_BAD_RUNS = (b"//", b"./", b"/.ocop-")
_DEVICES = (b"/con", b"/prn", b"/aux", b"/nul")
_PORTS = (b"/com", b"/lpt")
_ENDS = b"./"


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
    found: set[str] = set()
    level = {path.rpartition("/")[0] for path in paths} - {""}
    while level:
        found |= level
        level = {folder.rpartition("/")[0] for folder in level} - {""} - found
    return found


def all_safe(paths: Collection[str]) -> bool:
    """Tell whether every one of ``paths`` is safe: a look at all at once settles most plans."""
    return _all_plain(paths) or all(map(is_safe, paths))


def _all_plain(paths: Collection[str]) -> bool:
    """Tell whether ``paths`` are safe for sure; a False says nothing."""
    if max(map(len, paths), default=0) > _PLAIN_LENGTH:
        return False
    try:
        text = f"/{'/'.join(paths)}/".encode("ascii").lower()
    except UnicodeEncodeError:
        return False
    return (
        not text.translate(None, _PLAIN_BYTES)
        and not any(bad in text for bad in _BAD_RUNS)
        and not any(after[:1] in _ENDS for name in _DEVICES for after in text.split(name)[1:])
        and not any(after[1:2] in _ENDS for name in _PORTS for after in text.split(name)[1:])
    )


def check_names(
    planned: Collection[SitePath], naming: Naming, among: Collection[SitePath] = ()
) -> tuple[Diagnostic, ...]:
    """Return what is wrong with planned addresses by themselves and among each other.

    ``among`` are those of files that stay; they are sound by themselves.
    """
    unsafe = () if all_safe(planned) else sorted(p for p in planned if not is_safe(p))
    together = [*planned, *among]
    names = [*all_folders(together), *together]
    alone = len(set(map(str.casefold, names))) == len(names)
    return (
        *(Diagnostic("OCOP528", naming(path), args={"file": naming(path)}) for path in unsafe),
        *(() if alone else _twins(sorted(together), naming)),
    )


def _twins(paths: list[SitePath], naming: Naming) -> Iterator[Diagnostic]:
    """Yield names that are one on systems without case, and files that are folders of others."""
    first: dict[str, str] = {folder.casefold(): f"{folder}/" for folder in all_folders(paths)}
    for path in paths:
        other = first.setdefault(path.casefold(), path)
        if other is not path:
            args = {"file": naming(path), "other": naming(other)}
            yield Diagnostic("OCOP526", naming(path), args=args)
