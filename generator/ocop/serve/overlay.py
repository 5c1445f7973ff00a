"""The scripts that only the preview's pages have.

Owns where they lie and how the parts of the panel are joined. Called by the handler.
"""

from functools import cache
from pathlib import Path

from ocop.project import PACKAGE, template_folders

_PARTS = Path(__file__).with_name("panel")
_FORGET = "static/js/forget.js"


@cache
def script() -> bytes:
    """Return the panel's script, its parts in the order of their list."""
    names = (_PARTS / "parts.txt").read_text("utf-8").split()
    return b"\n".join((_PARTS / f"{name}.js").read_bytes() for name in names)


@cache
def forgetting() -> bytes:
    """Return a service worker that lets go of what one of before kept, and of itself."""
    return (Path(template_folders(PACKAGE)[-1]) / _FORGET).read_bytes()
