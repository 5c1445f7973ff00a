"""Whether a stick can hold an edition's names: FAT32, exFAT, and Windows' way to them.

Owns what these allow beyond the rule for every site (:mod:`ocop.publish.gate`). Touches no disk.
Called by :mod:`ocop.fair.pack.pack`.
"""

from collections import defaultdict
from collections.abc import Collection, Iterator

from ocop.diagnostics import Diagnostic
from ocop.paths import SitePath, SourcePath
from ocop.publish.gate import all_folders, check_names

MOST_SIGNS = 200
"""Of the 259 that Windows takes for a whole path, those that are left below a stick's folder."""

MOST_BYTES = 2**32 - 1
"""The longest file that FAT32 holds."""

_SLOTS, _TAKEN = 65_536, 2
"""The slots of a FAT32 folder, and those for itself and the one above it."""

_LETTERS_A_SLOT = 13
_SHORT = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-~!#$%&'()@^`{}")


def check_stick(paths: Collection[SitePath], label: str) -> tuple[Diagnostic, ...]:
    """Return what keeps ``paths`` from a stick; ``label`` is what users call the edition.

    Names that are one without case, reserved names and bad letters are errors; a path that is too
    long for an old Windows is a warning.
    """
    faults = check_names(paths, lambda path: SourcePath(f"{label}/{path}"))
    return (*faults, *_long(paths, label))


def _long(paths: Collection[SitePath], label: str) -> Iterator[Diagnostic]:
    for path in sorted(one for one in paths if len(one) > MOST_SIGNS):
        args = {"file": path, "most": str(MOST_SIGNS)}
        yield Diagnostic("OCOP682", SourcePath(f"{label}/{path}"), args=args)


def crowded(paths: Collection[SitePath]) -> tuple[str, ...]:
    """Return the folders that have more names than FAT32 holds in one; exFAT holds any."""
    return tuple(sorted(one for one, count in slots(paths).items() if count > _SLOTS - _TAKEN))


def slots(paths: Collection[SitePath]) -> dict[str, int]:
    """Return how many slots of a FAT folder its names take, by folder; the root is empty."""
    found: defaultdict[str, int] = defaultdict(int)
    for path in (*paths, *all_folders(paths)):
        folder, _, name = path.rpartition("/")
        found[folder] += 1 + _extra(name)
    return found


def _extra(name: str) -> int:
    """Return the slots that a name needs because it is no short one of 8 and 3 capitals."""
    stem, dot, suffix = name.partition(".")
    short = len(stem) <= 8 and len(suffix) <= 3 and bool(stem) and (bool(suffix) or not dot)
    if short and _SHORT.issuperset(stem + suffix):
        return 0
    letters = len(name.encode("utf-16-le")) // 2
    return -(-letters // _LETTERS_A_SLOT)
