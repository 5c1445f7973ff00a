"""What the program makes of its own files, kept where Python keeps its compiled modules.

Owns the place and its trust: the program's own folder, never a project's, which may come from a
stranger. Where it cannot be written, things are made each time. Knows nothing of what is kept.
"""

import os
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

_HERE = Path(__file__).parent / "__pycache__"


def kept(name: str, stamp: str, make: Callable[[], bytes], folder: Path = _HERE) -> bytes:
    """Return what ``make`` gives, made anew when ``stamp``, a line of text, is another.

    Reads the file ``name`` of ``folder`` for it, and writes it in one step.
    """
    head, file = stamp.encode() + b"\n", folder / name
    with suppress(OSError):
        found = file.read_bytes()
        if found.startswith(head):
            return found[len(head) :]
    made = make()
    with suppress(OSError):
        folder.mkdir(exist_ok=True)
        new = file.with_name(f"{name}.{os.getpid()}")
        new.write_bytes(head + made)
        new.replace(file)
    return made


def stamp_of(*files: Path) -> str:
    """Return what changes when one of ``files`` is changed."""
    found = ((file.name, file.stat()) for file in files)
    return " ".join(f"{name} {one.st_size} {one.st_mtime_ns}" for name, one in found)
