"""Whether what a site's files refer to is planned.

Owns what counts as a broken link and how an editor is told. Touches no disk, asks nobody
outside. Called for every made page, so it looks quickly first and closely where that does not do.
"""

import posixpath
from collections.abc import Callable, Container, Iterable, Iterator, Mapping
from itertools import groupby
from operator import attrgetter

from msgspec import Struct

from ocop.diagnostics import Diagnostic
from ocop.paths import SitePath, SourcePath
from ocop.publish.addresses import resolve
from ocop.publish.glimpse import look
from ocop.publish.references import has_anchor, references

_NOT_FOUND = "404.html"


class Link(Struct, frozen=True):
    """A link as written on ``page``; ``anchor`` is the part after ``#`` of ``target``."""

    page: SitePath
    written: str
    target: SitePath
    anchor: str = ""


class LinkReport(Struct, frozen=True):
    """Links of some files: to nothing planned, and into other pages, whose anchors are unseen.

    What links into other pages is perhaps text: only what is broken was looked at closely.
    """

    broken: tuple[Link, ...] = ()
    anchored: tuple[Link, ...] = ()

    def __add__(self, other: "LinkReport") -> "LinkReport":
        return LinkReport(self.broken + other.broken, self.anchored + other.anchored)


_GOOD = LinkReport()


def inspect(
    page: SitePath, content: bytes, known: Container[SitePath], address: str = ""
) -> LinkReport:
    """Check the links of one file against the planned files; ``address`` ends with ``/``."""
    anywhere = page.endswith(_NOT_FOUND) and posixpath.basename(page) == _NOT_FOUND
    if page.endswith(".html") and not anywhere:
        seen = look(page, content, known, address)
        if seen is not None:
            return (
                LinkReport((), tuple(Link(page, *abroad) for abroad in sorted(seen)))
                if seen
                else _GOOD
            )
    broken: list[Link] = []
    anchored: list[Link] = []
    folder, suffix = posixpath.dirname(page), posixpath.splitext(page)[1]
    for written in dict.fromkeys(references(suffix, content, address)):
        resolved = resolve(folder, written, address, anywhere)
        if resolved is None:
            continue
        target, anchor = SitePath(resolved[0] or page), resolved[1]
        if target not in known:
            broken.append(Link(page, written, target, anchor))
        elif anchor and target != page:
            anchored.append(Link(page, written, target, anchor))
        elif anchor and not has_anchor(content, anchor):
            broken.append(Link(page, written, target, anchor))
    return LinkReport(tuple(broken), tuple(anchored))


def verify(
    report: LinkReport,
    known: Container[SitePath],
    read: Callable[[SitePath], bytes],
    sources: Mapping[SitePath, str],
    keeps: Callable[[SitePath], bool],
) -> tuple[Diagnostic, ...]:
    """Return a fault for every link that leads to nothing.

    ``read`` returns a planned page, for its anchors; ``sources`` the file to mend by page;
    ``keeps`` tells of files that someone else put into the site and that a page may lead to.
    """
    broken = (link for link in report.broken if link.target in known or not keeps(link.target))
    lost = _that_are_links(_lost_anchors(report.anchored, read), read)
    return tuple(_fault(link, known, sources.get(link.page)) for link in (*broken, *lost))


def _that_are_links(found: Iterable[Link], read: Callable[[SitePath], bytes]) -> Iterator[Link]:
    """Yield those that the pages' HTML has, and not only their text."""
    there: dict[SitePath, frozenset[str]] = {}
    for link in found:
        if link.page not in there:
            suffix = posixpath.splitext(link.page)[1]
            there[link.page] = frozenset(references(suffix, read(link.page), ""))
        if link.written in there[link.page]:
            yield link


def _lost_anchors(links: Iterable[Link], read: Callable[[SitePath], bytes]) -> Iterator[Link]:
    """Yield the links whose anchor the page they lead to does not have; read each page once."""
    for target, group in groupby(sorted(links, key=_by_target), key=attrgetter("target")):
        content = read(target)
        there: dict[str, bool] = {}
        for link in group:
            if link.anchor not in there:
                there[link.anchor] = has_anchor(content, link.anchor)
            if not there[link.anchor]:
                yield link


def _by_target(link: Link) -> tuple[SitePath, str, SitePath, str]:
    return link.target, link.anchor, link.page, link.written


def _fault(link: Link, known: Container[SitePath], source: str | None) -> Diagnostic:
    """Return the diagnostic of a broken link, at the page's source file where that is known."""
    args = {"page": link.page, "link": link.written, "target": link.target}
    path = SourcePath(source or link.page)
    if link.target in known:
        return Diagnostic("OCOP532", path, args={**args, "anchor": link.anchor})
    return Diagnostic("OCOP531", path, args=args)
