"""Addresses that lead to a page elsewhere: former ids, printed short codes, GS1 numbers.

Owns which of them there are. They are tiny pages, not server rules, so that they work on any
server, below any path and from a stick.
"""

from collections.abc import Iterator, Mapping

from ocop.domain.article import News, Page
from ocop.domain.fair import Fair
from ocop.domain.producer import Producer
from ocop.domain.product import Product
from ocop.domain.programme import Programme
from ocop.pages.artifact import Artifact
from ocop.pages.gallery import share_picture
from ocop.pages.heads import SITE_WIDE
from ocop.pages.here import Here
from ocop.pages.press import press_for
from ocop.pages.routes import Routes, gtin_page, short_code, short_page
from ocop.pages.site import Site
from ocop.paths import EntryId, SitePath, relative
from ocop.text import Language, localise

Renamed = Product | Producer | Fair | Programme | News | Page
"""A record whose page may have had other addresses."""


def artifacts(site: Site) -> tuple[Artifact, ...]:
    """Return one page for each former address in each language, and for each printed one."""
    return (*_former(site), *_printed(site))


def make(site: Site, artifact: Artifact) -> bytes:
    """Return the page that leads on, with a link for whoever is not led."""
    folder, entry, language = (str(arg) for arg in artifact.args)
    first = site.config.language
    record = _kinds(site)[folder][EntryId(entry)]
    words = record.title if isinstance(record, News | Page) else record.name
    ways = [
        (code, localise(words, code, first), Routes(code, first).entry(folder, record.id))
        for code in sorted(site.config.languages, key=lambda code: code != language)
    ]
    press = press_for(site)
    data = {
        "canonical": site.config.url + ways[0][2],
        "share": site.config.url + _share(Here(site, Language(language), artifact.path), record),
        "ways": [
            {
                "language": code,
                "t": press.texts_in(code),
                "name": name,
                "spoken": spoken,
                "href": relative(path, artifact.path),
            }
            for code, (name, spoken), path in ways
        ],
    }
    return press.run("pages/redirect.html", data).encode()


def _share(here: Here, record: Renamed) -> SitePath:
    """Return the picture of what a shared short link leads to: previews follow no redirect."""
    photos = () if isinstance(record, Programme) else record.photos
    products = (record,) if isinstance(record, Product) else ()
    return share_picture(here, photos, products) or here.site.shares[SITE_WIDE]


def _kinds(site: Site) -> Mapping[str, Mapping[EntryId, Renamed]]:
    catalogue = site.catalogue
    return {
        "products": catalogue.products,
        "producers": catalogue.producers,
        "fairs": catalogue.fairs,
        "programmes": catalogue.programmes,
        "news": catalogue.news,
        "pages": catalogue.pages,
    }


def _former(site: Site) -> Iterator[Artifact]:
    for folder, records in _kinds(site).items():
        for record in records.values():
            for alias in record.aliases:
                for language in site.config.languages:
                    path = Routes(language, site.config.language).entry(folder, alias)
                    yield _redirect(path, folder, record, language)


def _printed(site: Site) -> Iterator[Artifact]:
    language = site.config.language
    for product in site.catalogue.products.values():
        yield _redirect(short_page(short_code(product)), "products", product, language)
        if product.gtin:
            yield _redirect(gtin_page(product.gtin), "products", product, language)


def _redirect(path: SitePath, folder: str, record: Renamed, language: Language) -> Artifact:
    return Artifact(path, "redirects", (folder, record.id, language), sources=(record.path,))
