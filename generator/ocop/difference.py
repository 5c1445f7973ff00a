"""What a build has to make: the difference between its plan and what lies in the output folder.

Owns when a published file is trusted: its key is that of the last publish, the manifest is the
one of that publish, and the file has the length that the manifest says and no later time than the
manifest itself. Makes nothing and publishes nothing. Called by :mod:`ocop.issue`.
"""

import os
import stat
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from msgspec import Struct

from ocop.pages.artifact import Artifact
from ocop.pages.keys.all import Keys, differing, keys_of
from ocop.pages.keys.links import led_by_hand, may_be_named
from ocop.pages.plan import WHOLE
from ocop.pages.routes import INDEX_FOLDER
from ocop.pages.site import Site
from ocop.paths import SitePath
from ocop.publish.earlier import hashed
from ocop.publish.gate import MANIFEST
from ocop.publish.manifest import Entry
from ocop.search.naming import is_hashed
from ocop.state.keys import Kept
from ocop.watch import Why


class Difference(Struct, frozen=True):
    """``making`` are the artifacts to make, ``kept`` the addresses of those that stay.

    ``gone`` are the files that are planned no more, ``others`` those that no view makes; ``keys``
    and ``before`` the keys of the whole plan now and then, ``keys`` None where nothing is known of
    then: all is made, and they may be reckoned meanwhile. ``alike`` are the addresses whose files
    were looked at because they may have stayed. Files that come with others, unplanned, are in
    none of these: they stay or go with what they came with.
    """

    making: Sequence[Artifact]
    kept: Collection[SitePath]
    gone: frozenset[SitePath]
    others: Collection[SitePath]
    keys: Keys | None
    before: Kept
    alike: Collection[SitePath]

    def why(self, page: str) -> Why | None:
        """Return why a file is made or kept, None for what is not planned."""
        planned = self.keys.by_path if self.keys else {one.path for one in self.making}
        path = _comes_with(SitePath(page), planned)
        if path not in planned:
            return Why(True, "copied") if path in self.others else None
        if path in self.kept:
            return Why(False, "same")
        then = self.before.keys.get(path)
        if then is None or self.keys is None:
            return Why(True, "new" if self.before.keys else "unknown")
        now = self.keys.by_path[path]
        if now == then:
            return Why(True, "file" if path in self.alike else "links")
        return Why(True, "parts", differing(self.before, then, self.keys.kept, now))


def _comes_with(path: SitePath, planned: Iterable[SitePath]) -> SitePath:
    """Return the file with which one comes that is not planned itself."""
    entries = (one for one in planned if one.startswith(INDEX_FOLDER))
    return next(entries, path) if is_hashed(path) else path


def difference(
    site: Site,
    artifacts: Sequence[Artifact],
    others: Collection[SitePath],
    before: Kept,
    files: Mapping[SitePath, Entry],
    live: Path,
) -> Difference:
    """Return what of ``artifacts`` has to be made.

    ``others`` are planned files that no view makes; ``before`` the keys of what lies in ``live``
    and is listed in ``files``.
    """
    keys = keys_of(site, artifacts) if before.keys else None
    beside = hashed(files)
    gone = frozenset(files.keys() - {one.path for one in artifacts} - set(others) - beside)
    alike: tuple[SitePath, ...] = ()
    if keys and not (gone and may_be_named(site, gone)):
        alike = tuple(_alike(artifacts, before, keys, led_by_hand(site)))
    kept = _together(artifacts, frozenset(_intact(live, (*alike, *beside), files)), beside)
    making = [one for one in artifacts if one.path not in kept]
    return Difference(making, kept, gone, others, keys, before, alike)


def _together(
    artifacts: Sequence[Artifact], intact: frozenset[SitePath], beside: frozenset[SitePath]
) -> frozenset[SitePath]:
    """Return what is kept: of files that are made together, with others beside, all or none."""
    whole = frozenset(one.path for one in artifacts if one.view in WHOLE)
    return intact - beside if whole | beside <= intact else intact - whole - beside


def _alike(
    artifacts: Sequence[Artifact], before: Kept, keys: Keys, led: Collection[str]
) -> Iterator[SitePath]:
    """Yield what has the key of last time and no link by hand."""
    then, now = before.keys, keys.by_path
    for one in artifacts:
        if then.get(one.path) == now[one.path] and not (one.sources and one.sources[0] in led):
            yield one.path


def _intact(
    live: Path, paths: Sequence[SitePath], files: Mapping[SitePath, Entry]
) -> Iterator[SitePath]:
    """Yield the files that are as they were when the manifest was written."""
    lstat, format_of, regular = os.lstat, stat.S_IFMT, stat.S_IFREG
    if not paths:
        return
    root = f"{live}/"
    latest = lstat(root + MANIFEST).st_mtime_ns
    for path in paths:
        try:
            entry, found = files[path], lstat(root + path)
        except (KeyError, OSError):  # not ours, or lost
            continue
        if (
            found.st_size == entry.size
            and found.st_mtime_ns <= latest
            and format_of(found.st_mode) == regular
        ):
            yield path
