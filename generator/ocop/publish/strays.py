"""Which unchanged files perhaps lead to something that a patch takes away.

Owns the quick search for them, which leaves out only what surely does not: whatever it names is
then inspected like a made page. Called by :class:`ocop.publish.output.Output`.
"""

import posixpath
import re
from collections.abc import Collection

from ocop.paths import SitePath
from ocop.publish.references import bare, glimpse

_LOOKED_INTO = (".html", ".svg", ".css", ".webmanifest", ".xml", ".txt")
_PLAIN = re.compile(r"[A-Za-z0-9._~-]+")
_HIDDEN = re.compile(rb"%(?:2[DEde]|3[0-9]|[4-7][0-9A-Fa-f])")
"""A plain character written as its number in an address."""
_HARMLESS = (b"&#34;", b"&#39;")
_NAMED = (b"&period;", b"&lowbar;", b"&UnderBar;", b"&percnt;", b"&fjlig;")
_INDEX = "index.html"


class Strays:
    """The search for what may lead to ``targets``."""

    def __init__(self, targets: Collection[SitePath]) -> None:
        names = {_name_of(target) for target in targets}
        self._all = any(not _PLAIN.fullmatch(name) for name in names)
        self._names = tuple(name.encode() for name in sorted(names))
        self._folders = tuple(
            f"{posixpath.dirname(target)}/"
            for target in targets
            if posixpath.basename(target) == _INDEX
        )

    def looks_into(self, page: SitePath) -> bool:
        """Tell whether a file of that name can lead anywhere."""
        return bool(self._names) and page.endswith(_LOOKED_INTO)

    def may_lead(self, page: SitePath, content: bytes) -> bool:
        """Tell whether a file may lead to a target; a False is for sure."""
        return self.looks_into(page) and (
            self._all
            or page.endswith(".webmanifest")
            or (bool(self._folders) and page.startswith(self._folders))
            or any(name in content for name in self._names)
            or _hides_names(content)
        )


def loses_anchor(before: bytes, after: bytes) -> bool:
    """Tell whether a page had an id that it has no more."""
    return not _ids(before) <= _ids(after)


def _ids(content: bytes) -> set[bytes]:
    return {bare(value) for name, value in glimpse(content) if name[-1:] in b"dD"}


def _name_of(target: SitePath) -> str:
    """Return what every link to a file holds, unless it is written in a roundabout way.

    The page of a folder may be named by the folder alone, and that of the site by nothing.
    """
    folder, name = posixpath.split(target)
    return posixpath.basename(folder) if name == _INDEX else name


def _hides_names(content: bytes) -> bool:
    """Tell whether plain characters may be written as something else."""
    numbered = content.count(b"&#")
    return (
        (numbered > 0 and numbered > sum(map(content.count, _HARMLESS)))
        or _HIDDEN.search(content) is not None
        or any(name in content for name in _NAMED)
    )
