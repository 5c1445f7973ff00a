"""The complete list of pages and data files, before a byte is made.

Owns the list of views and the finding of address clashes. Each view module has
``artifacts(site)``, which plans, and ``make(site, artifact)``, which returns the bytes. The names
of a few files follow from their content, so that they cannot be planned.
"""

from collections.abc import Iterable, Mapping
from importlib import import_module
from itertools import pairwise
from types import ModuleType

from ocop.pages.artifact import Artifact
from ocop.pages.press import press_for
from ocop.pages.site import Site
from ocop.paths import SitePath

VIEWS = (
    "home",
    "products",
    "producers",
    "taxonomy",
    "search",
    "shortlist",
    "kiosk",
    "index",
    "places",
    "fairs",
    "programmes",
    "articles",
    "weaves",
    "redirects",
    "data",
    "feeds",
    "offline",
    "meta",
)
"""The modules of :mod:`ocop.pages.views`, in the order of the site's table of contents."""

WHOLE = frozenset({"index"})
"""Views whose files are made together, with more beside them (:func:`beside`)."""


def view(name: str) -> ModuleType:
    """Return a view module by name."""
    return import_module(f"ocop.pages.views.{name}")


def planned(site: Site, name: str) -> tuple[Artifact, ...]:
    """Return the artifacts of a view, asked once: the sitemap lists them all again."""
    return press_for(site).once(("planned", name), lambda: tuple(view(name).artifacts(site)))


def plan(site: Site) -> tuple[Artifact, ...]:
    """Return every artifact of the site, by address.

    ValueError when two want one address: the checks of the content have seen to it that ids,
    aliases, short codes and trade item numbers are unique, so that would be our own fault.
    """
    every: Iterable[Artifact] = (artifact for name in VIEWS for artifact in planned(site, name))
    ordered = tuple(sorted(every, key=lambda artifact: artifact.path))
    for one, next_one in pairwise(ordered):
        if one.path == next_one.path:
            raise ValueError(f"{one.path}: wanted by {one.sources} and {next_one.sources}")
    return ordered


def make(site: Site, artifact: Artifact) -> bytes:
    """Return the bytes of an artifact: a pure function of the site."""
    made: bytes = view(artifact.view).make(site, artifact)
    return made


def beside(site: Site, name: str) -> Mapping[SitePath, bytes]:
    """Return the files that a view of ``WHOLE`` makes besides what it plans."""
    made: Mapping[SitePath, bytes] = view(name).beside(site)
    return made
