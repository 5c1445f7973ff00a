"""From a project's folder to its search, in memory: for who asks a query without building.

Owns the way from checked content to an engine with its index, the same as a build publishes.
Develops no photo, plans no page. Called by :mod:`ocop.cli.search`, tests and benchmarks.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from msgspec import Struct, field
from msgspec.structs import replace

from ocop.diagnostics import Diagnostic
from ocop.pages import assets
from ocop.pages.facets import SCRIPTS
from ocop.pages.routes import index_entry
from ocop.pages.site import Site
from ocop.pages.views.index import files
from ocop.request import Request
from ocop.search.engine import Engine
from ocop.text import Language
from ocop.unbuilt import Progress, unbuilt

_ALL = 10**9
"""More values than a facet may have."""


class Findable(Struct, frozen=True):
    """What can be searched: the engine's script, and its files by address from the root.

    With an error among ``diagnostics`` there is neither. ``producers`` are the names of all
    producers, in whichever languages they have, by id.
    """

    diagnostics: tuple[Diagnostic, ...]
    languages: tuple[Language, ...] = ()
    script: str = ""
    files: Mapping[str, bytes] | None = None
    producers: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    def engine(self, language: Language) -> Engine:
        """Return an engine for ``language``, or the site's first language if it has not that."""
        known = language if language in self.languages else self.languages[0]
        return Engine(self.script, self.files or {}, index_entry(known))


class Hit(Struct, frozen=True):
    """One product that a query found; ``card`` is what a result shows.

    ``score`` falls from hit to hit: above 1 where all was found as asked, at most 1 where the
    product is only like it.
    """

    score: float
    exact: bool
    card: Mapping[str, Any]


class Found(Struct, frozen=True):
    """What a query found: how many products exactly and how many like it, and the first.

    ``reading`` is the query as it was understood, if otherwise than asked; ``failed`` are words
    that nothing has; ``loose`` tells what those that are only alike needed.
    """

    total: int
    near: int
    hits: tuple[Hit, ...]
    reading: str
    failed: tuple[str, ...]
    loose: tuple[str, ...]


def findable(request: Request, progress: Progress = lambda *_: None) -> Findable:
    """Return the search of a project as a build would publish it today, but for photos."""
    diagnostics, site, script = searched(request, progress)
    if site is None:
        return Findable(diagnostics)
    made = {str(path): content for path, content in files(site).items()}
    makers = site.catalogue.producers.values()
    names = {str(one.id): tuple(one.name.values()) for one in makers}
    return Findable(diagnostics, site.config.languages, script, made, names)


def searched(
    request: Request, progress: Progress = lambda *_: None
) -> tuple[tuple[Diagnostic, ...], Site | None, str]:
    """Return all faults of a project, and if none is an error its site and the engine's script.

    The site has what an index is made from, and no picture.
    """
    diagnostics, site = unbuilt(request, progress)
    if site is None:
        return diagnostics, None, ""
    static = assets.collect(site.templates, {})
    script = static.files[static.paths[SCRIPTS[0]]].decode()
    return diagnostics, replace(site, assets=static.paths), script


def find(
    engine: Engine,
    query: str,
    filters: Mapping[str, Sequence[str]],
    sort: str = "relevance",
    limit: int = 10,
) -> Found:
    """Return the first ``limit`` products for a query; filters and orders as in addresses.

    A place or producer of no product finds nothing: in an address it would be passed over.
    """
    if not _possible(engine, filters):
        return Found(0, 0, (), "", (), ())
    request = {"query": query, "filters": filters, "sort": sort, "from": 0, "size": limit}
    answer = engine.ask("find", request)
    cards = engine.ask("cards", answer["shown"])
    total, notes = answer["total"], answer["notes"]
    hits = [_hit(place, place < total, card) for place, card in enumerate(cards)]
    loose, failed = tuple(notes["loose"]), tuple(notes["failed"])
    return Found(total, answer["near"], tuple(hits), notes["reading"], failed, loose)


def _possible(engine: Engine, filters: Mapping[str, Sequence[str]]) -> bool:
    """Tell whether each facet of which words are chosen has one of them."""
    if not filters:
        return True
    known = engine.ask("facets", {"query": "", "filters": {}}, dict.fromkeys(filters, _ALL))
    return all(
        any(one["value"] in words for one in known[facet]) for facet, words in filters.items()
    )


def _hit(place: int, exact: bool, card: Mapping[str, Any]) -> Hit:
    return Hit(round(exact + 1 / (place + 1), 6), exact, card)
