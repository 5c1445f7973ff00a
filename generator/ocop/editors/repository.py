"""The git repository that a project lies in, asked in bulk.

Owns every call of ``git``; nothing is checked out and nothing is written but by :meth:`move`.
Knows paths, not what they mean. Called by what compares, renames, tells the history and hooks in.
"""

import shutil
import subprocess
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from msgspec import Struct

from ocop.paths import SourcePath

_SETTLED = ("-c", "core.quotePath=false", "-c", "log.showSignature=false", "-c", "log.follow=false")
"""What a person's own settings would change of git's answers."""

_MANY = 200
"""More folders than these are not named one by one to git: it is asked for all."""


class Refusal(Exception):
    """What git would not do, in its own words."""


class Commit(Struct, frozen=True):
    """One commit: its name, short and long, who made it and on which day (ISO)."""

    name: str
    short: str
    author: str
    day: str


class Repository(Struct, frozen=True):
    """The repository around ``project``; all paths are relative to the project."""

    project: Path
    program: str

    def ask(self, *arguments: str, told: bytes | None = None) -> bytes:
        """Return what git answers; :class:`Refusal` where it refuses."""
        done = subprocess.run(  # noqa: S603 - the arguments are ours, a revision is checked first
            [self.program, *_SETTLED, *arguments],
            cwd=self.project,
            input=told,
            capture_output=True,
            check=False,
        )
        if done.returncode:
            raise Refusal(done.stderr.decode(errors="replace").strip())
        return done.stdout

    def commit(self, revision: str) -> Commit | None:
        """Return the commit that a revision means, None where there is none."""
        try:
            name = self.ask("rev-parse", "--verify", "--quiet", "--end-of-options",
                            f"{revision}^{{commit}}").decode().strip()  # fmt: skip
            told = self.ask("show", "-s", "--format=%h%x00%an%x00%as", name).decode()
        except Refusal:
            return None
        return Commit(name, *told.strip().split("\0"))

    def changed_since(self, commit: Commit) -> frozenset[SourcePath]:
        """Return what differs from a commit now, also what git does not keep yet."""
        kept = self.ask("diff", "--name-only", "-z", "--no-renames", "--relative", commit.name)
        loose = self.ask("ls-files", "--others", "--exclude-standard", "-z")
        return frozenset(SourcePath(one) for one in _names(kept + loose))

    def files_at(self, commit: Commit, folders: Sequence[SourcePath]) -> Mapping[SourcePath, str]:
        """Return the regular files below ``folders`` at a commit, with the names of their blobs."""
        asked = [f"{one}/" for one in folders] if len(folders) <= _MANY else []
        if not folders:
            return {}
        listed = self.ask("ls-tree", "-r", "-z", commit.name, "--", *asked)
        found: dict[SourcePath, str] = {}
        for row in _names(listed):
            facts, _, path = row.partition("\t")
            mode, _, blob = facts.split(" ")
            if mode.startswith("100"):
                found[SourcePath(path)] = blob
        return found

    def blobs(self, names: Iterable[str]) -> Mapping[str, bytes]:
        """Return the contents of blobs by their names."""
        wanted = list(dict.fromkeys(names))
        answer = self.ask(
            "cat-file", "--batch", told="".join(f"{one}\n" for one in wanted).encode()
        )
        found: dict[str, bytes] = {}
        at = 0
        for name in wanted:
            end = answer.index(b"\n", at)
            size = int(answer[at:end].split()[2])
            found[name] = answer[end + 1 : end + 1 + size]
            at = end + size + 2
        return found

    def staged(self) -> frozenset[SourcePath]:
        """Return what the next commit changes."""
        told = self.ask("diff", "--cached", "--name-only", "-z", "--no-renames", "--relative")
        return frozenset(SourcePath(one) for one in _names(told))

    def hooks(self) -> tuple[Path, str]:
        """Return the folder of the hooks, and the project's within the repository."""
        folder = self.ask("rev-parse", "--git-path", "hooks").decode().strip()
        inside = self.ask("rev-parse", "--show-prefix").decode().strip()
        return (self.project / folder).resolve(), inside

    def move(self, old: SourcePath, new: SourcePath) -> None:
        """Move a folder, so that git knows it as the same."""
        self.ask("mv", "--", old, new)

    def is_kept(self, path: SourcePath) -> bool:
        """Tell whether git keeps anything at or below a path."""
        return bool(self.ask("ls-files", "-z", "--", path))


def repository_of(project: Path) -> Repository | None:
    """Return the repository around a project, None where there is none, or no git."""
    program = shutil.which("git")
    if program is None:
        return None
    found = Repository(project, program)
    try:
        inside = found.ask("rev-parse", "--is-inside-work-tree").strip()
    except Refusal:
        return None
    return found if inside == b"true" else None


def _names(answer: bytes) -> Iterator[str]:
    return (one.decode(errors="surrogateescape") for one in answer.split(b"\0") if one)
