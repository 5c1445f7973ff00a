"""Links that editors write by hand into a story, to an address of the site itself.

Every other link on a page follows from what its key covers, so that a page that stays is known
to lead to pages that stay. These may lead anywhere: pages with them are made and looked at in
every build. Called by :mod:`ocop.difference`.
"""

import re
from collections.abc import Collection, Iterator, Mapping
from pathlib import Path

from ocop.pages.keys.marks import packed
from ocop.pages.site import Site
from ocop.paths import SitePath
from ocop.patterns import late

_SCHEMES = "product|producer|fair|programme|news|page|https?|mailto|tel"
_BY_HAND = late(rf"\]\(\s*<?(?!(?:{_SCHEMES}):)", re.IGNORECASE)
_TEXTS = ("stories", "rules", "problems")
_KINDS = ("products", "producers", "places", "fairs", "programmes", "news", "pages")


def led_by_hand(site: Site) -> frozenset[str]:
    """Return the files of the entries whose texts may hold a link into the site."""
    url = site.config.url
    return frozenset(
        record.path
        for kind in _KINDS
        for record in getattr(site.catalogue, kind).values()
        if _is_led(record, url)
    )


def _is_led(record: object, url: str) -> bool:
    for name in _TEXTS:
        texts: Mapping[str, str] = getattr(record, name, {})
        for text in texts.values():
            # Raw markup, and references defined apart, may lead anywhere too.
            if "<" in text or "]:" in text or url in text or _BY_HAND.search(text):
                return True
    return False


def may_be_named(site: Site, gone: Collection[SitePath]) -> bool:
    """Tell whether any page may lead to what leaves the site without its key showing it.

    That takes a project's own template that names it, or a fact that is an address of the site.
    """
    names = {part for path in gone for part in _names(path)}
    own = "".join(_own_templates(site))
    return any(name in own for name in names) or _states_itself(site)


def _names(path: SitePath) -> Iterator[str]:
    """Yield what a link to a file cannot do without: its name, or that of its folder."""
    folder, _, name = path.rpartition("/")
    stem = name.partition(".")[0]
    yield folder.rpartition("/")[2] if stem == "index" and folder else stem


def _own_templates(site: Site) -> Iterator[str]:
    for folder in site.templates[:-1]:
        for path in Path(folder).rglob("*"):
            if path.suffix in (".html", ".yaml") and path.is_file():
                yield path.read_text("utf-8", "replace")


def _states_itself(site: Site) -> bool:
    url = site.config.url.encode()
    return any(
        url in packed(record)
        for kind in _KINDS
        for record in getattr(site.catalogue, kind).values()
    )
