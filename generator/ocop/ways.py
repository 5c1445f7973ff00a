"""The shortest way to the site: nothing to do, only words to tell anew, or everything.

Owns the order in which they are tried; what a longer way needs is loaded when it is gone. Called
by :mod:`ocop.cli` and :mod:`ocop.serve`.
"""

from collections.abc import Callable

from ocop.remembered import memory_of, remembered
from ocop.request import BuildResult, Request
from ocop.watch import UNWATCHED, Watch

Progress = Callable[[str, int, int], None]


def _load_retelling() -> None:
    """Load what the short way needs, while its memory is being looked through."""
    import ocop.retelling  # noqa: F401


def build_site(
    request: Request,
    progress: Progress = lambda *_: None,
    waiting: Callable[[], None] = lambda: None,
    watch: Watch = UNWATCHED,
) -> BuildResult:
    """Build the project's site; see :func:`ocop.build.build_project`.

    Who wants to be told why a page was made goes the whole way, where that is known.
    """
    memory = memory_of(request)
    if result := remembered(request, memory):
        return result
    if watch.explain is UNWATCHED.explain:
        memory.meanwhile = _load_retelling
        memory.same_but_content()  # looks at the site now, so that the loading goes on beside it
        from ocop.retelling import retell

        if result := retell(request, memory, waiting):
            return result
    from ocop.build import build_project

    return build_project(request, progress, waiting, memory, watch)
