"""Producers: a page each, and the list of all.

Owns their addresses; what they hold is in :mod:`ocop.pages.producer_page` and
:mod:`ocop.pages.producer_list`.
"""

from collections.abc import Iterator

from ocop.domain.producer import Producer
from ocop.pages.artifact import Artifact
from ocop.pages.here import Here
from ocop.pages.lists import page_count
from ocop.pages.producer_list import producer_list
from ocop.pages.producer_page import producer_page
from ocop.pages.routes import Routes
from ocop.pages.site import Site
from ocop.paths import EntryId
from ocop.text import Language


def artifacts(site: Site) -> tuple[Artifact, ...]:
    """Return the page of every producer and the pages of the list, in every language."""
    return tuple(one for code in site.config.languages for one in _artifacts(site, code))


def _artifacts(site: Site, language: Language) -> Iterator[Artifact]:
    routes = Routes(language, site.config.language)
    for producer in site.catalogue.producers.values():
        yield page_of(producer, routes)
    for page in range(1, page_count(len(site.catalogue.producers)) + 1):
        path = routes.listing("producers", page)
        yield Artifact(path, "producers", ("list", language, page), rank="entry")


def page_of(producer: Producer, routes: Routes) -> Artifact:
    """Return the page of one producer."""
    path, args = routes.entry("producers", producer.id), ("one", routes.language, producer.id)
    return Artifact(path, "producers", args, sources=(producer.path,))


def make(site: Site, artifact: Artifact) -> bytes:
    """Return the bytes of one of them."""
    kind, language, which = artifact.args
    here = Here(site, Language(str(language)), artifact.path)
    if kind == "one":
        return producer_page(here, site.catalogue.producers[EntryId(str(which))])
    return producer_list(here, int(which))
