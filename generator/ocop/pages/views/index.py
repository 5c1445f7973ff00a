"""The index of the search: an entry for each language, and the files that it leads to.

Owns the choice of what is indexed and in which languages; how is the business of
:mod:`ocop.search`. The entries are planned; how many other files there are and what they are
called follows from what they hold, so that they come with the entries (:func:`beside`).
"""

from collections.abc import Mapping
from pathlib import Path

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
from ocop.search.index import files_of, index
from ocop.search.recalled import keep, recall
from ocop.state.program import program_mark
from ocop.text import Language

_KEPT = "search.bin"
"""What is kept of the products, in the folder of what is warm."""

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
    return press_for(site).once("index", lambda: _index(site))


def _index(site: Site) -> Mapping[SitePath, bytes]:
    named = {code: labels(site, code) for code in site.config.languages}
    made = index(documents(site), named) if site.warm is None else _again(site, site.warm, named)
    return {SitePath(path): content for path, content in made.items()}


def _again(site: Site, warm: Path, named: Mapping[Language, Labels]) -> Mapping[str, bytes]:
    """Return the index, of which only products are looked at that are new or not as they were."""
    file, press, products = warm / _KEPT, press_for(site), site.catalogue.products
    stamp = {"program": program_mark(PACKAGE), "texts": texts_mark(site).hex()}
    marks = product_marks(site)
    gathered = recall(file, stamp)
    gathered.keep_only(marks)
    new = [products[key] for key in products if key not in gathered.slots]
    gathered.add((document(press, one) for one in new), marks)
    found = gathered.found()
    if len(new) * _MANY > len(products):
        keep(file, stamp, gathered, found)
    return files_of(found, gathered.spelling, named)
