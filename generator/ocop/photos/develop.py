"""Every photo of the catalogue as files of the site, made once and kept.

Owns the order of the work: identify, look into the store, decode and encode what is missing.
Each content is developed once, wherever it is used. Called by :mod:`ocop.build`; reads no
clock and no environment.
"""

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor, wait
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from ocop.config import PhotoSettings
from ocop.diagnostics import Diagnostic, in_order
from ocop.paths import SitePath, SourcePath
from ocop.photos.budget import keep_what_is_freed
from ocop.photos.facts import DAMAGED, Fault
from ocop.photos.identify import Identified, Progress, identify
from ocop.photos.job import Job, Workshop
from ocop.photos.ledger import Ledger
from ocop.photos.picture import Picture, Variant
from ocop.photos.recipe import CENTRE, Focus, key_of, share_name, site_path
from ocop.photos.store import Record, Store

_PATIENCE = 1.0
"""Seconds after which somebody may want to know which photo is being waited for."""


class DevelopRequest(Struct, frozen=True):
    """A photo that a page shows; ``focus`` in percent from the left and the top."""

    source: SourcePath
    focus: Focus | None = None


class Developed(Struct, frozen=True):
    """The photos' files: what pages need, which stored file goes where, what was wrong.

    A source with an error has a diagnostic and no picture.
    """

    pictures: Mapping[SourcePath, Picture]
    files: Mapping[SitePath, Path]
    diagnostics: tuple[Diagnostic, ...]


def develop(
    project: Path,
    photos: Sequence[DevelopRequest],
    settings: PhotoSettings,
    store: Path,
    jobs: int = 1,
    progress: Progress | None = None,
    slow: Callable[[SourcePath], None] | None = None,
) -> Developed:
    """Return the published files of ``photos``, developing those that ``store`` lacks.

    The result depends on the photos' bytes, focal points and ``settings`` alone. What is
    finished stays in ``store`` whatever happens to the run; what is damaged is made again.
    ``jobs`` is the number of threads; ``progress`` is told how many photos are made, and of how
    many; ``slow``, every second without news, which one is being waited for.
    """
    ledger = Ledger(store)
    known = identify(project, (photo.source for photo in photos), settings, ledger, jobs)
    work = _plan(known, photos, settings, ledger.encoders())
    workshop = Workshop(project, settings, Store(store))
    results: dict[str, Record | Fault | None] = {d: workshop.find(j) for d, j in work.items()}
    lacking = {digest: job for digest, job in work.items() if results[digest] is None}
    for digest in work.keys() - lacking.keys():
        _learn(ledger, work[digest], None)
    if lacking:
        keep_what_is_freed()
    try:
        with ThreadPoolExecutor(max(1, jobs)) as pool:
            made = zip(lacking, _made(pool, workshop, lacking.values(), slow), strict=True)
            for done, (digest, result) in enumerate(made, start=1):
                results[digest] = result
                _learn(ledger, work[digest], result if isinstance(result, Fault) else None)
                if progress:
                    progress(done, len(lacking))
    finally:
        ledger.save()
    return _gather(known, photos, settings, work, results, Store(store))


def _learn(ledger: Ledger, job: Job, fault: Fault | None) -> None:
    """Note that a content proved damaged, or that it was decoded to its end."""
    if fault == DAMAGED:
        ledger.learn(job.digest, DAMAGED)
    elif fault is None and not job.probe.whole:
        ledger.learn(job.digest, replace(job.probe, whole=True))


def _made(
    pool: ThreadPoolExecutor,
    workshop: Workshop,
    jobs: Collection[Job],
    slow: Callable[[SourcePath], None] | None,
) -> Iterator[Record | Fault]:
    """Yield what comes of each job, in order."""
    results = [pool.submit(workshop.make, job) for job in jobs]
    try:
        for job, result in zip(jobs, results, strict=True):
            while slow and not wait([result], _PATIENCE).done:
                slow(job.source)
            yield result.result()
    finally:
        for result in results:
            result.cancel()


def _plan(
    known: Sequence[Identified],
    photos: Sequence[DevelopRequest],
    settings: PhotoSettings,
    encoders: str,
) -> Mapping[str, Job]:
    """Return one job for each usable content, by its digest."""
    focuses = _focuses(photos)
    jobs: dict[str, Job] = {}
    for photo in known:
        probe = photo.developable(settings)
        if probe is None:
            continue
        wanted = focuses[photo.source]
        if photo.digest in jobs:
            jobs[photo.digest] = jobs[photo.digest].also(wanted)
        else:
            key = key_of(photo.digest, settings, encoders)
            jobs[photo.digest] = Job(photo.source, photo.digest, key, probe, wanted)
    return jobs


def _focuses(photos: Sequence[DevelopRequest]) -> Mapping[SourcePath, tuple[Focus, ...]]:
    """Return each photo's focal points, the first asked for first."""
    found: dict[SourcePath, dict[Focus, None]] = {}
    for photo in photos:
        found.setdefault(photo.source, {})[photo.focus or CENTRE] = None
    return {source: tuple(focuses) for source, focuses in found.items()}


def _gather(
    known: Sequence[Identified],
    photos: Sequence[DevelopRequest],
    settings: PhotoSettings,
    work: Mapping[str, Job],
    results: Mapping[str, Record | Fault | None],
    store: Store,
) -> Developed:
    focuses = _focuses(photos)
    pictures: dict[SourcePath, Picture] = {}
    files: dict[SitePath, Path] = {}
    diagnostics: list[Diagnostic] = []
    for photo in known:
        result = results.get(photo.digest)
        if isinstance(result, Fault):
            diagnostics.append(result.at(photo.source))
            continue
        diagnostics += photo.diagnostics(settings)
        if result is None:
            continue
        key = work[photo.digest].key
        pictures[photo.source] = _picture(photo.source, key, result, focuses[photo.source][0])
        wanted = {share_name(focus) for focus in focuses[photo.source]}
        for name, sheet in result.sheets.items():
            path = site_path(key, name)
            if path not in files and (sheet.format != "share" or name in wanted):
                files[path] = store.file(key, name)
    return Developed(pictures, dict(sorted(files.items())), in_order(diagnostics))


def _picture(source: SourcePath, key: str, record: Record, focus: Focus) -> Picture:
    variants = {
        name: Variant(sheet.format, sheet.width, sheet.height, site_path(key, name))
        for name, sheet in record.sheets.items()
        if sheet.format != "share"
    }
    return Picture(
        source=source,
        width=record.width,
        height=record.height,
        variants=tuple(variants.values()),
        fallback=variants[record.fallback],
        placeholder=record.placeholder,
        share=site_path(key, share_name(focus)),
    )
