"""Papers read and judged, each once while it stays as it is.

Owns the memory of which paper has which content (the ledger in ``.ocop/papers``) and
``check_papers``. Called by :mod:`ocop.checking` and :mod:`ocop.papers.gather`.
"""

from collections.abc import Iterable, Iterator
from pathlib import Path

from msgspec import Struct

from ocop.diagnostics import Diagnostic, in_order
from ocop.papers.judge import MAX_BYTES, burden, fault_in, fault_of
from ocop.paths import SourcePath
from ocop.photos.facts import Fault
from ocop.photos.ledger import Ledger
from ocop.photos.store import digest_of
from ocop.source.inside import Unread, read_inside, signature


class Paper(Struct, frozen=True):
    """A sound paper: SHA-256 of its content, and its length."""

    digest: str
    bytes: int


def check_papers(
    project: Path, sources: Iterable[SourcePath], store: Path
) -> tuple[Diagnostic, ...]:
    """Return every fault of the papers ``sources``, none of them published.

    ``sources`` are all papers of the project: what is remembered of others is forgotten.
    ``store`` is the papers' folder (``.ocop/papers``).
    """
    wanted = sorted(set(sources))
    ledger = Ledger(store)
    known = {source: recall(project, source, ledger) for source in wanted}
    ledger.keep_only([*wanted, *(kept(one) for one in known.values() if isinstance(one, Paper))])
    ledger.save()
    return in_order(fault.at(source) for source, found in known.items() for fault in _faults(found))


def recall(project: Path, source: SourcePath, ledger: Ledger) -> Paper | Fault:
    """Return what a paper is, from memory if it is as it was."""
    found = signature(project, source)
    digest = ledger.hash_of(source, found) if found else None
    if found and digest:
        return Paper(digest, found[0])
    read = study(project, source, ledger)
    return read if isinstance(read, Fault) else Paper(digest_of(read), len(read))


def study(project: Path, source: SourcePath, ledger: Ledger) -> bytes | Fault:
    """Read a paper and note its content; one with a fault is read again the next time."""
    read = read_inside(project, source, MAX_BYTES)
    if isinstance(read, Unread):
        return fault_of(read)
    data, found = read
    fault = fault_in(data)
    if fault is None:
        ledger.remember(source, found, digest_of(data))
    return fault or data


def kept(paper: Paper) -> SourcePath:
    """Return the name under which the store keeps a paper."""
    return SourcePath(f"{paper.digest}.pdf")


def _faults(found: Paper | Fault) -> Iterator[Fault]:
    yield from (found,) if isinstance(found, Fault) else burden(found.bytes)
