"""The work on originals: read, treat, keep the old one if asked to, put the new one in its place.

Owns what is written and in which order, so that a file and those who name it never part. A dry
run does all of it but writing. Called by :mod:`ocop.cli.photos`.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import groupby
from pathlib import Path

from msgspec import Struct

from ocop.config import PhotoSettings
from ocop.diagnostics import Diagnostic
from ocop.editors.photo_care.chosen import Chosen
from ocop.editors.photo_care.ledger import Look, Step
from ocop.editors.photo_care.renamed import Renaming, tidied
from ocop.editors.photo_care.treated import Treated, is_heavy, shrunk, upright
from ocop.editors.repository import repository_of
from ocop.fair.deliver import deliver
from ocop.paths import SourcePath
from ocop.photos.facts import CEILING_MEGAPIXELS, Fault, Probe, judge
from ocop.photos.original import read_original
from ocop.photos.probe import probe
from ocop.source.walk import read_entry

_TOO_LARGE, _MOVING = "OCOP404", "OCOP406"
Counter = Callable[[int, int], None]
"""Told how many photos are done, and of how many."""


class Bench(Struct, frozen=True):
    """Where the work is done; ``keep`` is the folder for copies of the originals, if any."""

    project: Path
    keep: Path | None
    dry_run: bool

    def put(self, source: SourcePath, old: bytes, new: bytes) -> None:
        """Write a photo anew, and a copy of the old one before."""
        if self.dry_run:
            return
        if self.keep is not None:
            deliver(self.keep / source, old)
        deliver(self.project / source, new)


def treat(
    bench: Bench, photos: Sequence[Chosen], action: str, side: int | None, counter: Counter
) -> tuple[tuple[Step, ...], tuple[Diagnostic, ...]]:
    """Shrink the heavy photos, or turn those that lie; return what was done, and faults."""
    steps: list[Step] = []
    faults: list[Diagnostic] = []
    for number, photo in enumerate(photos, start=1):
        found = _treated(bench, photo.source, action, side)
        if isinstance(found, Step):
            steps.append(found)
        elif found is not None:
            faults.append(found.at(photo.source))
        counter(number, len(photos))
    return tuple(steps), tuple(faults)


def _treated(
    bench: Bench, source: SourcePath, action: str, side: int | None
) -> Step | Fault | None:
    read = read_original(bench.project, source)
    if isinstance(read, Fault):
        return read
    data, _ = read
    found = probe(data)
    if isinstance(found, Fault):
        return found
    if hindrance := _hindrance(found):
        return hindrance
    if action == "shrink":
        made = shrunk(data, found, side) if is_heavy(found, side) else None
    else:
        made = upright(data, found)
    if not isinstance(made, Treated):
        return made
    bench.put(source, data, made.data)
    before, after = (Look(len(data), found.width, found.height),
                     Look(len(made.data), made.width, made.height))  # fmt: skip
    return Step(source, source, before, after, made.removed)


def _hindrance(found: Probe) -> Fault | None:
    """Return why a photo is left alone: it moves, or unpacking it would take too much memory.

    A plain JPEG may be larger than what a build takes, for it is unpacked at a part of its size.
    """
    plain = found.format == "JPEG" and not found.progressive
    most = PhotoSettings(max_megapixels=CEILING_MEGAPIXELS) if plain else PhotoSettings()
    faults = judge(found, most)
    return next((one for one in faults if one.code in (_TOO_LARGE, _MOVING)), None)


def rename(
    bench: Bench, photos: Iterable[Chosen]
) -> tuple[tuple[Step, ...], tuple[Diagnostic, ...]]:
    """Give photos tidy names, also where their entries name them; return what was done."""
    steps: list[Step] = []
    faults: list[Diagnostic] = []
    for _, group in groupby(photos, lambda photo: photo.entry.folder):
        chosen = list(group)
        entry, broken = read_entry(bench.project, chosen[0].entry)
        if broken:
            faults += broken
            continue
        file = bench.project / entry.document.path
        raw = file.read_bytes() if chosen[0].entry.complete else b""
        made = tidied(entry, raw, [photo.name for photo in chosen])
        if isinstance(made, Diagnostic):
            faults.append(made)
        elif made is not None:
            steps += _renamed(bench, entry.folder, file, made)
    return tuple(steps), tuple(faults)


def _renamed(bench: Bench, folder: SourcePath, file: Path, made: Renaming) -> Iterator[Step]:
    home = bench.project / folder
    done: list[tuple[Path, Path]] = []
    try:
        for old, new in made.names.items():
            size = Look((home / old).stat().st_size)
            if not bench.dry_run:
                (home / old).rename(home / new)
                done.append((home / old, home / new))
            source, target = SourcePath(f"{folder}/{old}"), SourcePath(f"{folder}/{new}")
            yield Step(source, target, size, size)
        if made.text is not None and not bench.dry_run:
            deliver(file, made.text.encode())
    except OSError:
        for before, after in reversed(done):  # nobody would find the photos by their new names
            after.rename(before)
        raise


def loose_files(project: Path) -> frozenset[SourcePath] | None:
    """Return the files whose present bytes no commit has; None where there is no commit at all."""
    repository = repository_of(project)
    head = repository.commit("HEAD") if repository is not None else None
    return repository.changed_since(head) if repository is not None and head else None


def unkept(steps: Sequence[Step], loose: frozenset[SourcePath] | None) -> tuple[Diagnostic, ...]:
    """Return a warning for every original of which nobody has a copy."""
    changed = (step.source for step in steps if step.source == step.target)
    return tuple(
        Diagnostic("OCOP770", source) for source in changed if loose is None or source in loose
    )
