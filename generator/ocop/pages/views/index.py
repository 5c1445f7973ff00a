"""The index of the search: an entry for each language, and the files that it leads to.

Owns the choice of what is indexed and in which languages; how is the business of
:mod:`ocop.search`. The entries are planned; how many other files there are and what they are
called follows from what they hold, so that they come with the entries (:func:`beside`).
"""

from collections.abc import Callable, Mapping
from contextlib import suppress
from pathlib import Path

from ocop.forks import LostWorker
from ocop.pages.artifact import Artifact
from ocop.pages.facets import labels
from ocop.pages.findable import document, documents
from ocop.pages.keys.finding import product_marks, texts_mark
from ocop.pages.press import press_for
from ocop.pages.routes import index_entry
from ocop.pages.site import Site
from ocop.paths import SitePath
from ocop.project import PACKAGE
from ocop.search.document import Labels
from ocop.search.gathered import Found
from ocop.search.index import files_of, index
from ocop.search.recalled import keep, recall
from ocop.state.program import program_mark
from ocop.text import Language

KEPT = "search.bin"
"""What is kept of the products, in the folder of what is warm."""

_AWAITED = "index of another process"

_MANY = 64
"""All are kept anew if more than one of so many is new; fewer are read once more next time."""


def artifacts(site: Site) -> tuple[Artifact, ...]:
    """Return the entries, of every language one."""
    return tuple(
        Artifact(index_entry(code), "index", (code,), rank="entry")
        for code in site.config.languages
    )


def make(site: Site, artifact: Artifact) -> bytes:
    """Return an entry."""
    return files(site)[artifact.path]


def beside(site: Site) -> Mapping[SitePath, bytes]:
    """Return the files that the entries lead to, which are named by their content."""
    entries = {one.path for one in artifacts(site)}
    return {path: content for path, content in files(site).items() if path not in entries}


def files(site: Site) -> Mapping[SitePath, bytes]:
    """Return the whole index, made once for all of its files."""
    return made_by(site, 1)


def made_by(site: Site, jobs: int) -> Mapping[SitePath, bytes]:
    """Return the whole index; if it is not made yet, up to two of ``jobs`` processes make it."""
    return press_for(site).once("index", lambda: _index(site, jobs))


def await_from(site: Site, hear: Callable[[], Mapping[SitePath, bytes]]) -> None:
    """Let the whole index be what ``hear`` returns; if that has a LostWorker, it is made here."""
    press_for(site).once(_AWAITED, lambda: hear)


def is_awaited(site: Site) -> bool:
    """Tell whether another process makes the index."""
    return _AWAITED in press_for(site).kept


def _index(site: Site, jobs: int) -> Mapping[SitePath, bytes]:
    if is_awaited(site):
        with suppress(LostWorker):
            awaited: Mapping[SitePath, bytes] = press_for(site).kept[_AWAITED]()
            return awaited
    if site.warm is None:
        made = index(documents(site), named(site))
    else:
        made = files_of(_found(site, site.warm), named(site), jobs)
    return {SitePath(path): content for path, content in made.items()}


def named(site: Site) -> dict[Language, Labels]:
    """Return what filters are called in every language."""
    return {code: labels(site, code) for code in site.config.languages}


def _found(site: Site, warm: Path) -> Found:
    """Return what there is to find, having looked only at products that are not as they were."""
    file, press, products = warm / KEPT, press_for(site), site.catalogue.products
    stamp, marks = stamp_of(site), product_marks(site)
    gathered = recall(file, stamp)
    gathered.keep_only(marks)
    new = [products[key] for key in products if key not in gathered.slots]
    gathered.add((document(press, one) for one in new), marks)
    found = gathered.found()
    if is_to_be_kept(len(new), len(products)):
        keep(file, stamp, gathered, found)
    return found


def stamp_of(site: Site) -> dict[str, str]:
    """Return what has to be the same for anything of what was kept to be of use."""
    return {"program": program_mark(PACKAGE), "texts": texts_mark(site).hex()}


def is_to_be_kept(new: int, products: int) -> bool:
    """Tell whether so many new products are reason enough to keep all anew."""
    return new * _MANY > products
