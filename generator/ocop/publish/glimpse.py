"""A quick look at a page's links that settles nearly every page.

Owns what was found sound once and need not be looked at again: menus, footers and cards are the
same on all pages. It errs on one side only: what it cannot settle is looked at closely by
:mod:`ocop.publish.links`, its only caller.
"""

import re
import string
from collections.abc import Callable, Container

from ocop.paths import SitePath
from ocop.publish.addresses import resolve
from ocop.publish.references import Sight, bare, glimpse, has_anchor, written_in

_MOST = 1 << 14
_FOLDERS = 64
_PLAIN = rb'"(0; url=)?(?:%s)([a-zA-Z0-9_.~+/-]*)"'
_ELSEWHERE = (b'"tel:', b'"mailto:')
_WEB = (b'"https://', b'"http://')
_MORE = b"tT" + string.whitespace.encode()
"""What ends the names of attributes that may hold several addresses, or cannot be seen."""
Abroad = tuple[str, SitePath, str]
"""A link into another page: as written, the page, and the anchor there."""


class _Sound:
    """Attributes that need no second look, by what they are relative to.

    That is the folder of their pages, or for those that climb to the top of the site its depth.
    ``ids`` refer to nothing; ``owns`` are links to an id of the page itself, with one such id.
    """

    def __init__(self, known: Container[SitePath], address: str) -> None:
        self.known = known
        self.address = address
        self._root = b'"' + address.encode()
        self.ids: set[Sight] = set()
        self.owns: dict[Sight, Sight] = {}
        self._climbing: dict[int, set[Sight]] = {}
        self._beside: dict[str, set[Sight]] = {}
        self._ways: dict[int, Callable[[bytes], re.Match[bytes] | None]] = {}

    def climbing(self, depth: int) -> set[Sight]:
        """Return those that climb ``depth`` folders, to look up and to add to."""
        return _roomy(self._climbing.setdefault(depth, set()))

    def beside(self, folder: str) -> set[Sight]:
        """Return the others on pages in ``folder``, to look up and to add to."""
        if folder not in self._beside and len(self._beside) >= _FOLDERS:
            self._beside.clear()
        return _roomy(self._beside.setdefault(folder, set()))

    def is_plain(self, sight: Sight, depth: int) -> bool:
        """Tell whether it is but the way to a planned file, without anything to decode."""
        if depth not in self._ways:
            tops = (b"../" * depth, *([self.address.encode()] if self.address else []))
            self._ways[depth] = re.compile(_PLAIN % b"|".join(map(re.escape, tops))).fullmatch
        way = self._ways[depth](sight[1])
        return (
            way is not None
            and (sight[0] == b"tent" or not way[1])
            and way[2].decode() in self.known
        )

    def leaves(self, sight: Sight) -> bool:
        """Tell whether a link leaves the site as those do that every page has of its own."""
        name, value = sight
        if name[-1:] in _MORE:
            return False
        return value.startswith(_ELSEWHERE) or (
            # What an escape stands for could only matter in the part that names the site.
            value.startswith(_WEB)
            and not value.startswith(self._root)
            and b"&" not in value[: len(self._root)]
        )

    def without_owns(self, new: set[Sight], sights: set[Sight]) -> set[Sight]:
        """Return ``new`` without the links to an id that is among all ``sights`` of the page."""
        links = new & self.owns.keys()
        return new - {link for link in links if self.owns[link] in sights}

    def forget(self) -> None:
        """Make room where pages have ids of their own."""
        if len(self.ids) + len(self.owns) > _MOST:
            self.ids.clear()
            self.owns.clear()


def _roomy(sights: set[Sight]) -> set[Sight]:
    if len(sights) > _MOST:
        sights.clear()
    return sights


_sound = _Sound(frozenset(), "")


def look(
    page: SitePath, content: bytes, known: Container[SitePath], address: str
) -> set[Abroad] | None:
    """Return what links into other pages, or perhaps is text; None if the page has to be read.

    Quickest while ``known``, which holds the page, is one and the same object.
    """
    global _sound
    if _sound.known is not known or _sound.address != address:
        _sound = _Sound(known, address)
    sights, depth = glimpse(content), page.count("/")
    climbing = _sound.climbing(depth)
    beside = _sound.beside(page.rpartition("/")[0])
    found: set[Abroad] = set()
    for sight in _sound.without_owns(sights - climbing - beside - _sound.ids, sights):
        name, value = sight
        if name[-1:] in b"dD":
            _sound.ids.add(sight)
        elif _sound.leaves(sight):
            continue
        elif _sound.is_plain(sight, depth):
            climbing.add(sight)
        elif name[-1:].isspace() or (abroad := _judge(sight, page, content, sights)) is None:
            return None
        elif abroad:
            found.update(abroad)
        elif b"#" not in value and b"&" not in value:
            (beside if any(written_in(sight)) else climbing).add(sight)
    _sound.forget()
    return found


def _judge(sight: Sight, page: SitePath, content: bytes, sights: set[Sight]) -> list[Abroad] | None:
    """Return where an attribute leads in other pages; None if it leads to nothing."""
    abroad: list[Abroad] = []
    for written in written_in(sight):
        resolved = resolve(page.rpartition("/")[0], written, _sound.address, False)
        if resolved is None:
            continue
        target, anchor = SitePath(resolved[0] or page), resolved[1]
        if target not in _sound.known:
            return None
        if anchor and target != page:
            abroad.append((written, target, anchor))
        elif anchor and not _owns(sight, anchor, sights) and not has_anchor(content, anchor):
            return None
    return abroad


def _owns(link: Sight, anchor: str, sights: set[Sight]) -> bool:
    """Tell whether an id is seen on the page; note it for the next one."""
    from html import escape  # only where an anchor is asked for: it knows 2,000 characters by name

    wanted = escape(anchor).encode()
    for sight in sights:
        if sight[0][-1:] in b"dD" and bare(sight[1]) == wanted:
            if link[1][:2] in (b'"#', b"'#") and link[0][-1:] not in b"tT":  # on any page
                _sound.owns[link] = sight
            return True
    return False
