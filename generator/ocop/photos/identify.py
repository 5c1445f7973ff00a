"""Knowing each photo by its content: hash and facts, from memory where that is safe.

Owns the step before developing, and ``check_photos``, which is that step alone. Called by
``ocop check`` and :mod:`ocop.photos.develop`.
"""

from collections.abc import Callable, Collection, Iterable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from ocop.config import PhotoSettings
from ocop.diagnostics import Diagnostic, has_errors, in_order
from ocop.paths import SourcePath
from ocop.photos.budget import MEMORY, Budget
from ocop.photos.facts import DAMAGED, Fault, Finding, Probe, judge
from ocop.photos.ledger import Ledger
from ocop.photos.original import read_original
from ocop.photos.store import digest_of
from ocop.source.inside import signature

Progress = Callable[[int, int], None]
"""Told how many photos are done, and of how many."""


class Identified(Struct, frozen=True):
    """A photo and what is known of it; ``digest`` is empty for a file that was not read."""

    source: SourcePath
    digest: str
    finding: Finding

    def diagnostics(self, settings: PhotoSettings) -> tuple[Diagnostic, ...]:
        """Return what there is to say of the photo."""
        found = self.finding
        faults = (found,) if isinstance(found, Fault) else judge(found, settings)
        return tuple(fault.at(self.source) for fault in faults) if faults else ()

    def developable(self, settings: PhotoSettings) -> Probe | None:
        """Return the facts of a photo that may be decoded."""
        if isinstance(self.finding, Fault):
            return None
        blocked = any(d.severity == "error" for d in self.diagnostics(settings))
        return None if blocked else self.finding


def check_photos(
    project: Path,
    sources: Iterable[SourcePath],
    settings: PhotoSettings,
    store: Path,
    jobs: int = 1,
    progress: Progress | None = None,
    later: Collection[SourcePath] = (),
) -> tuple[Diagnostic, ...]:
    """Return every fault of the photos ``sources``, each read to its end, none developed.

    Those of ``later`` are developed next, which decodes them anyway and tells the damaged ones
    apart: they are not decoded here as well, unless an error is found, for then nothing is
    developed and the faults of all have to be told now.

    ``sources`` are all photos of the project: what is remembered of others is forgotten.
    ``store`` is the photo store's folder (``.ocop/photos``), where the answers are kept, so
    that asking again about unchanged files costs a ``stat`` each.
    """
    ledger = Ledger(store)
    wanted = tuple(sources)

    def look(later: Collection[SourcePath]) -> tuple[Identified, ...]:
        desk = _Desk(project, settings, ledger, True, later)
        return _identify(desk, wanted, jobs, progress)

    photos = look(later)
    found = in_order(d for photo in photos for d in photo.diagnostics(settings))
    if later and has_errors(found):
        photos = look(())
        found = in_order(d for photo in photos for d in photo.diagnostics(settings))
    ledger.keep_only(photo.source for photo in photos)
    ledger.save()
    return found


def identify(
    project: Path,
    sources: Iterable[SourcePath],
    settings: PhotoSettings,
    ledger: Ledger,
    jobs: int,
) -> tuple[Identified, ...]:
    """Return each of ``sources`` once, in order, with content hash and facts.

    Only files that the ledger does not know are read, on ``jobs`` threads. Truncated pixels are
    found when the photo is developed.
    """
    return _identify(_Desk(project, settings, ledger, False), sources, jobs)


def _identify(
    desk: "_Desk", sources: Iterable[SourcePath], jobs: int, progress: Progress | None = None
) -> tuple[Identified, ...]:
    known = {source: desk.recall(source) for source in sorted(set(sources))}
    unknown = [source for source, photo in known.items() if photo is None]
    with ThreadPoolExecutor(max(1, jobs)) as pool:
        for done, photo in enumerate(pool.map(desk.study, unknown), start=1):
            known[photo.source] = photo
            if progress:
                progress(done, len(unknown))
    return tuple(photo for photo in known.values() if photo is not None)


class _Desk:
    """Where photos are looked at: project, settings, ledger and the memory of all threads."""

    def __init__(
        self,
        project: Path,
        settings: PhotoSettings,
        ledger: Ledger,
        thorough: bool,
        later: Collection[SourcePath] = (),
    ) -> None:
        self._project = project
        self._settings = settings
        self._ledger = ledger
        self._thorough = thorough
        self._later = later
        self._budget = Budget(MEMORY)

    def recall(self, source: SourcePath) -> Identified | None:
        """Return what is known of an unchanged photo, unless it has to be looked at again."""
        found = signature(self._project, source)
        digest = self._ledger.hash_of(source, found) if found else None
        finding = self._ledger.finding(digest) if digest else None
        if digest is None or finding is None:
            return None
        photo = Identified(source, digest, finding)
        return None if self._unread(photo) else photo

    def study(self, source: SourcePath) -> Identified:
        """Read a photo and note what it is."""
        # Imported here so that a run over known photos never loads Pillow.
        from ocop.photos.probe import is_whole, memory_to_read, probe

        read = read_original(self._project, source)
        if isinstance(read, Fault):
            return Identified(source, "", read)
        data, found = read
        digest = digest_of(data)
        photo = Identified(source, digest, self._ledger.finding(digest) or probe(data))
        if facts := self._unread(photo):
            with self._budget.take(memory_to_read(facts)):
                finding = replace(facts, whole=True) if is_whole(data, facts) else DAMAGED
            photo = replace(photo, finding=finding)
        self._ledger.remember(source, found, digest)
        self._ledger.learn(digest, photo.finding)
        return photo

    def _unread(self, photo: Identified) -> Probe | None:
        """Return the facts of a photo whose pixels have yet to be read to the end, and may be."""
        found = photo.finding
        if not self._thorough or isinstance(found, Fault) or found.whole:
            return None
        # Developing decodes a JPEG to its end, but does not verify a PNG's checksums.
        if found.format == "JPEG" and photo.source in self._later:
            return None
        return photo.developable(self._settings)
