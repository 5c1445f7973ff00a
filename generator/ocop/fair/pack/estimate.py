"""How large an edition will be, before it is made.

Owns the reckoning: what lies on the disk is counted, of the pages of each kind a few are made and
stand for the others. Called by :mod:`ocop.fair.pack.pack`.
"""

import zlib
from collections.abc import Iterable, Iterator

from msgspec import Struct

from ocop.fair.pack.edition import Edition
from ocop.fair.pack.writing import packs
from ocop.pages import plan
from ocop.pages.artifact import Artifact
from ocop.paths import SitePath

_SAMPLE = 12
"""Of a kind of page, how many are made."""

_SUM, _PLACE = 64 + 3, 76
"""What a file takes besides itself: its digest, and its two places in a zip file."""


class Size(Struct, frozen=True):
    """Bytes of an edition as a folder (``plain``) and as a zip file (``packed``)."""

    plain: int = 0
    packed: int = 0

    def __add__(self, other: "Size") -> "Size":
        return Size(self.plain + other.plain, self.packed + other.packed)

    def times(self, count: float) -> "Size":
        """Return the size of ``count`` such things."""
        return Size(round(self.plain * count), round(self.packed * count))


def size_of_pages(edition: Edition) -> Size:
    """Return about how large all but the photos and papers will be."""
    site, total = edition.site, Size()
    for group in _kinds(edition.artifacts):
        sample = group[:: max(1, len(group) // _SAMPLE)]
        sizes = [_size(one.path, plan.make(site, one)) for one in sample]
        total += sum(sizes, Size()).times(len(group) / len(sample))
        if group[0].view in plan.WHOLE:
            total += _sum(plan.beside(site, group[0].view).items())
    return total + _sum(edition.files.items())


def size_of_kept(edition: Edition) -> Size:
    """Return how large the photos and papers are; OSError if one is gone."""
    sizes = (_lying(path, at.stat().st_size) for path, at in edition.kept.items())
    return sum(sizes, Size())


def _kinds(artifacts: Iterable[Artifact]) -> Iterator[list[Artifact]]:
    """Yield artifacts in groups that are much alike: of one view, lists and folders apart."""
    groups: dict[tuple[str, int, bool], list[Artifact]] = {}
    for one in artifacts:
        listing = one.path.rpartition("/")[2].startswith("index")
        groups.setdefault((one.view, one.path.count("/"), listing), []).append(one)
    yield from groups.values()


def _sum(files: Iterable[tuple[SitePath, bytes]]) -> Size:
    return sum((_size(path, content) for path, content in files), Size())


def _size(path: SitePath, content: bytes) -> Size:
    packed = len(zlib.compress(content, wbits=-15)) if packs(path) else len(content)
    return _beside(path) + Size(len(content), packed)


def _lying(path: SitePath, size: int) -> Size:
    return _beside(path) + Size(size, size)


def _beside(path: SitePath) -> Size:
    """Return what the name of a file takes: its line among the digests, its places in a zip."""
    line = _SUM + len(path)
    return Size(line, line // 2 + _PLACE + 2 * len(path))
