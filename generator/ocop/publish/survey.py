"""What lies in the output folder now, and what of it stands in a plan's way.

Owns the rules about files that we did not make: a folder full of them is refused, one at a
planned address stops the build and is named, all others are left alone. Reads only.
"""

import os
import stat
from collections.abc import Collection, Iterable, Iterator, Mapping
from pathlib import Path
from typing import Literal

from msgspec import Struct

from ocop.diagnostics import Diagnostic
from ocop.paths import SitePath
from ocop.publish.gate import MANIFEST, OWN_PREFIX, Naming, all_folders

Kind = Literal["file", "folder", "link", "other"]

PLACEHOLDERS = frozenset(
    {
        ".git",
        ".gitattributes",
        ".gitignore",
        ".gitkeep",
        ".nojekyll",
        "CNAME",
        ".DS_Store",
        "Thumbs.db",
        "desktop.ini",
        "lost+found",
        "System Volume Information",
    }
)
"""What version control, hosts and systems put into a folder that is otherwise empty."""


class Survey(Struct, frozen=True):
    """The live folder seen from a plan: faults, and our old files that planned ones displace."""

    kinds: Mapping[str, Kind]
    faults: tuple[Diagnostic, ...]
    displaced: frozenset[SitePath]


def is_free(folder: Path) -> bool:
    """Tell whether a folder without a manifest may become ours: nothing but placeholders in it."""
    names = (item.name for item in folder.iterdir())
    return all(
        name in PLACEHOLDERS or (name.startswith(OWN_PREFIX) and name != MANIFEST) for name in names
    )


def survey(
    live: Path, planned: Collection[SitePath], owned: Collection[SitePath], naming: Naming
) -> Survey:
    """Compare the live folder with a plan whose own names are sound."""
    above = all_folders(planned)
    kinds = dict(_walk(live, above | all_folders(owned)))
    return _judge(live, planned, above, owned, kinds, naming)


def glance(
    live: Path,
    planned: Collection[SitePath],
    leaving: Collection[SitePath],
    owned: Collection[SitePath],
    naming: Naming,
) -> Survey:
    """Compare the live folder with part of a plan, looking only where that part lies.

    For parts whose names stay apart where case does not count: a look at one name may find
    what has another there.
    """
    above = all_folders(planned)
    kinds = _look(live, (*planned, *leaving), above | all_folders(leaving))
    return _judge(live, planned, above, owned, kinds, naming)


def _judge(
    live: Path,
    planned: Collection[SitePath],
    above: Collection[str],
    owned: Collection[SitePath],
    kinds: Mapping[str, Kind],
    naming: Naming,
) -> Survey:
    faults: list[Diagnostic] = []
    displaced: set[SitePath] = set()
    for folder in sorted(folder for folder in above if kinds.get(folder, "folder") != "folder"):
        kind = kinds[folder]
        if kind == "file" and folder in owned:
            displaced.add(SitePath(folder))
        else:
            faults.append(_in_the_way(folder, kind, naming))
    for path in sorted(path for path in planned if path in kinds):
        kind = kinds[path]
        if kind == "folder":
            foreign, ours = _contents(live, path, owned)
            displaced.update(ours)
            faults.extend(_in_the_way(item, "other", naming) for item in foreign)
        elif kind != "file" or path not in owned:
            faults.append(_in_the_way(path, kind, naming))
    return Survey(kinds, tuple(faults), frozenset(displaced))


def _contents(
    live: Path, folder: str, owned: Collection[SitePath]
) -> tuple[list[str], list[SitePath]]:
    """Return what is foreign and what is ours in a live folder at whose place a file is planned."""
    ours_above = all_folders(owned)
    foreign = [] if folder in ours_above else [folder]
    ours: list[SitePath] = []
    for parent, folders, files in os.walk(live / folder):
        at = Path(parent).relative_to(live)
        foreign += [path for name in folders if (path := (at / name).as_posix()) not in ours_above]
        for path in ((at / name).as_posix() for name in sorted(files)):
            if path in owned:
                ours.append(SitePath(path))
            else:
                foreign.append(path)
    return sorted(foreign), ours


def _in_the_way(path: str, kind: Kind, naming: Naming) -> Diagnostic:
    code = "OCOP524" if kind == "link" else "OCOP525"
    return Diagnostic(code, naming(path), args={"file": naming(path)})


def _look(live: Path, paths: Iterable[str], folders: Collection[str]) -> dict[str, Kind]:
    """Return what lies at the paths and their folders; nothing is below what is no folder."""
    kinds: dict[str, Kind] = {}
    top, there = str(live), {""}
    for path in (*sorted(folders), *paths):
        if path.rpartition("/")[0] in there:
            try:
                found = os.lstat(f"{top}/{path}")
            except (FileNotFoundError, NotADirectoryError):
                continue
            kinds[path] = _kind_of(found)
            if kinds[path] == "folder":
                there.add(path)
    return kinds


def _walk(live: Path, wanted: Collection[str]) -> Iterator[tuple[str, Kind]]:
    """Yield everything in the wanted folders, without following links."""
    waiting = [""]
    while waiting:
        folder = waiting.pop()
        prefix = f"{folder}/" if folder else ""
        with os.scandir(f"{live}/{folder}") as found:
            for item in found:
                path, kind = prefix + item.name, _kind(item)
                if kind == "folder" and path in wanted:
                    waiting.append(path)
                yield path, kind


def _kind_of(found: os.stat_result) -> Kind:
    if stat.S_ISREG(found.st_mode):
        return "file"
    if stat.S_ISDIR(found.st_mode):
        return "link" if getattr(found, "st_reparse_tag", 0) else "folder"
    return "link" if stat.S_ISLNK(found.st_mode) else "other"


def _kind(item: os.DirEntry[str]) -> Kind:
    if item.is_symlink():
        return "link"
    if item.is_dir(follow_symlinks=False):
        return "link" if _is_junction(item) else "folder"
    return "file" if item.is_file(follow_symlinks=False) else "other"


def _is_junction(item: os.DirEntry[str]) -> bool:
    """Tell whether a folder is Windows' kind of link to a folder."""
    return (
        bool(getattr(item.stat(follow_symlinks=False), "st_reparse_tag", 0))
        if os.name == "nt"
        else False
    )
