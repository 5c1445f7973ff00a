"""Pages of entries that were just saved, made before the build that will publish them.

Owns what is known for that between builds. Nothing that is made here is ever published: the build
that follows looks for itself and has the last word. Where anything but words may be new, nothing
is made ahead. Called by :mod:`ocop.serve.session`.
"""

import hashlib
from collections.abc import Collection, Iterator, Mapping, Sequence
from contextlib import suppress
from typing import Any

from msgspec.structs import replace

from ocop import almanac
from ocop.almanac import Facts
from ocop.content import kept
from ocop.content.reader import Reader
from ocop.domain.product import Product
from ocop.pages import plan
from ocop.pages.routes import Routes
from ocop.pages.site import Site
from ocop.pages.touched import only_words
from ocop.paths import EntryId, SitePath
from ocop.project import CACHE, PACKAGE
from ocop.publish.gate import MANIFEST
from ocop.reading import by_entry, facts_of, place_of
from ocop.recollected import TOLD_ALONE, Known, Were, site_of
from ocop.remembered import memory_of
from ocop.reordering import reordered
from ocop.request import Request
from ocop.retelling import MOST, pages_of
from ocop.rewording import in_new_words
from ocop.schema.config import read_config
from ocop.source.entry import FOLDERS
from ocop.source.project import read_config_document
from ocop.state import leaves as store
from ocop.state.content import kept_mark
from ocop.state.leaves import Leaves
from ocop.state.memory import Last
from ocop.state.program import program_mark

_SAID: Mapping[str, Any] = {"diagnostics": []}
"""No faults: what is amiss with new words, and what no longer is, the build itself will say."""

_FOLDER_OF = {kind: folder for folder, kind in FOLDERS.items()}
_DRAFT = b"draft"
"""Stands in what is kept of an entry only where the entry says whether it is one."""


class Forehand:
    """What the last build of a project knew, as far as pages can be made from it."""

    def __init__(self) -> None:
        self._known: Known | None = None
        self._drafts = False
        self.is_sure = False
        """Whether all that is known still holds after what was made ahead since it was learned."""

    def learn(self, request: Request) -> Sequence[SitePath]:
        """Take up what the build of ``request`` left behind; return the pages of drafts.

        Where it left nothing that can be read, nothing is made ahead.
        """
        self._known, self._drafts, self.is_sure = None, request.drafts, False
        try:
            return self._learn(request)
        except (OSError, kept.Unreadable):  # somebody was there in the meantime
            return ()

    def _learn(self, request: Request) -> Sequence[SitePath]:
        settings, _ = read_config_document(request.project)
        config, _ = read_config(settings, request.base_url) if settings else (None, ())
        if config is None:
            return ()
        reader = Reader(request.project, config, request.today)
        home = request.project / CACHE / "state"
        mark = kept_mark(home)
        leaves = store.load(home, mark, facts_of(reader, program_mark(PACKAGE)))
        if leaves is None or leaves.day != request.today.isoformat():
            return ()
        recalled = almanac.recall(memory_of(request).almanac, mark)
        if recalled and recalled[0].site == _digest(request):
            self._known = Known(reader, Last(_SAID, mark, ()), leaves, recalled[1], {})
            self.is_sure = True
        return tuple(sorted(_drafts(reader, leaves)))

    def pages(self, changed: Collection[str]) -> Mapping[SitePath, bytes]:
        """Return the pages of the entries whose files changed, if nothing but words is new."""
        try:
            return self._pages(changed)
        except Exception:  # whatever it is, the build that follows meets it too, and tells it
            self._known = None
            return {}

    def _pages(self, changed: Collection[str]) -> Mapping[SitePath, bytes]:
        stale = by_entry(changed)
        if not self._known or not 0 < len(stale) <= MOST or not _told_alone(stale):
            return {}
        leaves = self._known.leaves
        new = in_new_words(self._known.reader, self._known.last, leaves, stale)
        if not new:
            return {}
        known = replace(self._known, new=new)
        site = site_of(known, drafts=self._drafts)
        were, now = known.products_before(), site.catalogue.products
        if not all(only_words(old, now[key], site) for key, old in were.items()):
            return {}
        facts = self._ordered(site, were)
        almanac.know_orders(facts, site)
        made = {one.path: plan.make(site, one) for one in pages_of(known, site)}
        self._known = replace(self._known, leaves=leaves.renewed(new), facts=facts)
        return made

    def _ordered(self, site: Site, were: Were) -> Facts:
        """Return what is known with the orders of today, those of before where they are unsure."""
        assert self._known
        facts, now = self._known.facts, site.catalogue.products
        worded = {key: old for key, old in were.items() if not _is_retold(old, now[key])}
        if not worded:
            return facts
        new = reordered(facts, site, worded)
        self.is_sure = self.is_sure and new is not None
        return new or facts


def _is_retold(before: Product, now: Product) -> bool:
    return replace(before, stories=now.stories) == now


def _told_alone(names: Collection[str]) -> bool:
    return all(name.partition("/")[0] in TOLD_ALONE for name in names)


def _digest(request: Request) -> str:
    """Return the digest of the list of published files; empty where there is none."""
    with suppress(OSError):
        listed = ((request.out or request.project / "site") / MANIFEST).read_bytes()
        return hashlib.sha256(listed).hexdigest()
    return ""


def _drafts(reader: Reader, leaves: Leaves) -> Iterator[SitePath]:
    """Yield the pages of all entries that are drafts, in every language."""
    for name, (head, _) in leaves.packed.items():
        if _DRAFT in bytes(head) and kept.leaf_from(head).draft:
            kind, entry = place_of(name)
            for code in reader.config.languages:
                routes = Routes(code, reader.config.language)
                yield routes.entry(_FOLDER_OF[kind], EntryId(entry))
