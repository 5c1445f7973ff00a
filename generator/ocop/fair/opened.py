"""A project opened for a fair: read and checked, nothing built.

Owns the way from a project's folder to the site's words without its pages and pictures. With an
error in the content there is nothing to print from. Called by the command line.
"""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from ocop import __version__
from ocop.checking import check_all
from ocop.diagnostics import Diagnostic
from ocop.pages.site import Site
from ocop.project import CACHE, template_folders
from ocop.request import Request
from ocop.state.content import see

Progress = Callable[[str, int, int], None]


@dataclass(frozen=True, slots=True)
class Opened:
    """A checked project; ``site`` is None where there is an error among ``diagnostics``.

    The site holds settings, catalogue and template folders, but no asset and no picture.
    """

    project: Path
    diagnostics: tuple[Diagnostic, ...]
    site: Site | None = None


def open_project(request: Request, progress: Progress = lambda *_: None) -> Opened:
    """Read and check a project as ``ocop check`` does."""
    project = request.project
    checked = check_all(
        project,
        request.today,
        request.base_url,
        request.drafts,
        request.jobs,
        progress,
        see(project, project / CACHE),
    )
    if checked.config is None or checked.catalogue is None:
        return Opened(project, checked.diagnostics)
    folders = template_folders(project)
    site = Site(checked.config, checked.catalogue, folders, {}, {}, {}, __version__)
    return Opened(project, checked.diagnostics, site)
