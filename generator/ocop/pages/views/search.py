"""The page from which everything is found, with or without JavaScript.

Owns which ways into the catalogue it offers and what its script is given: the words that it
says. What products there are the script knows from the index.
"""

import json

from ocop.pages.artifact import Artifact
from ocop.pages.heads import head_for
from ocop.pages.here import Here
from ocop.pages.industries import tiles
from ocop.pages.product_list import letter_links
from ocop.pages.render import render
from ocop.pages.routes import Routes, index_entry
from ocop.pages.shelves import months
from ocop.pages.site import Site
from ocop.pages.texts import Text, Texts
from ocop.pages.translations import alternates
from ocop.pages.ways_in import levels, provinces
from ocop.text import Language

_SAID = "search.say."


def artifacts(site: Site) -> tuple[Artifact, ...]:
    """Return the page in every language."""
    return tuple(
        Artifact(Routes(code, site.config.language).search(), "search", (code,), rank="entry")
        for code in site.config.languages
    )


def make(site: Site, artifact: Artifact) -> bytes:
    """Return the page."""
    here = Here(site, Language(str(artifact.args[0])), artifact.path)
    t, catalogue = here.t, site.catalogue
    head = head_for(
        site,
        here.language,
        here.path,
        title=t("search.title"),
        description=t("search.description"),
        alternates=alternates(site.config, Routes.search),
    )
    return render(
        site,
        "pages/search.html",
        head,
        crumbs=here.crumbs((t("search.title"), here.path)),
        entry=here.link(index_entry(here.language)),
        itself=here.link(here.path),
        said=json.dumps(_said(t), ensure_ascii=False, separators=(",", ":")),
        letters=letter_links(here),
        everything=here.link(here.routes.listing("products")),
        total=len(catalogue.products),
        tiles=tiles(here),
        levels=levels(here),
        provinces=provinces(here),
        months=months(here, catalogue.today.month),
        producers=here.link(here.routes.listing("producers")),
        producer_total=len(catalogue.producers),
    )


def _said(t: Texts) -> dict[str, Text]:
    """Return what the script says, by the last part of the key, plural forms as they are."""
    return {key.removeprefix(_SAID): text for key, text in t.table.items() if key.startswith(_SAID)}
