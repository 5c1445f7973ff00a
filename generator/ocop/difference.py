"""What a build has to make: the difference between its plan and what lies in the output folder.

Owns when a published file is trusted: its key is that of the last publish, the manifest is the
one of that publish, and the file has the length that the manifest says and no later time than the
manifest itself. Makes nothing and publishes nothing. Called by :mod:`ocop.build`.
"""

import os
import stat
from collections.abc import Collection, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from ocop.pages.artifact import Artifact
from ocop.pages.keys.all import Keys, keys_of
from ocop.pages.keys.links import led_by_hand, may_be_named
from ocop.pages.site import Site
from ocop.paths import SitePath
from ocop.publish.gate import MANIFEST
from ocop.publish.manifest import Entry
from ocop.state.keys import Kept


@dataclass(frozen=True, slots=True)
class Difference:
    """``making`` are the artifacts to make, ``kept`` the addresses of those that stay.

    ``gone`` are the files that are planned no more, ``keys`` those of the whole plan.
    """

    making: Sequence[Artifact]
    kept: Collection[SitePath]
    gone: frozenset[SitePath]
    keys: Keys


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
    keys = keys_of(site, artifacts)
    gone = frozenset(files.keys() - keys.by_path.keys() - set(others))
    kept: set[SitePath] = set()
    if before.keys and not (gone and may_be_named(site, gone)):
        led = led_by_hand(site)
        same = [
            one.path
            for one in artifacts
            if before.keys.get(one.path) == keys.by_path[one.path]
            and not (one.sources and one.sources[0] in led)
        ]
        kept.update(_intact(live, same, files))
    making = [one for one in artifacts if one.path not in kept]
    return Difference(making, kept, gone, keys)


def _intact(
    live: Path, paths: Sequence[SitePath], files: Mapping[SitePath, Entry]
) -> Iterator[SitePath]:
    """Yield the files that are as they were when the manifest was written."""
    lstat, regular = os.lstat, stat.S_IFREG
    root = f"{live}/"
    latest = lstat(root + MANIFEST).st_mtime_ns
    for path in paths:
        entry = files.get(path)
        if entry is None:
            continue
        with suppress(OSError):
            found = lstat(root + path)
            if (
                found.st_size == entry.size
                and found.st_mtime_ns <= latest
                and stat.S_IFMT(found.st_mode) == regular
            ):
                yield path
