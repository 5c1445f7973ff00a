"""Compiled templates, kept where Python keeps its own compiled modules.

Owns the place and its trust: not the project's ``.ocop/``, for compiled code is run as it is,
and a project's folder may come from a stranger. Called by :mod:`ocop.pages.environment`.
"""

import hashlib
import os
from contextlib import suppress
from pathlib import Path
from types import CodeType

from jinja2 import BytecodeCache, FileSystemBytecodeCache
from jinja2.bccache import Bucket

_HERE = Path(__file__).parent

_loaded: dict[str, tuple[str, CodeType]] = {}
"""By file: the checksum of the source and the code that this process read or wrote last."""


class _Remembering(FileSystemBytecodeCache):
    """A cache that reads no file twice: a preview builds the site again and again."""

    def load_bytecode(self, bucket: Bucket) -> None:
        """Give the code of a source, if it is there."""
        checksum, code = _loaded.get(self._get_cache_filename(bucket), ("", None))
        if checksum == bucket.checksum:
            bucket.code = code
        else:
            super().load_bytecode(bucket)
            self._remember(bucket)

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep the code of a source."""
        super().dump_bytecode(bucket)
        self._remember(bucket)

    def _remember(self, bucket: Bucket) -> None:
        if bucket.code is not None:
            _loaded[self._get_cache_filename(bucket)] = bucket.checksum, bucket.code


def compiled_templates(
    folder: Path = _HERE / "__pycache__", language: str = ""
) -> BytecodeCache | None:
    """Return the cache of compiled templates; None where the program may not write its own.

    Jinja2 keeps each with the checksum of its source, Python's version and its own. The
    environment's options, which it does not keep, are in the name of the cache's folder, and
    the language of the words in them, if any, in that of the file.
    """
    made_by = b"".join((_HERE / name).read_bytes() for name in ("environment.py", "codegen.py"))
    options = hashlib.sha256(made_by).hexdigest()[:12]
    place = folder / f"templates-{options}"
    with suppress(OSError):
        place.mkdir(parents=True, exist_ok=True)
        if os.access(place, os.W_OK):
            return _Remembering(str(place), f"__jinja2_%s{language}.cache")
    return None
