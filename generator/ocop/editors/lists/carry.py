"""Carrying a plan out: new folders, changed files, copied photos.

Owns the order of writing: an entry appears whole or not at all, producers before the products
that name them. Called by :mod:`ocop.cli.import_`.
"""

import os
import shutil
from pathlib import Path

from ocop.editors.lists.compose import amended, new_text
from ocop.editors.lists.merge import Change
from ocop.editors.lists.outcome import Item, Plan
from ocop.fair.deliver import deliver
from ocop.paths import SourcePath
from ocop.project import CACHE


class Unwritable(Exception):
    """A file whose text does not come out as planned; ``path`` names it. Nothing was written."""

    def __init__(self, path: SourcePath) -> None:
        super().__init__(path)
        self.path = path


def carry_out(project: Path, plan: Plan) -> int:
    """Write what a plan says; return how many files of content changed.

    All texts are made before the first is written: :class:`Unwritable` before anything happens.
    OSError where the system refuses; what is written by then is whole.
    """
    amending = _amending(project, plan)
    new = [item for item in plan.items if item.tree is not None]
    for item in new:
        _make(project, item)
    for path, text in amending.items():
        items = [one for one in plan.items if one.path == path]
        for item in items:
            _copy(project / item.folder, item)
        deliver(project / path, text.encode())
    return len(new) + len(amending)


def _amending(project: Path, plan: Plan) -> dict[SourcePath, str]:
    changes: dict[SourcePath, list[Change]] = {}
    for item in plan.items:
        if item.changes:
            changes.setdefault(item.path, []).extend(item.changes)
    texts: dict[SourcePath, str] = {}
    kinds = {item.path: item.kind for item in plan.items}
    for path, listed in changes.items():
        text = amended(kinds[path], path, (project / path).read_bytes(), listed)
        if text is None:
            raise Unwritable(path)
        texts[path] = text
    return texts


def _make(project: Path, item: Item) -> None:
    """Make the folder of a new entry apart, then put it in its place in one step."""
    assert item.tree is not None
    apart = project / CACHE / f"import-{os.getpid()}"
    target = project / item.folder
    try:
        apart.mkdir(parents=True)
        (apart / f"{item.kind}.yaml").write_bytes(new_text(item.kind, item.tree).encode())
        _copy(apart, item)
        target.parent.mkdir(parents=True, exist_ok=True)
        apart.rename(target)
    except OSError as error:
        error.filename = str(target)  # the name that its user knows
        raise
    finally:
        shutil.rmtree(apart, ignore_errors=True)


def _copy(folder: Path, item: Item) -> None:
    for one in item.pictures:
        deliver(folder / one.name, one.source.read_bytes())
