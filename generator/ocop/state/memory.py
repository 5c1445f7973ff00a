"""The last good build: what it read, what it left behind, and what it said.

Owns the short cut of a build that has nothing to do. The memory is a plain file in ``.ocop/``,
one an output folder; a damaged or foreign one is as good as none. It holds no pickles: the
project's folder may come from a stranger. Called by :mod:`ocop.build`.
"""

import hashlib
import json
import os
import sys
from array import array
from collections.abc import Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any

from ocop.state.survey import TICK_NS, Reach, Survey, is_unchanged, survey

_FORM = "ocop build memory 1"

Area = tuple[Path, tuple[str, ...], Reach]
"""A folder, what of it to look at, and how far."""


class Memory:
    """The memory of builds of one project into one output folder.

    ``facts`` are the inputs that are no files (the day, the options, the version); ``folders``
    are further folders that a build reads: the program's own and the built-in templates.
    """

    def __init__(
        self,
        project: Path,
        out: Path,
        work: Path,
        facts: Mapping[str, str],
        folders: Sequence[Path],
    ) -> None:
        out = Path(os.path.realpath(out))  # unlike resolve(), does not mind a loop of links
        self._facts = {**facts, "form": _FORM, "python": sys.version, "out": str(out)}
        self._inputs: tuple[Area, ...] = (
            (project, ("config.yaml", "content", "templates"), "files"),
            (project, _beside(project), "tops"),
            *((folder, (".",), "files") for folder in folders),
            # An installed or upgraded library shows in the folder that holds the libraries.
            *((Path(entry), (".",), "tops") for entry in sys.path if entry.endswith("-packages")),
        )
        self._output: Area = (out, (".", ".ocop-manifest.json"), "folders")
        name = hashlib.sha256(os.fsencode(out)).hexdigest()[:12]
        self._file = work / "state" / f"{name}.bin"
        self._before: list[Survey] | None = None

    def recall(self) -> dict[str, Any] | None:
        """Return what the last build said if neither its inputs nor its site have changed."""
        try:
            header, surveys = _parse(self._file.read_bytes())
            areas = (*self._inputs, self._output)
            if header["facts"] != self._facts or len(surveys) != len(areas):
                return None
            said: dict[str, Any] = header["said"]
        except (OSError, ValueError, KeyError, TypeError):
            return None
        roots = (root for root, _, _ in areas)
        return said if all(map(is_unchanged, roots, surveys)) else None

    def begin(self) -> None:
        """Take note of what the inputs look like before they are read.

        What changes while a build runs is then seen by the next one. The old memory goes:
        a build that is killed leaves none.
        """
        with suppress(OSError):
            self._file.unlink(missing_ok=True)
            moment = self._now()
            if moment is not None:
                self._before = [survey(*area).settled(moment) for area in self._inputs]

    def keep(self, said: Mapping[str, Any]) -> None:
        """Remember a good build; a full disk or a strange file system only cost the short cut."""
        if self._before:
            surveys = [*self._before, survey(*self._output)]
            whole = self._file.with_suffix(".new")
            with suppress(OSError):
                whole.write_bytes(_serialise({"facts": self._facts, "said": dict(said)}, surveys))
                whole.replace(self._file)

    def _now(self) -> int | None:
        """Return the file system's time; None where a folder does not show that it got a file."""
        folder, probe = self._file.parent, self._file.with_suffix(".now")
        folder.mkdir(parents=True, exist_ok=True)
        probe.unlink(missing_ok=True)
        probe.touch()
        now, shown = probe.lstat().st_mtime_ns, folder.lstat().st_mtime_ns
        probe.unlink()
        return now if shown >= now - TICK_NS else None


def _beside(project: Path) -> tuple[str, ...]:
    """Return the files beside ``config.yaml``, such as a logo."""
    with suppress(OSError):
        return tuple(sorted(one.name for one in project.iterdir() if not one.is_dir()))
    return ()


def _serialise(header: Mapping[str, Any], surveys: Sequence[Survey]) -> bytes:
    names = [os.fsencode("\0".join(one.paths)) for one in surveys]
    numbers = [one.numbers.tobytes() for one in surveys]
    lengths = [[len(name), len(number)] for name, number in zip(names, numbers, strict=True)]
    head = json.dumps({**header, "lengths": lengths}).encode()
    body = b"".join(part for pair in zip(names, numbers, strict=True) for part in pair)
    digest = hashlib.sha256(head + b"\n" + body).hexdigest().encode()
    return digest + b"\n" + head + b"\n" + body


def _parse(raw: bytes) -> tuple[dict[str, Any], list[Survey]]:
    """Return what :func:`_serialise` was given; ValueError for anything else."""
    digest, _, rest = raw.partition(b"\n")
    if hashlib.sha256(rest).hexdigest().encode() != digest:
        raise ValueError("damaged")
    head, _, body = rest.partition(b"\n")
    header: dict[str, Any] = json.loads(head)
    surveys = []
    at = 0
    for name, number in header["lengths"]:
        numbers = array("q")
        numbers.frombytes(body[at + name : at + name + number])
        paths = os.fsdecode(body[at : at + name]).split("\0")
        surveys.append(Survey(tuple(paths), numbers))
        at += name + number
    return header, surveys
