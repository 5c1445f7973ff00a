"""The hook of a project: no commit with a fault in what it changes.

Owns the script and its place; never touches a hook that is another's. Called by
:mod:`ocop.cli.hooks` and :mod:`ocop.cli.init`.
"""

import shlex
from pathlib import Path

from msgspec import Struct

from ocop.diagnostics import Diagnostic
from ocop.editors.repository import Repository
from ocop.paths import SourcePath
from ocop.source.listing import CONTENT

_NAME = "pre-commit"
_MARK = "# ocop hooks"
_SCRIPT = """\
#!/bin/sh
{mark}: kiểm tra những mục sắp ghi / checks the entries of this commit
# Bỏ qua một lần / once without it: git commit --no-verify
# Git names its index from the top of the repository; the project may lie below.
case "$GIT_INDEX_FILE" in "" | /*) ;; *) export GIT_INDEX_FILE="$PWD/$GIT_INDEX_FILE" ;; esac
case "$GIT_DIR" in "" | /*) ;; *) export GIT_DIR="$PWD/$GIT_DIR" ;; esac
cd {folder} && [ -f config.yaml ] || exit 0 # not the project's branch or repository
for ocop in .venv/bin/ocop .venv/Scripts/ocop.exe ocop; do
  command -v "$ocop" >/dev/null 2>&1 && exec "$ocop" check --staged
done
[ -x {program} ] && exec {program} -m ocop check --staged
echo "Không thấy lệnh ocop nên chưa kiểm tra. / ocop is not here: nothing was checked." >&2
"""


class Hook(Struct, frozen=True):
    """The hook that runs before a commit: its file, and the script that belongs there."""

    file: Path
    script: str

    @classmethod
    def of(cls, repository: Repository, program: str) -> "Hook":
        """Return the hook of a project; ``program`` is the Python that has ``ocop``."""
        folder, inside = repository.hooks()
        script = _SCRIPT.format(
            mark=_MARK, folder=shlex.quote(inside or "."), program=shlex.quote(program)
        )
        return cls(folder / _NAME, script)

    @property
    def is_ours(self) -> bool:
        """Tell whether the hook is there and was made here."""
        return self.file.is_file() and _MARK in self.file.read_text("utf-8", "replace")

    @property
    def is_free(self) -> bool:
        """Tell whether the hook may be written: none is there, or one of ours."""
        return not self.file.exists() or self.is_ours

    def install(self) -> bool:
        """Write the hook unless another's is there; tell whether it is in place."""
        if not self.is_free:
            return False
        self.file.parent.mkdir(parents=True, exist_ok=True)
        self.file.write_text(self.script, "utf-8", newline="\n")
        self.file.chmod(0o755)
        return True

    def remove(self) -> bool:
        """Take the hook away if it is ours; tell whether it was."""
        if not self.is_ours:
            return False
        self.file.unlink()
        return True


def concerning(
    found: tuple[Diagnostic, ...], staged: frozenset[SourcePath]
) -> tuple[Diagnostic, ...]:
    """Return the faults in what a commit changes, and those of others that miss what it removes."""
    places = {_entry(path) for path in staged}
    ids = {place.rpartition("/")[2] for place in places if "/" in place}
    return tuple(
        one
        for one in found
        if _entry(one.path) in places or (one.severity == "error" and ids & set(one.args.values()))
    )


def _entry(path: SourcePath) -> str:
    """Return the folder of the entry that a file belongs to, else the file."""
    parts = path.split("/")
    return "/".join(parts[:3]) if parts[0] == CONTENT and len(parts) > 3 else path
