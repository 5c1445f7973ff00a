"""Trade sheets on the disk: in the project, in a folder, in a zip file, or as one PDF.

Owns the names of their files, and that nothing is written unless every sheet could be made.
Called by :mod:`ocop.cli.sheets`.
"""

import shutil
import tempfile
import zipfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from msgspec import Struct

from ocop.diagnostics import Diagnostic, in_order
from ocop.fair.deliver import deliver, delivering
from ocop.fair.sheets.making import Wish, faults_of, sheet_pdf
from ocop.fair.sheets.pictures import Photos
from ocop.pages.site import Site
from ocop.pages.trade_sheets import FOLDER, facts_digest, sheet_file, standing

Progress = Callable[[int, int], None]
Faults = tuple[Diagnostic, ...]

_EPOCH = (1980, 1, 1, 0, 0, 0)
"""The time of every file in a zip, so that the same sheets are the same bytes."""


class Job(Struct, frozen=True):
    """The sheets to make of a site, at least one; their codes carry ``mark``."""

    site: Site
    wishes: Sequence[Wish]
    photos: Photos
    mark: str = ""


def into_project(job: Job, project: Path, progress: Progress) -> Faults:
    """Make sheets for the site to publish; those that tell what no longer holds are removed.

    One that holds and was not asked for stays; so does one that only asks to be made anew.
    """
    catalogue, config = job.site.catalogue, job.site.config

    def name(wish: Wish) -> str:
        digest = facts_digest(config, catalogue, wish.product)
        return sheet_file(wish.product.id, wish.language, digest)

    faults = into_folder(job, project / FOLDER, progress, name)
    if not faults:
        made = {(str(one.product.id), str(one.language)) for one in job.wishes}
        for old in standing(project, config, catalogue).old:
            entry, language, *_ = old.removeprefix(f"{FOLDER}/").split(".")
            gone = entry not in catalogue.products or language not in config.languages
            if gone or (entry, language) in made:
                (project / old).unlink(missing_ok=True)
    return faults


def into_folder(
    job: Job,
    folder: Path,
    progress: Progress,
    name: Callable[[Wish], str] | None = None,
) -> Faults:
    """Make a PDF a sheet, ``<id>.<language>.pdf``, in ``folder``, which is made if need be."""
    with _made(job, folder, progress, name or _name) as (files, faults):
        if not faults:
            folder.mkdir(parents=True, exist_ok=True)
            for file in files:
                file.replace(folder / file.name)
    return faults


def into_zip(job: Job, file: Path, progress: Progress) -> Faults:
    """Make a zip file with a PDF a sheet."""
    with _made(job, file, progress, _name) as (files, faults):
        if not faults:
            with delivering(file) as beside, zipfile.ZipFile(beside, "w") as packed:
                for one in files:
                    packed.writestr(zipfile.ZipInfo(one.name, _EPOCH), one.read_bytes())
    return faults


def into_pdf(job: Job, file: Path) -> Faults:
    """Make one PDF, a page a sheet."""
    made = sheet_pdf(job.site, job.wishes, job.photos, job.mark)
    if isinstance(made, Diagnostic):
        every = tuple(faults_of(job.site, job.wishes, job.photos, job.mark))
        return in_order(every or (made,))
    deliver(file, made)
    return ()


@contextmanager
def _made(
    job: Job, near: Path, progress: Progress, name: Callable[[Wish], str]
) -> Iterator[tuple[Sequence[Path], Faults]]:
    """Give the files of all sheets in a passing folder, on the disk of ``near``, or the faults."""
    above = next(one for one in near.parents if one.is_dir())
    passing = Path(tempfile.mkdtemp(prefix=".ocop-sheets-", dir=above))
    files: list[Path] = []
    faults: list[Diagnostic] = []
    try:
        for done, wish in enumerate(job.wishes):
            progress(done, len(job.wishes))
            made = sheet_pdf(job.site, (wish,), job.photos, job.mark)
            if isinstance(made, Diagnostic):
                faults.append(made)
            else:
                files.append(passing / name(wish))
                files[-1].write_bytes(made)
        yield files, in_order(faults)
    finally:
        shutil.rmtree(passing, ignore_errors=True)


def _name(wish: Wish) -> str:
    return f"{wish.product.id}.{wish.language}.pdf"
