"""The publisher's logo: a picture beside ``config.yaml``, shown as it is.

Owns which files may be one, and the name under which it is published. Called by the checks
and by the build.
"""

from collections.abc import Mapping
from pathlib import Path

from ocop.config import Config
from ocop.paths import SitePath, SourcePath
from ocop.source.inside import Unread, read_inside

LIMIT = 1_000_000
"""Bytes: a logo is loaded with every page."""

_NAME = "images/logo."
_STARTS = {"png": b"\x89PNG\r\n\x1a\n", "jpg": b"\xff\xd8\xff", "webp": b"RIFF"}


def logo_files(project: Path, config: Config) -> Mapping[str, bytes]:
    """Return the logo by its name under ``static/``; nothing if there is none or it is no picture.

    It lies beside ``config.yaml`` or under ``templates/``: a build looks for changes there.
    """
    logo = config.publisher.logo
    if logo is None or not ("/" not in logo or logo.startswith("templates/")):
        return {}
    read = read_inside(project, SourcePath(logo), LIMIT)
    kind = None if isinstance(read, Unread) else _kind(read[0])
    return {} if kind is None or isinstance(read, Unread) else {f"{_NAME}{kind}": read[0]}


def logo_address(assets: Mapping[str, SitePath]) -> SitePath | None:
    """Return where the logo lies in the site, if it has one."""
    return next((path for name, path in assets.items() if name.startswith(_NAME)), None)


def _kind(content: bytes) -> str | None:
    """Return the ending for a picture's content; None for anything else."""
    for kind, start in _STARTS.items():
        if content.startswith(start):
            return kind
    return "svg" if b"<svg" in content[:1000] else None
