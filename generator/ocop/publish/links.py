"""Whether what a site's files refer to is planned.

Owns the rule for links inside a site: relative, naming a file (so that they work at any address
and over ``file://``), except on 404 pages, which are shown at any address. Full addresses under
the site's own are checked as well. Touches no disk, asks nobody outside.
"""

import posixpath
import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from urllib.parse import unquote, urlsplit

from ocop.diagnostics import Diagnostic
from ocop.paths import SitePath, SourcePath
from ocop.publish.references import has_anchor, references

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
    broken: list[Link] = []
    anchored: list[Link] = []
    folder, _, name = page.rpartition("/")
    for written in dict.fromkeys(references(posixpath.splitext(name)[1], content, address)):
        found = _resolve(folder, written, address, name == _NOT_FOUND)
        if found is None:
            continue
        link = Link(page, written, SitePath(found[0] or page), found[1])
        if link.target not in known:
            broken.append(link)
        elif link.anchor and link.target != page:
            anchored.append(link)
        elif link.anchor and not has_anchor(content, link.anchor):
            broken.append(link)
    return LinkReport(tuple(broken), tuple(anchored))


def lost_anchors(links: Iterable[Link], read: Callable[[SitePath], bytes]) -> tuple[Link, ...]:
    """Return the links whose anchor the page they lead to does not have; each page is read once."""
    by_target: dict[SitePath, list[Link]] = {}
    for link in links:
        by_target.setdefault(link.target, []).append(link)
    lost: list[Link] = []
    for target, leading in sorted(by_target.items()):
        content = read(target)
        there = {
            anchor: has_anchor(content, anchor) for anchor in {link.anchor for link in leading}
        }
        lost += (link for link in leading if not there[link.anchor])
    return tuple(lost)


def fault(link: Link, known: frozenset[SitePath], source: str | None = None) -> Diagnostic:
    """Return the diagnostic of a broken link, at the page's source file where that is known."""
    args = {"page": link.page, "link": link.written}
    path = SourcePath(source or link.page)
    if link.target in known:
        return Diagnostic("OCOP532", path, args={**args, "anchor": link.anchor})
    return Diagnostic("OCOP531", path, args=args)


def check_links(
    pages: Mapping[SitePath, bytes],
    known: frozenset[SitePath],
    address: str = "",
    sources: Mapping[SitePath, str] | None = None,
) -> tuple[Diagnostic, ...]:
    """Return a fault for every link of ``pages`` that leads to nothing in ``known``.

    ``pages`` holds every page that an anchor leads to; ``sources`` the file to mend by page.
    """
    reports = [inspect(path, content, known, address) for path, content in sorted(pages.items())]
    anchored = (link for report in reports for link in report.anchored if link.target in pages)
    broken = [link for report in reports for link in report.broken]
    return tuple(
        fault(link, known, (sources or {}).get(link.page))
        for link in (*broken, *lost_anchors(anchored, pages.__getitem__))
    )


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
