"""The program's own tables of texts: YAML to write, JSON to read.

Owns reading them; from the second time on that takes a hundredth of the time. For files of the
program alone: a project's are read by :mod:`ocop.source`.
"""

import hashlib
import json
from pathlib import Path
from typing import Any

from ocop.beside import kept, stamp_of


def read_table(path: Path) -> dict[str, Any]:
    """Return a YAML map of the program's own; all scalars are text."""
    place = hashlib.sha256(str(path).encode()).hexdigest()[:8]
    made = kept(
        f"{path.stem}-{place}.json",
        stamp_of(path),
        lambda: json.dumps(parse_table(path)).encode(),
    )
    found: dict[str, Any] = json.loads(made)
    return found


def parse_table(path: Path) -> dict[str, Any]:
    """Return a YAML map; all scalars are text."""
    import yaml  # only where the table has changed

    # Without libyaml the program still has to be able to say so (``ocop doctor``).
    loader = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
    loaded: dict[str, Any] = yaml.load(path.read_text("utf-8"), Loader=loader) or {}  # noqa: S506
    return loaded
