"""What the private folder ``.ocop/`` holds, and what of it the present content still uses.

Owns the list of what is ours there, by its names: whatever else lies in it is neither counted nor
touched, nor are links followed. Stages of builds are left to the next build, which finishes or
drops them. Called by :mod:`ocop.cli.cache`.
"""

import re
from collections.abc import Callable, Collection, Iterator
from contextlib import suppress
from pathlib import Path
from typing import Literal

from msgspec import Struct

from ocop.checking import Checked, check_all
from ocop.papers.desk import Paper, kept, recall
from ocop.photos.identify import identify
from ocop.photos.ledger import Ledger
from ocop.photos.recipe import key_of
from ocop.project import CACHE
from ocop.publish.lock import locked
from ocop.request import Request
from ocop.state.content import see

Part = Literal["photos", "papers", "state"]
PARTS: tuple[Part, ...] = ("photos", "papers", "state")

_OURS = {
    "photos": re.compile(
        r"ledger\.json|[0-9a-f]{2}/[0-9a-f]{64}/"
        r"(picture\.json|\d+\.(avif|webp|jpg)|share(-\d+-\d+)?\.jpg)"
    ),
    "papers": re.compile(r"ledger\.json|[0-9a-f]{64}\.pdf"),
    "state": re.compile(r"[a-z0-9-]+\.(bin|keys|site)"),
}
_LEFT = re.compile(r"(?:(?P<whole>.+)\.\d+\.tmp|[a-z0-9-]+\.new|clock\.now)")
"""What a killed run leaves of a file that it was writing."""


class Kept(Struct, frozen=True):
    """One file of ours: its weight in bytes, and whether the present content uses it."""

    part: Part
    file: Path
    bytes: int
    used: bool


class UnsoundContent(Exception):
    """The content has errors, so that nobody can tell what it uses."""

    def __init__(self, checked: Checked) -> None:
        super().__init__(checked)
        self.checked = checked


def contents(request: Request) -> tuple[Kept, ...]:
    """Return every file of ours; UnsoundContent if the content has errors.

    Drafts use their photos as well: the preview shows them.
    """
    work = request.project / CACHE
    used = _used(request, work)
    return tuple(
        Kept(part, file, size, not _LEFT.fullmatch(file.name) and (part == "state" or name in used))
        for part in PARTS
        for name, file, size in _ours(work, part)
    )


def everything(project: Path) -> tuple[Kept, ...]:
    """Return every file of ours as of no use."""
    work = project / CACHE
    return tuple(
        Kept(part, file, size, used=False) for part in PARTS for _, file, size in _ours(work, part)
    )


def prune(
    project: Path, choose: Callable[[], Collection[Kept]], waiting: Callable[[], None]
) -> tuple[Kept, ...]:
    """Remove what ``choose`` returns and is of no use; return what was removed.

    No build publishes meanwhile; ``waiting`` is called when one must end first.
    """
    work = project / CACHE
    if not work.is_dir():
        return ()
    with locked(work / "lock", waiting):
        gone = tuple(one for one in choose() if not one.used and _remove(one.file))
        for folder in sorted({one.file.parent for one in gone}, reverse=True):
            for empty in (folder, folder.parent):
                if empty != work:
                    with suppress(OSError):  # not empty: something in it is used, or not ours
                        empty.rmdir()
    return gone


def _used(request: Request, work: Path) -> frozenset[str]:
    """Return the folders of photos, and the papers and ledgers, that the content uses."""
    project = request.project
    checked = check_all(
        project,
        request.today,
        None,
        drafts=True,
        jobs=request.jobs,
        progress=lambda *_: None,
        seen=see(project, work),
    )
    if checked.config is None or checked.catalogue is None:
        raise UnsoundContent(checked)
    ledger, settings = Ledger(work / "photos"), checked.config.photos
    encoders = ledger.encoders()
    sources = (photo.file for photo in checked.catalogue.photos)
    photos = identify(project, sources, settings, ledger, request.jobs)
    desk = Ledger(work / "papers")
    papers = (recall(project, source, desk) for source in checked.catalogue.papers)
    return frozenset(
        (
            "ledger.json",
            *(key_of(photo.digest, settings, encoders) for photo in photos),
            *(kept(paper) for paper in papers if isinstance(paper, Paper)),
        )
    )


def _ours(work: Path, part: Part) -> Iterator[tuple[str, Path, int]]:
    """Yield our files: the name by which they are used, where they are, their bytes."""
    root = work / part
    if root.is_symlink() or work.is_symlink():
        return
    for file in sorted(root.rglob("*")):
        path = file.relative_to(root).as_posix()
        left = _LEFT.fullmatch(file.name)
        whole = path[: -len(file.name)] + (left["whole"] or "") if left else path
        ours = _OURS[part].fullmatch(whole) or (left and part == "state" and "/" not in path)
        if ours and file.is_file() and not file.is_symlink() and _is_inside(file, root):
            yield path.split("/")[-2] if "/" in path else path, file, file.stat().st_size


def _is_inside(file: Path, root: Path) -> bool:
    """Tell whether no folder between is a link to elsewhere."""
    return not any(one.is_symlink() for one in file.parents if one.is_relative_to(root))


def _remove(file: Path) -> bool:
    with suppress(OSError):
        file.unlink()
        return True
    return False
