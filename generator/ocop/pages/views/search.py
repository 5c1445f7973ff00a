"""The page from which everything is found, with or without JavaScript.

Owns what it offers; search as you type joins it on the same page.
"""

from ocop.pages.artifact import Artifact
from ocop.pages.heads import head_for
from ocop.pages.here import Here
from ocop.pages.industries import tiles
from ocop.pages.product_list import letter_links
from ocop.pages.render import render
from ocop.pages.routes import Routes
from ocop.pages.shelves import months
from ocop.pages.site import Site
from ocop.pages.translations import alternates
from ocop.pages.ways_in import levels, numbers, provinces
from ocop.text import Language


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
        letters=letter_links(here),
        everything=here.link(here.routes.listing("products")),
        total=len(catalogue.products),
        tiles=tiles(here),
        levels=levels(here),
        provinces=provinces(here),
        months=months(here, catalogue.today.month),
        numbers=numbers(here),
        producers=here.link(here.routes.listing("producers")),
        producer_total=len(catalogue.producers),
    )
