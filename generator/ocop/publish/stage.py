"""Where a build puts its files before any of them is published.

Owns the comparison with the live site: what is already there is not written again. A stage
can be sent to workers, each of which stages what it made; only the outcomes travel back.
It reads the live site and changes nothing there but a photo's time.
"""

import hashlib
import os
import shutil
import stat
from pathlib import Path
from typing import Literal

from msgspec import Struct

from ocop.paths import SitePath
from ocop.publish.faults import PublishError, from_os
from ocop.publish.gate import is_safe
from ocop.publish.manifest import Entry

Change = Literal["new", "changed", "same"]
_NO_LINK = getattr(os, "O_NOFOLLOW", 0)
_BINARY = getattr(os, "O_BINARY", 0)
_READ = os.O_RDONLY | _NO_LINK | _BINARY | getattr(os, "O_NONBLOCK", 0)  # a pipe must not hang us
_FIRST = "/index.html"
"""Nearly always the first file of its folder, and mostly the only one."""
_CREATE = os.O_WRONLY | os.O_CREAT | os.O_EXCL | _NO_LINK | _BINARY


class Outcome(Struct, frozen=True):
    """One file of the new site: what it holds and how it compares with the live one."""

    path: SitePath
    entry: Entry
    change: Change


class Stage(Struct, frozen=True):
    """The staging folder ``tree`` of the output folder ``live``.

    ``label`` is what users call the output folder. A ``thorough`` stage reads every live photo
    in full instead of trusting its length and time. The output folder of a ``first`` one holds
    nothing of ours, so that nothing in it need be compared.
    """

    live: Path
    tree: Path
    label: str
    thorough: bool = False
    first: bool = False

    def put(self, path: SitePath, content: bytes) -> Outcome:
        """Stage a file from its bytes unless the live one is the same; PublishError on trouble."""
        if not is_safe(path):
            raise PublishError("OCOP528", f"{self.label}/{path}", {})
        entry = Entry(len(content), hashlib.sha256(content).hexdigest())
        try:
            live = None if self.first else _read(f"{self.live}/{path}", len(content))
            if live == content:
                return Outcome(path, entry, "same")
            self._write(path, content)
        except OSError as error:
            raise from_os(error, self.label, path) from error
        return Outcome(path, entry, "new" if live is None else "changed")

    def put_file(self, path: SitePath, source: Path, known: Entry | None = None) -> Outcome:
        """Stage a copy of ``source`` unless the live file is the same; PublishError on trouble.

        The copy keeps the source's time of change. A live file of the same length and time is
        taken for the same, as rsync does; ``known``, from the manifest, then spares its reading.
        """
        if not is_safe(path):
            raise PublishError("OCOP528", f"{self.label}/{path}", {})
        try:
            return self._put_file(path, source, known)
        except OSError as error:
            raise from_os(error, self.label, path) from error

    def _put_file(self, path: SitePath, source: Path, known: Entry | None) -> Outcome:
        want = source.stat()
        live = self.live / path
        there = _regular(live)
        alike = there is not None and there.st_size == want.st_size
        timely = alike and there is not None and there.st_mtime_ns == want.st_mtime_ns
        if timely and known and known.size == want.st_size and not self.thorough:
            return Outcome(path, known, "same")
        entry = Entry(want.st_size, _digest(source))
        if alike and entry.sha256 == _digest(live):
            os.utime(live, ns=(want.st_mtime_ns, want.st_mtime_ns), follow_symlinks=False)
            return Outcome(path, entry, "same")
        self._copy(path, source, want.st_mtime_ns)
        return Outcome(path, entry, "new" if there is None else "changed")

    def read(self, path: SitePath) -> bytes:
        """Return a file as it will be published; OSError when it is neither staged nor live."""
        staged = self.tree / path
        return (staged if staged.exists() else self.live / path).read_bytes()

    def _copy(self, path: SitePath, source: Path, time_ns: int) -> None:
        self._write(path, b"")
        staged = self.tree / path
        shutil.copyfile(source, staged)
        os.utime(staged, ns=(time_ns, time_ns))

    def _write(self, path: SitePath, content: bytes) -> None:
        target = f"{self.tree}/{path}"  # plain text: as fast as this is often done
        if path.endswith(_FIRST):
            _make_folder(target[: -len(_FIRST)])
        try:
            descriptor = os.open(target, _CREATE, 0o666)
        except FileNotFoundError:
            _make_folder(target.rpartition("/")[0])
            descriptor = os.open(target, _CREATE, 0o666)
        try:
            written = os.write(descriptor, content)
            while written < len(content):  # a disk that is nearly full
                written += os.write(descriptor, memoryview(content)[written:])
        finally:
            os.close(descriptor)


def _make_folder(folder: str) -> None:
    """Make a folder and those above it; by one call where only it is missing, as mostly."""
    try:
        os.mkdir(folder)  # noqa: PTH102 - as fast as this is often done
    except FileNotFoundError:
        Path(folder).mkdir(parents=True, exist_ok=True)
    except FileExistsError:  # another worker's
        pass


def _read(path: str, size: int) -> bytes | None:
    """Return up to ``size`` + 1 bytes of a live file; None when there is no regular file."""
    try:
        descriptor = os.open(path, _READ)
    except (FileNotFoundError, NotADirectoryError):
        return None
    try:
        return os.read(descriptor, size + 1)
    except IsADirectoryError:
        return None
    finally:
        os.close(descriptor)


def _regular(path: Path) -> os.stat_result | None:
    try:
        found = path.lstat()
    except (FileNotFoundError, NotADirectoryError):
        return None
    return found if stat.S_ISREG(found.st_mode) else None


def _digest(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
