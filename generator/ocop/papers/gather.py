"""The papers of the catalogue as files of the site.

Owns the copies in ``.ocop/papers``, one for each content: what is published is what was
judged, also when an editor saves the original once more while the site is being built. Called
by :mod:`ocop.build`.
"""

from collections.abc import Iterable, Mapping
from pathlib import Path

from msgspec import Struct

from ocop.diagnostics import Diagnostic
from ocop.papers.desk import Paper, kept, recall, study
from ocop.papers.judge import MAX_BYTES
from ocop.papers.sheet import Sheet, address_of
from ocop.paths import SitePath, SourcePath
from ocop.photos.facts import Fault
from ocop.photos.ledger import Ledger, write_whole
from ocop.photos.store import digest_of
from ocop.source.inside import Unread, read_inside, signature


class Gathered(Struct, frozen=True):
    """The papers by source, which stored file goes where, and what was wrong."""

    sheets: Mapping[SourcePath, Sheet]
    files: Mapping[SitePath, Path]
    diagnostics: tuple[Diagnostic, ...]


def gather(project: Path, sources: Iterable[SourcePath], store: Path) -> Gathered:
    """Return the published files of the papers ``sources``; one with a fault has no sheet."""
    ledger = Ledger(store)
    sheets: dict[SourcePath, Sheet] = {}
    files: dict[SitePath, Path] = {}
    faults: list[Diagnostic] = []
    for source in sorted(set(sources)):
        found = _copied(project, source, store, ledger)
        if isinstance(found, Fault):
            faults.append(found.at(source))
        else:
            sheets[source] = Sheet(address_of(source, found.digest), found.bytes)
            files[sheets[source].path] = store / kept(found)
    ledger.save()
    return Gathered(sheets, files, tuple(faults))


def _copied(project: Path, source: SourcePath, store: Path, ledger: Ledger) -> Paper | Fault:
    """Return the paper ``source``, of which the store has a sound copy."""
    known = recall(project, source, ledger)
    if isinstance(known, Fault) or _is_kept(known, store, ledger):
        return known
    data = study(project, source, ledger)
    if isinstance(data, Fault):
        return data
    paper = Paper(digest_of(data), len(data))
    write_whole(store / kept(paper), data)
    return paper


def _is_kept(paper: Paper, store: Path, ledger: Ledger) -> bool:
    """Tell whether the store's copy is sound: by its signature, else by reading it."""
    name = kept(paper)
    found = signature(store, name)
    if found and ledger.hash_of(name, found) == paper.digest:
        return True
    read = read_inside(store, name, MAX_BYTES)
    if isinstance(read, Unread) or digest_of(read[0]) != paper.digest:
        return False
    ledger.remember(name, read[1], paper.digest)
    return True
