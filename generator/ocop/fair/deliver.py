"""Writing a result where it was asked for, whole or not at all.

Owns the step from bytes to a file: a temporary neighbour, then a rename. After a fault, a full
disk or Ctrl-C the file that was there before is still there, and nothing else. Errors of the
system go on to the edge of the program. Called by the commands for fairs.
"""

import os
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path


@contextmanager
def delivering(file: Path) -> Iterator[Path]:
    """Give a new empty file to write to; put it in the place of ``file`` when the block ends.

    Makes the folders on the way. OSError where the system refuses, with ``file`` for its name.
    """
    beside = file.with_name(f".{file.name}.{os.getpid()}.part")
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        beside.write_bytes(b"")
        yield beside
        beside.replace(file)
    except OSError as error:
        error.filename = str(file)  # the name that its user knows
        raise
    finally:
        with suppress(OSError):  # it is gone already, or never came to be
            beside.unlink()


def deliver(file: Path, content: bytes) -> None:
    """Write ``content`` as ``file`` in one step; see :func:`delivering`."""
    with delivering(file) as beside:
        beside.write_bytes(content)


def deliver_all(files: Mapping[Path, bytes]) -> None:
    """Write several files, all of them or none.

    Nothing is in its place before all of it is on the disk; where the system refuses a step
    after that, what was put in place is taken back.
    """
    before = {file: file.read_bytes() if file.is_file() else None for file in files}
    with ExitStack() as stack:
        try:
            for file, content in files.items():
                stack.enter_context(delivering(file)).write_bytes(content)
            stack.close()
        except BaseException:
            for file, old in before.items():
                _restore(file, old)
            raise


def _restore(file: Path, content: bytes | None) -> None:
    with suppress(OSError):
        if content is None:
            file.unlink(missing_ok=True)
        elif file.read_bytes() != content:
            deliver(file, content)
