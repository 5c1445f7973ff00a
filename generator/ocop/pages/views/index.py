"""The index of the search: an entry for each language, and the files that it leads to.

Owns the choice of what is indexed and in which languages; how is the business of
:mod:`ocop.search`. The entries are planned; how many other files there are and what they are
called follows from what they hold, so that they come with the entries (:func:`beside`).
"""

from collections.abc import Mapping

from ocop.pages.artifact import Artifact
from ocop.pages.facets import labels
from ocop.pages.findable import documents
from ocop.pages.press import press_for
from ocop.pages.routes import index_entry
from ocop.pages.site import Site
from ocop.paths import SitePath
from ocop.search.index import index


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
    return {SitePath(path): content for path, content in index(documents(site), named).items()}
