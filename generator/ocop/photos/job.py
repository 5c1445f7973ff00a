"""Making one photo: look into the store, else read, decode, encode and keep.

Owns what happens on a worker's thread. Called by :mod:`ocop.photos.develop`.
"""

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from ocop.config import PhotoSettings
from ocop.paths import SourcePath
from ocop.photos.budget import MEMORY, Budget
from ocop.photos.facts import DAMAGED, UNREADABLE, Fault, Probe
from ocop.photos.original import read_original
from ocop.photos.recipe import Focus, share_name, widest
from ocop.photos.store import Record, Sheet, Store, digest_of

if TYPE_CHECKING:
    from ocop.photos.variants import Print


class Job(Struct, frozen=True):
    """One content to be had, from one of its sources, with every share crop asked for."""

    source: SourcePath
    digest: str
    key: str
    probe: Probe
    focuses: tuple[Focus, ...]

    def also(self, focuses: Iterable[Focus]) -> "Job":
        """Return the job with further share crops."""
        return replace(self, focuses=tuple(dict.fromkeys((*self.focuses, *focuses))))


class Workshop:
    """Where photos are made: project, settings, store and the memory that the threads share."""

    def __init__(self, project: Path, settings: PhotoSettings, store: Store) -> None:
        """Share ``store`` and one memory budget between all threads that call :meth:`make`."""
        self._project = project
        self._settings = settings
        self._store = store
        self._budget = Budget(MEMORY)

    def find(self, job: Job) -> Record | None:
        """Return the photo as it is kept; ``None`` where anything of it has to be made."""
        record = self._store.find(job.key)
        return None if record is None or _missing(job, record) else record

    def make(self, job: Job) -> Record | Fault:
        """Make what the store lacks of a photo, and return it whole."""
        record = self._store.find(job.key)
        read = read_original(self._project, job.source)
        if isinstance(read, Fault):
            return read
        if digest_of(read[0]) != job.digest:
            return UNREADABLE  # changed since it was identified: still being written
        return self._make(job, read[0], record, _missing(job, record))

    def _make(
        self, job: Job, data: bytes, record: Record | None, focuses: Sequence[Focus]
    ) -> Record | Fault:
        # Imported here so that a run over known photos never loads Pillow.
        from ocop.photos.decode import decode, memory_needed
        from ocop.photos.probe import BROKEN
        from ocop.photos.variants import make_prints, make_shares

        width = widest(self._settings)
        with self._budget.take(memory_needed(job.probe, width)):
            try:
                base = decode(data, job.probe, width)
            except BROKEN:
                return DAMAGED
            del data
            self._store.clear_leftovers(job.key)
            if record is None:
                prints, placeholder = make_prints(base, job.probe, self._settings)
                size = job.probe.width, job.probe.height
                record = Record(*size, prints[-1].name, placeholder, {})
            else:
                prints = ()
            return self._keep(job.key, record, [*prints, *make_shares(base, focuses)])

    def _keep(self, key: str, record: Record, prints: "Sequence[Print]") -> Record:
        sheets = {each.name: _sheet(each) for each in prints}
        whole = replace(record, sheets={**record.sheets, **sheets})
        return self._store.keep(key, whole, {each.name: each.data for each in prints})


def _missing(job: Job, record: Record | None) -> list[Focus]:
    """Return the focal points whose share crop has yet to be made."""
    have = record.sheets if record else {}
    return [focus for focus in job.focuses if share_name(focus) not in have]


def _sheet(made: "Print") -> Sheet:
    digest = digest_of(made.data)
    return Sheet(made.format, made.width, made.height, len(made.data), digest, modified=0)
