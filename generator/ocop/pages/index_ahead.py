"""The index of the search, begun in another process while what is new is still being read.

Owns what the two say to each other: which products are not as the last index had them, and what
these are now. What was kept of all others is opened meanwhile, which takes longer than all that
comes before the index in a build of a few new words. Called by :mod:`ocop.retelling`.
"""

from collections.abc import Callable, Generator, Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

from ocop.companion import Companion
from ocop.forks import LostWorker, may_fork
from ocop.pages.findable import document
from ocop.pages.keys.finding import product_marks
from ocop.pages.press import press_for
from ocop.pages.site import Site
from ocop.pages.views import index
from ocop.paths import SitePath
from ocop.search.index import files_of
from ocop.search.recalled import recall_any
from ocop.state.content import Seen

_WORTH = 2_000_000
"""Bytes of memory that take longer to open than a process to start."""


@contextmanager
def begun(seen: Seen, jobs: int) -> Iterator[Callable[[Site], None]]:
    """Begin to make an index if one may be wanted; yield what lets it be finished for a site.

    Where that does not pay, what is yielded does nothing, and the index is made as ever.
    """
    companion = _companion(seen.folder / index.KEPT, jobs) if _may_name(seen) else None
    try:
        yield lambda site: _go_on(companion, site) if companion else None
    finally:
        if companion:
            companion.end()


def _may_name(seen: Seen) -> bool:
    """Tell, by their names alone, whether changed files may hold what is searched in fields."""
    return any(path.endswith("/product.yaml") for path in seen.changed or ())


def _companion(file: Path, jobs: int) -> Companion | None:
    try:
        worth = jobs > 1 and may_fork() and file.stat().st_size >= _WORTH
        return Companion(lambda: _made(file, jobs)) if worth else None
    except OSError:  # nothing is kept, or there is no memory for one more process
        return None


def _made(file: Path, jobs: int) -> Generator[Any, Any, None]:
    """Do the other side of :func:`_go_on`."""
    known, gathered = recall_any(file)
    stamp, marks = yield
    if stamp != known:
        return
    gathered.keep_only(marks)
    docs, labels = yield [key for key in marks if key not in gathered.slots]
    gathered.add(docs, marks)
    made = files_of(gathered.found(), labels, jobs)
    found: Mapping[SitePath, bytes] = {SitePath(path): content for path, content in made.items()}
    yield found


def _go_on(companion: Companion, site: Site) -> None:
    """Let the index be finished; not where so much is new that it is kept anew."""
    press, products = press_for(site), site.catalogue.products
    with suppress(LostWorker):
        companion.tell((index.stamp_of(site), product_marks(site)))
        new = companion.hear()
        if not index.is_to_be_kept(len(new), len(products)):
            companion.tell(([document(press, products[key]) for key in new], index.named(site)))
            index.await_from(site, companion.hear)
