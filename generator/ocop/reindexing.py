"""The search's index in a build in which nothing is new but the words of some stories.

Owns which of its files such a build publishes and which leave the site; how they follow from
those that are there is the business of :mod:`ocop.search.retold`. Called by
:mod:`ocop.retelling`.
"""

import hashlib
from collections.abc import Mapping

from msgspec import Struct, field

from ocop.domain.product import Product
from ocop.pages.artifact import Rank
from ocop.pages.findable import document
from ocop.pages.press import press_for
from ocop.pages.routes import index_entry
from ocop.pages.site import Site
from ocop.paths import EntryId, SitePath
from ocop.publish.earlier import hashed
from ocop.publish.lines import under
from ocop.publish.output import Output
from ocop.publish.stage import Outcome
from ocop.search.naming import is_hashed, led_to
from ocop.search.retold import Retold, Unfit, retold, said
from ocop.search.texts import Said


class Reindexed(Struct, frozen=True):
    """The files of an index that may be other than they were, and those that leave the site."""

    files: Mapping[SitePath, bytes] = field(default_factory=dict)
    gone: frozenset[SitePath] = frozenset()

    @property
    def ranks(self) -> dict[SitePath, Rank]:
        """When each file is published."""
        return {path: "asset" if is_hashed(path) else "entry" for path in self.files}

    def stage(self, output: Output) -> tuple[Outcome, ...]:
        """Put the files into the stage of ``output``."""
        return tuple(output.stage.put(path, content) for path, content in self.files.items())


def reindexed(site: Site, before: Mapping[EntryId, Product], output: Output) -> Reindexed | None:
    """Return what new stories change in the index that lies in ``output``.

    ``before`` are the products as they were, by id. None where it has to be made anew.
    """
    told = {str(key): words for key, old in before.items() if (words := _said(site, key, old))}
    if not told:
        return Reindexed()
    files, live = under(output.manifest.files, "search/"), output.stage.live

    def peek(path: str) -> bytes:
        return (live / path).read_bytes()

    def read(path: str) -> bytes:
        content = peek(path)
        if hashlib.sha256(content).hexdigest() != files[SitePath(path)].sha256:
            raise Unfit(path)
        return content

    entries = [index_entry(code) for code in site.config.languages]
    kept = hashed(files)
    try:
        current = {SitePath(path) for path in led_to(map(read, entries), kept, read)}
        sizes: dict[str, int] = {path: files[path].size for path in current}
        return _reindexed(retold(entries, sizes, read, told, peek), kept - current)
    except (Unfit, OSError, KeyError):
        return None


def _reindexed(new: Retold, earlier: frozenset[SitePath]) -> Reindexed:
    """Return what to publish; what it takes the place of stays, as the earlier index does not."""
    files = {SitePath(path): content for path, content in new.files.items()}
    return Reindexed(files, earlier - files.keys())


def _said(site: Site, key: EntryId, old: Product) -> Said | None:
    """Return how the words differ of a product's texts; None if they do not."""
    press = press_for(site)
    words = said(document(press, old), document(press, site.catalogue.products[key]))
    return words if words.gone or words.come else None
