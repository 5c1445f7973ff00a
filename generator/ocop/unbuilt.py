"""A project read and checked, and its site without pages and pictures: nothing is built.

Owns the way from a project's folder to what its pages would say. With an error in the content
there is none. Called by :mod:`ocop.finding` and :mod:`ocop.fair.opened`.
"""

from collections.abc import Callable

from ocop import __version__
from ocop.checking import check_all
from ocop.diagnostics import Diagnostic
from ocop.pages.site import Site
from ocop.project import CACHE, template_folders
from ocop.request import Request
from ocop.state.content import see

Progress = Callable[[str, int, int], None]


def unbuilt(
    request: Request, progress: Progress = lambda *_: None
) -> tuple[tuple[Diagnostic, ...], Site | None]:
    """Return the faults of a project, as ``ocop check`` tells them; its site if none is an error.

    The site holds settings, catalogue and template folders, but no asset and no picture.
    """
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
        return checked.diagnostics, None
    folders = template_folders(project)
    site = Site(checked.config, checked.catalogue, folders, {}, {}, {}, __version__)
    return checked.diagnostics, site
