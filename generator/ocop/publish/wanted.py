"""The output folder that a request means, and the keys of what lies in it.

Called by :mod:`ocop.build` and by its short way, :mod:`ocop.retelling`.
"""

from ocop import __version__
from ocop.project import CACHE, PACKAGE
from ocop.publish.output import OutputFolder
from ocop.request import Request
from ocop.state.keys import KeyStore
from ocop.state.program import program_mark


def output_folder(request: Request) -> OutputFolder:
    """Return where the site goes; ``site/`` unless the request names another folder."""
    project, out = request.project, request.out or request.project / "site"
    label = out.relative_to(project).as_posix() if out.is_relative_to(project) else str(out)
    return OutputFolder(out, label, project / CACHE, __version__, request.clean)


def key_store(request: Request) -> KeyStore:
    """Return the store of the keys of that folder, as this program made them."""
    out = request.out or request.project / "site"
    return KeyStore(request.project / CACHE, out, program_mark(PACKAGE))
