"""The files of a search that its next index no longer has, kept for readers in mid-visit.

Owns how long: until the index after the next is published. A page that was opened before still
leads to them, and they carry their content in their names. Which index they are of is read from
the entries that lie in the site, so that nothing has to be remembered. Called by
:mod:`ocop.issue`.
"""

import hashlib
from collections.abc import Collection, Iterable, Mapping, Sequence
from pathlib import Path

from ocop.pages.artifact import Rank
from ocop.paths import SitePath
from ocop.publish.lines import Lines
from ocop.publish.manifest import Entry
from ocop.publish.output import Output
from ocop.publish.patch import Patch
from ocop.publish.stage import Outcome
from ocop.search.naming import is_hashed, led_to


def hashed(files: Iterable[SitePath]) -> frozenset[SitePath]:
    """Return those of a site's files that are part of an index and named by their content."""
    there = files.under("search/") if isinstance(files, Lines) else files
    return frozenset(path for path in there if path.startswith("search/") and is_hashed(path))


def earlier(
    live: Path,
    files: Mapping[SitePath, Entry],
    entries: Sequence[Outcome],
    beside: Collection[SitePath],
) -> tuple[Outcome, ...]:
    """Return the files of the index that is there now which the new one lacks.

    ``files`` are those of the site in ``live``; the new index has ``entries`` and, hashed,
    ``beside``. If it is the same as before, what was kept before stays. Only files that are
    whole are returned.
    """
    found = hashed(files) - set(beside)
    if any(one.change != "same" for one in entries):
        found &= _named(live, files, [one.path for one in entries])
    kept = (_whole(live, path, files[path]) for path in sorted(found))
    return tuple(one for one in kept if one)


def with_index(
    patch: Patch, output: Output, entries: Sequence[Outcome], beside: Iterable[Outcome]
) -> Patch:
    """Return ``patch`` with another index, of which ``entries`` are planned and ``beside`` come."""
    files, new = output.manifest.files, [one.path for one in beside]
    staying = earlier(output.stage.live, files, entries, new)
    gone = hashed(files).difference(new, [one.path for one in staying])
    ranks: dict[SitePath, Rank] = {**patch.ranks, **dict.fromkeys(new, "asset")}
    return Patch(ranks, patch.gone | gone)


def _named(
    live: Path, files: Iterable[SitePath], entries: Iterable[SitePath]
) -> frozenset[SitePath]:
    """Return what the entries that lie in the site lead to."""
    found = led_to(
        [_read(live, path) for path in entries], hashed(files), lambda path: _read(live, path)
    )
    return frozenset(map(SitePath, found))


def _read(live: Path, path: str) -> bytes:
    """Return a file of the site, nothing where it is lost."""
    try:
        return (live / path).read_bytes()
    except OSError:
        return b""


def _whole(live: Path, path: SitePath, entry: Entry) -> Outcome | None:
    """Return a file that stays as it is; None where it is not what was published."""
    content = _read(live, path)
    if hashlib.sha256(content).hexdigest() != entry.sha256:
        return None
    return Outcome(path, entry, "same")
