"""A project opened for a command: read and checked, nothing built.

Owns what commands for fairs and editors are given. With an error in the content there is nothing
to print from. Called by the command line.
"""

from pathlib import Path

from msgspec import Struct

from ocop.diagnostics import Diagnostic
from ocop.pages.site import Site
from ocop.request import Request
from ocop.unbuilt import Progress, unbuilt


class Opened(Struct, frozen=True):
    """A checked project; ``site`` is None where there is an error among ``diagnostics``.

    The site holds settings, catalogue and template folders, but no asset and no picture.
    """

    project: Path
    diagnostics: tuple[Diagnostic, ...]
    site: Site | None = None


def open_project(request: Request, progress: Progress = lambda *_: None) -> Opened:
    """Read and check a project as ``ocop check`` does."""
    return Opened(request.project, *unbuilt(request, progress))
