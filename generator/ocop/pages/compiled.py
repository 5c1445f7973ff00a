"""Compiled templates, kept where Python keeps its own compiled modules.

Owns the place and its trust: not the project's ``.ocop/``, for compiled code is run as it is,
and a project's folder may come from a stranger. Called by :mod:`ocop.pages.environment`.
"""

import hashlib
import os
from contextlib import suppress
from pathlib import Path

from jinja2 import BytecodeCache, FileSystemBytecodeCache

_HERE = Path(__file__).parent


def compiled_templates(
    folder: Path = _HERE / "__pycache__", language: str = ""
) -> BytecodeCache | None:
    """Return the cache of compiled templates; None where the program may not write its own.

    Jinja2 keeps each with the checksum of its source, Python's version and its own. The
    environment's options, which it does not keep, are in the name of the cache's folder, and
    the language of the words in them, if any, in that of the file.
    """
    options = hashlib.sha256((_HERE / "environment.py").read_bytes()).hexdigest()[:12]
    place = folder / f"templates-{options}"
    with suppress(OSError):
        place.mkdir(parents=True, exist_ok=True)
        if os.access(place, os.W_OK):
            return FileSystemBytecodeCache(str(place), f"__jinja2_%s{language}.cache")
    return None
