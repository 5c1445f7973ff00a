"""Product pages, and the complete list from A to Z.

Owns their addresses; what they hold is in :mod:`ocop.pages.product_page` and
:mod:`ocop.pages.product_list`.
"""

from collections.abc import Iterator

from ocop.domain.product import Product
from ocop.pages.artifact import Artifact
from ocop.pages.here import Here
from ocop.pages.lists import page_count
from ocop.pages.product_list import product_list
from ocop.pages.product_page import product_page
from ocop.pages.routes import Routes
from ocop.pages.site import Site
from ocop.paths import EntryId
from ocop.text import Language


def artifacts(site: Site) -> tuple[Artifact, ...]:
    """Return the page of every product and the pages of the list, in every language."""
    return tuple(one for code in site.config.languages for one in _artifacts(site, code))


def _artifacts(site: Site, language: Language) -> Iterator[Artifact]:
    routes = Routes(language, site.config.language)
    for product in site.catalogue.products.values():
        yield page_of(product, routes)
    for page in range(1, page_count(len(site.catalogue.products)) + 1):
        yield list_page(routes, page)


def page_of(product: Product, routes: Routes) -> Artifact:
    """Return the page of one product."""
    path, args = routes.entry("products", product.id), ("one", routes.language, product.id)
    return Artifact(path, "products", args, sources=(product.path,))


def list_page(routes: Routes, page: int) -> Artifact:
    """Return a page, from 1, of the list."""
    path, args = routes.listing("products", page), ("list", routes.language, page)
    return Artifact(path, "products", args, rank="entry")


def make(site: Site, artifact: Artifact) -> bytes:
    """Return the bytes of one of them."""
    kind, language, which = artifact.args
    here = Here(site, Language(str(language)), artifact.path)
    if kind == "one":
        return product_page(here, site.catalogue.products[EntryId(str(which))])
    return product_list(here, int(which))
