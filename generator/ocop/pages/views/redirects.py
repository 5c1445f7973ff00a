"""Addresses that lead to a page elsewhere: former ids, printed short codes, GS1 numbers.

Owns which of them there are. They are tiny pages, not server rules, so that they work on any
server, below any path and from a stick.
"""

from collections.abc import Iterable, Iterator, Mapping
from functools import partial
from types import SimpleNamespace
from typing import Any

from ocop.domain.article import News, Page
from ocop.domain.fair import Fair
from ocop.domain.producer import Producer
from ocop.domain.product import Product
from ocop.domain.programme import Programme
from ocop.pages.artifact import Artifact
from ocop.pages.environment import escaped
from ocop.pages.gallery import share_picture
from ocop.pages.heads import SITE_WIDE
from ocop.pages.here import Here
from ocop.pages.meta import locale_of
from ocop.pages.mould import Mould, is_built_in, mark, mould
from ocop.pages.press import Press
from ocop.pages.routes import Routes, gtin_page, short_code, short_page
from ocop.pages.site import Site
from ocop.paths import EntryId, SitePath
from ocop.text import Language, localise

Renamed = Product | Producer | Fair | Programme | News | Page
"""A record whose page may have had other addresses."""

Spoken = tuple[tuple[Language, Language], ...]
"""The language of each way on, with that in which it names the page."""

_TEMPLATE = "pages/redirect.html"


def artifacts(site: Site) -> tuple[Artifact, ...]:
    """Return one page for each former address in each language, and for each printed one."""
    return (*_former(site), *_printed(site))


def make(site: Site, artifact: Artifact) -> bytes:
    """Return the page that leads on, with a link for whoever is not led."""
    folder, entry, language = map(str, artifact.args)
    here = Here(site, Language(language), artifact.path)
    record = _kinds(site)[folder][EntryId(entry)]
    spoken, values = _ways(here, folder, record)
    values["share"] = site.config.url + _share(here, record)
    press = here.press
    if not is_built_in(press, _TEMPLATE, "parts/policy.html"):
        return press.run(_TEMPLATE, _data(press, spoken, values)).encode()
    cast = press.once((_TEMPLATE, spoken), partial(_cast, press, spoken, values))
    return cast.fill({name: escaped(value) for name, value in values.items()}).encode()


def _cast(press: Press, spoken: Spoken, values: Iterable[str]) -> Mould[str]:
    """Return the mould of the pages whose ways on are in the same languages."""
    holes = {name: mark(name) for name in values}
    return mould(press.run(_TEMPLATE, _data(press, spoken, holes)))


def _ways(here: Here, folder: str, record: Renamed) -> tuple[Spoken, dict[str, str]]:
    """Return the languages of the ways on, the page's own first, and what each way says."""
    config = here.site.config
    words = record.title if isinstance(record, News | Page) else record.name
    spoken: list[tuple[Language, Language]] = []
    values: dict[str, str] = {}
    for number, code in enumerate(sorted(config.languages, key=lambda code: code != here.language)):
        path = Routes(code, config.language).entry(folder, record.id)
        name, language = localise(words, code, config.language)
        spoken.append((code, language))
        values[f"name{number}"], values[f"href{number}"] = name, here.link(path)
        values.setdefault("canonical", config.url + path)
    return tuple(spoken), values


def _data(press: Press, spoken: Spoken, values: Mapping[str, str]) -> dict[str, Any]:
    """Return what the template is given."""
    ways = [
        SimpleNamespace(
            language=code,
            t=press.texts_in(code),
            name=values[f"name{number}"],
            spoken=language,
            href=values[f"href{number}"],
        )
        for number, (code, language) in enumerate(spoken)
    ]
    return {
        "canonical": values["canonical"],
        "share": values["share"],
        "locale": locale_of(spoken[0][0]),
        "ways": ways,
    }


def _share(here: Here, record: Renamed) -> SitePath:
    """Return the picture of what a shared short link leads to: previews follow no redirect."""
    photos = () if isinstance(record, Programme) else record.photos
    products = (record,) if isinstance(record, Product) else ()
    found = share_picture(here, photos, products)
    return found.path if found else here.site.shares[SITE_WIDE]


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


def to_product(site: Site, product: Product) -> Iterator[Artifact]:
    """Yield all pages that lead to a product."""
    yield from _former_of(site, "products", product)
    yield from _printed_of(site, product)


def _former(site: Site) -> Iterator[Artifact]:
    for folder, records in _kinds(site).items():
        for record in records.values():
            yield from _former_of(site, folder, record)


def _former_of(site: Site, folder: str, record: Renamed) -> Iterator[Artifact]:
    for alias in record.aliases:
        for language in site.config.languages:
            path = Routes(language, site.config.language).entry(folder, alias)
            yield _redirect(path, folder, record, language)


def _printed(site: Site) -> Iterator[Artifact]:
    for product in site.catalogue.products.values():
        yield from _printed_of(site, product)


def _printed_of(site: Site, product: Product) -> Iterator[Artifact]:
    language = site.config.language
    yield _redirect(short_page(short_code(product)), "products", product, language)
    if product.gtin:
        yield _redirect(gtin_page(product.gtin), "products", product, language)


def _redirect(path: SitePath, folder: str, record: Renamed, language: Language) -> Artifact:
    return Artifact(path, "redirects", (folder, record.id, language), sources=(record.path,))
