"""What a build is about to change in the live site, and carrying it out.

Owns the order in which nothing reachable from a live page breaks: new files, which no page
leads to yet; changed files from assets over pages to the pages that lead everywhere; removals
last. A stage with a journal in it is committed: whoever finds it carries it out again from the
start, and steps that were done before the kill are passed over.
"""

import hashlib
import json
import os
import shutil
import stat
from collections.abc import Iterable, Mapping
from pathlib import Path

from msgspec import Struct, to_builtins
from msgspec.structs import replace

from ocop.pages.artifact import Rank
from ocop.paths import SitePath
from ocop.publish.faults import PublishError
from ocop.publish.folders import Folders
from ocop.publish.gate import MANIFEST, all_folders, is_safe
from ocop.publish.manifest import Parts
from ocop.publish.stage import Outcome
from ocop.publish.survey import Survey

_JOURNAL = "journal.json"
_FINAL = "manifest.json"
_MEANWHILE = "publishing.json"
TREE = "tree"
"""The folder of a stage that mirrors the site."""
_ORDER: Mapping[Rank, int] = {"asset": 0, "page": 1, "entry": 2}


class Journal(Struct, frozen=True):
    """Steps in order.

    ``before`` and ``meanwhile`` are the digests of the manifests that the live site has until
    the first step (empty for none) and until the last one.
    ``displaced`` are old files at whose place a folder is planned, or the other way round.
    ``new`` are files, and whole folders where the live site has none. ``renamed`` are pairs of
    names that differ in case only, on a system that takes them for one.
    """

    before: str
    meanwhile: str
    displaced: tuple[str, ...]
    new: tuple[str, ...]
    changed: tuple[str, ...]
    renamed: tuple[tuple[str, str], ...]
    removed: tuple[str, ...]

    @property
    def is_empty(self) -> bool:
        """Tell whether the live site is as planned already."""
        return not (self.displaced or self.new or self.changed or self.renamed or self.removed)


def plan_steps(
    ranks: Mapping[SitePath, Rank],
    outcomes: Iterable[Outcome],
    leaving: Iterable[SitePath],
    live: Survey,
) -> Journal:
    """Return the steps from the live site to the planned one, not yet tied to manifests."""
    made = tuple(outcomes)
    new = {_top_new(o.path, live) for o in made if o.change == "new"}
    changed = sorted(
        (o.path for o in made if o.change == "changed"),
        key=lambda path: (_ORDER[ranks[path]], path),
    )
    gone = [path for path in leaving if _leaves_trace(path, live) and path not in live.displaced]
    seen = (o for o in made if gone and o.path not in live.kinds and o.change != "new")
    folded = {outcome.path.casefold(): outcome.path for outcome in seen}
    return Journal(
        before="",
        meanwhile="",
        displaced=tuple(sorted(live.displaced, reverse=True)),
        new=tuple(sorted(new)),
        changed=tuple(changed),
        renamed=tuple(
            (path, folded[path.casefold()]) for path in gone if path.casefold() in folded
        ),
        removed=tuple(sorted((p for p in gone if p.casefold() not in folded), key=_leaves_first)),
    )


def _top_new(path: SitePath, live: Survey) -> str:
    """Return the outermost folder of a new file that the live site lacks, else the file."""
    kinds, at = live.kinds, path.find("/")
    while at != -1 and kinds.get(path[:at]) == "folder":
        at = path.find("/", at + 1)
    return path if at == -1 else path[:at]


def _leaves_trace(path: SitePath, live: Survey) -> bool:
    """Tell whether a file, or at least its folder, which may now be empty, is still there."""
    return path in live.kinds or path.rpartition("/")[0] in live.kinds


def _leaves_first(path: str) -> tuple[bool, int, str]:
    """Pages before what they show, the deepest first."""
    return not path.endswith(".html"), -path.count("/"), path


