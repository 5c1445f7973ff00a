"""What a command asks of a build, and what it is told.

Owns the shapes between the command line, the preview and :mod:`ocop.build`. Light, so that a
build with nothing to do need not load the rest.
"""

import datetime as dt
from pathlib import Path

from msgspec import Struct

from ocop.diagnostics import Diagnostic


class Request(Struct, frozen=True):
    """What to build.

    ``out`` defaults to ``site/``, ``base_url`` to the configured address. ``jobs`` is the number
    of cores to work on. ``clean`` trusts nothing of the live site, ``drafts`` publishes drafts
    as well; if ``strict``, a warning keeps the site as it is, just as an error does.
    """

    project: Path
    today: dt.date
    out: Path | None = None
    base_url: str | None = None
    jobs: int = 1
    clean: bool = False
    drafts: bool = False
    strict: bool = False


class CheckResult(Struct, frozen=True):
    """All faults of the content, and how many products it has."""

    diagnostics: tuple[Diagnostic, ...]
    products: int = 0


class BuildResult(Struct, frozen=True):
    """What a build did; with an error among ``diagnostics`` the site is as it was."""

    diagnostics: tuple[Diagnostic, ...]
    products: int = 0
    pages: int = 0
    written: int = 0
    unchanged: int = 0
    removed: int = 0
