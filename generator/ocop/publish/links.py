"""Whether what a site's files refer to is planned.

Owns the rule for links inside a site: relative, naming a file (so that they work at any address
and over ``file://``), except on 404 pages, which are shown at any address. Full addresses under
the site's own are checked as well. Touches no disk, asks nobody outside.
"""

import posixpath
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby
from operator import attrgetter
from urllib.parse import unquote, urlsplit

from ocop.diagnostics import Diagnostic
from ocop.paths import SitePath, SourcePath
from ocop.publish.references import has_anchor, likely_references, references

_SCHEME = re.compile(r"[a-zA-Z][a-zA-Z0-9+.-]*:|//")
_NOT_FOUND = "404.html"


@dataclass(frozen=True, slots=True)
class Link:
    """A link as written on ``page``; ``anchor`` is the part after ``#`` of ``target``."""

    page: SitePath
    written: str
    target: SitePath
    anchor: str = ""


@dataclass(frozen=True, slots=True)
class LinkReport:
    """Links of some files: to nothing planned, and into other pages, whose anchors are unseen."""

    broken: tuple[Link, ...] = ()
    anchored: tuple[Link, ...] = ()


def inspect(
    page: SitePath, content: bytes, known: frozenset[SitePath], address: str = ""
) -> LinkReport:
    """Check the links of one file against the planned files; ``address`` ends with ``/``."""
    suffix = posixpath.splitext(page)[1]
    if suffix == ".html":
        likely = _judge(page, content, likely_references(content), known, address)
        if not likely.broken and not likely.anchored:
            return likely
    return _judge(page, content, references(suffix, content, address), known, address)


def _judge(
    page: SitePath,
    content: bytes,
    found: Iterable[str],
    known: frozenset[SitePath],
    address: str,
) -> LinkReport:
    broken: list[Link] = []
    anchored: list[Link] = []
    folder, _, name = page.rpartition("/")
    for written in dict.fromkeys(found):
        resolved = _resolve(folder, written, address, name == _NOT_FOUND)
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
    known: frozenset[SitePath],
    read: Callable[[SitePath], bytes],
    sources: Mapping[SitePath, str],
    keeps: Callable[[SitePath], bool],
) -> tuple[Diagnostic, ...]:
    """Return a fault for every link that leads to nothing.

    ``read`` returns a planned page, for its anchors; ``sources`` the file to mend by page;
    ``keeps`` tells of files that someone else put into the site and that a page may lead to.
    """
    broken = (link for link in report.broken if link.target in known or not keeps(link.target))
    return tuple(
        _fault(link, known, sources.get(link.page))
        for link in (*broken, *_lost_anchors(report.anchored, read))
    )


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


def _by_target(link: Link) -> tuple[SitePath, str, SitePath]:
    return link.target, link.anchor, link.page


def _fault(link: Link, known: frozenset[SitePath], source: str | None) -> Diagnostic:
    """Return the diagnostic of a broken link, at the page's source file where that is known."""
    args = {"page": link.page, "link": link.written, "target": link.target}
    path = SourcePath(source or link.page)
    if link.target in known:
        return Diagnostic("OCOP532", path, args={**args, "anchor": link.anchor})
    return Diagnostic("OCOP531", path, args=args)


@lru_cache(maxsize=1 << 16)  # menus and footers lead to the same pages everywhere
def _resolve(folder: str, written: str, address: str, anywhere: bool) -> tuple[str, str] | None:
    """Return a link's target and anchor; None for one that leaves the site.

    The empty target is the page itself. What names no file inside the site comes back as it is
    written, which no plan holds.
    """
    link, _, anchor = written.partition("#")
    anchor = "" if anchor == "top" else unquote(anchor).partition(":~:")[0]
    path = unquote(link.partition("?")[0])
    if address and link.startswith(address):
        return _with_index(unquote(link[len(address) :].partition("?")[0])), anchor
    if _SCHEME.match(link):
        return None
    if path.startswith("/"):
        root = urlsplit(address).path or "/"
        inside = anywhere and path.startswith(root)
        return (_with_index(path[len(root) :]) if inside else path), anchor
    if not path:
        return "", anchor
    if posixpath.basename(path) in ("", ".", ".."):
        return path, anchor
    return posixpath.normpath(posixpath.join(folder, path)), anchor


def _with_index(path: str) -> str:
    return f"{path}index.html" if not path or path.endswith("/") else path
