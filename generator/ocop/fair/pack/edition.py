"""The files of an edition: the site's plan without what only the web needs, made and verified.

Owns what an edition lacks (service worker, offers to save it) and how a story's link is written
whose end stayed behind. Writes pages into a private folder only. Called by
:mod:`ocop.fair.pack.pack`.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from functools import partial
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from ocop.build import Ready
from ocop.diagnostics import Diagnostic
from ocop.fair.pack import thrift
from ocop.fair.pack.shelf import Shelf
from ocop.fair.pack.thrift import Dropped
from ocop.fair.pack.writing import Item
from ocop.making import Making, make_all
from ocop.pages import plan
from ocop.pages.artifact import Artifact
from ocop.pages.site import Site
from ocop.paths import SitePath
from ocop.publish.links import inspect, verify

_OFFLINE = "offline"
"""The view of what a browser saves of a site: an edition is saved already."""

_FOR_THE_WEB = (
    *("js/worker.js", "js/forget.js", "js/keep.js", "js/offline.js"),
    "css/offline.css",
)

_STORY_LINK = re.compile(rb'<a href="([^"]*)"[^>]* rel="noopener noreferrer">(.*?)</a>', re.DOTALL)

Progress = Callable[[str, int, int], None]


class Edition(Struct, frozen=True):
    """All that an edition is made of.

    ``files`` are at hand, ``kept`` on the disk. ``narrowed`` is one that leaves entries behind;
    ``absent`` are files that its pages name by their address on the web, for previews.
    """

    site: Site
    artifacts: tuple[Artifact, ...]
    files: Mapping[SitePath, bytes]
    kept: Mapping[SitePath, Path]
    narrowed: bool
    absent: frozenset[SitePath] = frozenset()

    @property
    def paths(self) -> frozenset[SitePath]:
        """The address of every planned file."""
        return frozenset((*(one.path for one in self.artifacts), *self.files, *self.kept))


def edition_of(
    site: Site, ready: Ready, start: Callable[[Site], Mapping[SitePath, bytes]], *, narrowed: bool
) -> Edition:
    """Return the whole edition of ``site``, which ``ready`` has the files for.

    ``start`` makes what only an edition has.
    """
    site = replace(site, frozen=True, warm=None)
    apart = {site.assets[name] for name in _FOR_THE_WEB if name in site.assets}
    files = {path: content for path, content in ready.files.items() if path not in apart}
    return Edition(
        site,
        tuple(one for one in plan.plan(site) if one.view != _OFFLINE),
        {**files, **start(site)},
        ready.kept,
        narrowed,
    )


def with_less(edition: Edition, dropped: Dropped) -> Edition:
    """Return the edition without what was given up of its photos."""
    if not dropped:
        return edition  # with all that was made for its site already
    full = edition.site.pictures
    pictures = thrift.reduced(full, dropped, edition.site.config.photos)
    absent = thrift.left_out(edition.kept, full, pictures, dropped)
    return replace(
        edition,
        site=replace(edition.site, pictures=pictures),
        kept={path: at for path, at in edition.kept.items() if path not in absent},
        absent=absent,
    )


def made(
    edition: Edition, tree: Path, label: str, jobs: int, progress: Progress
) -> tuple[tuple[Item, ...], tuple[Diagnostic, ...]]:
    """Make the pages in the empty folder ``tree`` and verify all links.

    Returns every file of the edition, and a fault for each link that leads to nothing. ``label``
    is what users call the edition. PublishError if the folder cannot be written, TemplateFault if
    a template of the project is broken.
    """
    known = edition.paths
    shelf = Shelf(tree, tree, label, first=True)
    make = partial(_unlinked, known) if edition.narrowed else plan.make
    job = Making(edition.site, shelf, known | edition.absent, recheck=True, make=make)
    done, total = 0, len(edition.artifacts)

    def count(more: int) -> None:
        nonlocal done
        done += more
        progress("pages", done, total)

    pages = make_all(job, edition.artifacts, jobs, count)
    progress("links", 0, 0)
    sources = {one.path: one.sources[0] for one in edition.artifacts if one.sources}
    pieces = dict(shelf.pieces())

    def read(path: SitePath) -> bytes:
        return edition.files[path] if path in edition.files else pieces[path].read()

    faults = verify(pages.links, known | edition.absent, read, sources, lambda _: False)
    staged = (Item(path, piece) for path, piece in pieces.items())
    return tuple(sorted((*staged, *_given(edition)), key=lambda one: one.path)), faults


def _given(edition: Edition) -> Iterator[Item]:
    yield from (Item(path, content) for path, content in edition.files.items())
    yield from (Item(path, at) for path, at in edition.kept.items())


def _unlinked(known: frozenset[SitePath], site: Site, artifact: Artifact) -> bytes:
    """Return the bytes of an artifact; in its stories, links to what stayed behind are plain text.

    Only stories' links have that ``rel``, so that a lost link of ours is still found.
    """
    content = plan.make(site, artifact)
    if b'rel="noopener noreferrer"' not in content:
        return content
    report = inspect(artifact.path, content, known, site.config.url)
    broken = {one.written for one in report.broken}
    if not broken:
        return content

    def plain(found: re.Match[bytes]) -> bytes:
        return found[2] if found[1].decode() in broken else found[0]

    return _STORY_LINK.sub(plain, content)