def commit(home: Path, before: str, steps: Journal, meanwhile: Parts, final: Parts) -> None:
    """Write the decision to publish into the stage; until the last step nothing is decided.

    ``before`` is the digest of the manifest that the steps start from, empty for none.
    """
    for name, parts in ((_MEANWHILE, meanwhile), (_FINAL, final)):
        with (home / name).open("wb") as opened:
            opened.writelines(parts)
    journal = replace(steps, before=before, meanwhile=digest_in(meanwhile))
    draft = home / f"{_JOURNAL}.draft"
    draft.write_text(json.dumps(to_builtins(journal)), "utf-8")
    draft.replace(home / _JOURNAL)


def is_committed(home: Path) -> bool:
    """Tell whether a stage holds a decision that was perhaps not carried out to its end."""
    return (home / _JOURNAL).is_file()


def is_current(home: Path, live: Path) -> bool:
    """Tell whether a committed stage still fits the live site: nobody has replaced that since."""
    try:
        steps = _read(home / _JOURNAL)
    except (ValueError, TypeError, KeyError):  # damaged, which no kill does but a lost disk may
        return False
    expected = steps.before if (home / _MEANWHILE).exists() else steps.meanwhile
    return not (home / _FINAL).exists() or digest_of(live / MANIFEST) == expected


def digest_in(parts: Parts) -> str:
    """Return the SHA-256 of a file of so many parts."""
    found = hashlib.sha256()
    for part in parts:
        found.update(part)
    return found.hexdigest()


def digest_of(path: Path) -> str:
    """Return the SHA-256 of a file, empty where there is none."""
    try:
        return hashlib.sha256(path.read_bytes()).hexdigest()
    except FileNotFoundError:
        return ""


def carry_out(home: Path, live: Path, label: str) -> None:
    """Do what the stage's journal says that is not done yet, then drop the stage."""
    if (home / _FINAL).exists():
        journal = _read(home / _JOURNAL)
        with Folders(live, label) as folders:
            _do(journal, home, folders, label)
    discard(home)


def discard(home: Path) -> None:
    """Drop a stage, the journal first, so that a kill in between leaves no decision."""
    (home / _JOURNAL).unlink(missing_ok=True)
    shutil.rmtree(home, ignore_errors=True)


def _read(path: Path) -> Journal:
    steps = json.loads(path.read_text("utf-8"))
    lists = {name: tuple(steps[name]) for name in ("displaced", "new", "changed", "removed")}
    renamed = tuple((old, new) for old, new in steps["renamed"])
    journal = Journal(steps["before"], steps["meanwhile"], renamed=renamed, **lists)
    names = (*journal.displaced, *journal.new, *journal.changed, *journal.removed)
    if not all(is_safe(name) for name in (*names, *(name for pair in renamed for name in pair))):
        raise ValueError(f"{path} names a file outside the site")
    return journal


def _do(journal: Journal, home: Path, folders: Folders, label: str) -> None:
    tree = home / TREE
    _move_changed(home / _MEANWHILE, MANIFEST, folders)
    _remove(journal.displaced, folders)
    for path in journal.new:
        _move_new(tree / path, path, folders, label)
    for path in journal.changed:
        _move_changed(tree / path, path, folders)
    for old, new in journal.renamed:
        folders.rename(old, new)
    _remove(journal.removed, folders)
    _move_changed(home / _FINAL, MANIFEST, folders)


def _move_new(source: Path, path: str, folders: Folders, label: str) -> None:
    """Move a new file or folder; what has come to lie there since the check is not ours."""
    if not os.path.lexists(source):
        return
    there = folders.kind(path)
    if there is None:
        folders.move(source, path)
    elif there == stat.S_IFDIR and source.is_dir():
        for child in sorted(source.iterdir()):
            _move_new(child, f"{path}/{child.name}", folders, label)
    else:
        code = "OCOP524" if there == stat.S_IFLNK else "OCOP525"
        raise PublishError(code, f"{label}/{path}", {})


def _move_changed(source: Path, path: str, folders: Folders) -> None:
    if os.path.lexists(source):
        folders.move(source, path)


def _remove(paths: Iterable[str], folders: Folders) -> None:
    """Remove files, then the folders that this empties, the deepest first."""
    files = tuple(paths)
    for path in files:
        folders.remove(path)
    for folder in sorted(all_folders(files), key=lambda folder: (-folder.count("/"), folder)):
        folders.remove_empty(folder)
