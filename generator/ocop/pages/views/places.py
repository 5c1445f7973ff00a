"""Pages of places: the list of provinces, each province, each commune.

Owns which of them there are and what is gathered for each; names and lists are made in
:mod:`ocop.pages.place_page`. A commune has a page when it has products or an editor's words,
a province when anything of the catalogue lies in it.
"""

from collections.abc import Iterator, Sequence

from msgspec import Struct

from ocop.domain import gazetteer
from ocop.domain.place import Commune, PlaceEntry, Province
from ocop.domain.product import Product
from ocop.pages import structured
from ocop.pages.artifact import Artifact
from ocop.pages.cards import cards
from ocop.pages.channels import Channel, follow
from ocop.pages.covers import band, foremost
from ocop.pages.gallery import gallery, share_picture
from ocop.pages.head import Follow
from ocop.pages.heads import head_for
from ocop.pages.here import Here
from ocop.pages.lists import PER_PAGE, numbered, on_page, page_count, pager, shelved
from ocop.pages.maps.whole import site_map
from ocop.pages.place_page import (
    commune_view,
    empty_provinces,
    province_view,
    provinces,
    statuses,
    unit_name,
)
from ocop.pages.product_list import items
from ocop.pages.render import render
from ocop.pages.routes import Routes
from ocop.pages.site import Site
from ocop.pages.sources import sources
from ocop.pages.telling import told
from ocop.pages.trails import breadcrumbs
from ocop.pages.translations import alternates
from ocop.pages.ways_in import places
from ocop.paths import SitePath
from ocop.text import Language, sort_key


def artifacts(site: Site) -> tuple[Artifact, ...]:
    """Return the list and every page of every place, in every language."""
    return tuple(
        artifact
        for language in site.config.languages
        for artifact in _in_language(site, Routes(language, site.config.language))
    )


def make(site: Site, artifact: Artifact) -> bytes:
    """Return one page of a place, or the list of provinces."""
    language, *rest = artifact.args
    here = Here(site, Language(str(language)), artifact.path)
    if not rest:
        return _index(here)
    code, page = rest
    assert isinstance(code, str)
    assert isinstance(page, int)
    province, commune = gazetteer.province(code), gazetteer.commune(code)
    if commune:
        return _commune(here, commune, page)
    assert province is not None
    return _province(here, province, page)


def _in_language(site: Site, routes: Routes) -> Iterator[Artifact]:
    catalogue, language = site.catalogue, routes.language
    yield Artifact(routes.listing("places"), "places", (language,), rank="entry")
    for codes, products in (
        (catalogue.provinces, catalogue.by_province),
        (catalogue.communes, catalogue.by_commune),
    ):
        for code in sorted(codes):
            yield from pages_of(site, routes, code, products.get(code, ()))


def pages_of(
    site: Site, routes: Routes, code: str, listed: Sequence[Product]
) -> Iterator[Artifact]:
    """Yield the pages of one province or commune."""
    entry = site.catalogue.places.get(code)
    sources = (entry.path,) if entry else ()
    for page in range(1, page_count(len(listed)) + 1):
        args = (routes.language, code, page)
        yield Artifact(routes.place(code, page), "places", args, sources=sources)


def _index(here: Here) -> bytes:
    title = here.t("places.title")
    head = head_for(
        here.site,
        here.language,
        here.path,
        title=title,
        description=here.t("places.description"),
        alternates=alternates(here.site.config, lambda routes: routes.listing("places")),
        structured=(
            breadcrumbs(here, (title, here.path)),
            structured.item_list(here.site, title, _items(here)),
        ),
    )
    return render(
        here.site,
        "pages/places.html",
        head,
        crumbs=here.crumbs((title, here.path)),
        provinces=provinces(here),
        map=site_map(here),
        communes=places(here) if here.site.config.scope else (),
        others=empty_provinces(here),
    )


def _items(here: Here) -> list[tuple[str, SitePath]]:
    known = here.site.catalogue.provinces
    found = [one for one in gazetteer.provinces() if one.code in known]
    found.sort(key=lambda one: sort_key(one.name))
    return [(one.name, here.routes.place(one.code)) for one in found]


class _Place(Struct, frozen=True):
    """One page of one place: the unit, all its products, an editor's words on the first page.

    ``way`` are the steps from the home page to the place.
    """

    code: str
    name: str
    description: str
    products: Sequence[Product]
    page: int
    way: tuple[tuple[str, SitePath], ...]
    entry: PlaceEntry | None
    feed: Follow | None = None


def _province(here: Here, unit: Province, page: int) -> bytes:
    name = unit_name(unit, here.t)
    products = here.site.catalogue.by_province.get(unit.code, ())
    place = _Place(
        code=unit.code,
        name=name,
        description=here.t("place.province_description", n=len(products), name=name),
        products=shelved(here, here.routes.place(unit.code), products),
        page=page,
        way=(_list(here), (name, here.routes.place(unit.code))),
        entry=here.site.catalogue.places.get(unit.code) if page == 1 else None,
        feed=follow(here, Channel("province", unit.code)),
    )
    return _render(
        here, "pages/province.html", place, None if page > 1 else province_view(here, unit)
    )


def _commune(here: Here, unit: Commune, page: int) -> bytes:
    around = gazetteer.province(unit.province)
    assert around is not None
    name, province = unit_name(unit, here.t), unit_name(around, here.t)
    products = here.site.catalogue.by_commune.get(unit.code, ())
    words = here.t("place.commune_description", n=len(products), name=name, province=province)
    up = (province, here.routes.place(around.code))
    place = _Place(
        code=unit.code,
        name=name,
        description=words,
        products=shelved(here, here.routes.place(unit.code), products),
        page=page,
        way=(_list(here), up, (name, here.routes.place(unit.code))),
        entry=here.site.catalogue.places.get(unit.code) if page == 1 else None,
    )
    return _render(here, "pages/commune.html", place, commune_view(here, unit, around))


def _render(here: Here, template: str, place: _Place, own: object) -> bytes:
    entry, page, total = place.entry, place.page, len(place.products)
    industry = here.press.once(("foremost", place.code), lambda: foremost(place.products))
    titled, described = numbered(here.t, place.name, place.description, page)
    head = head_for(
        here.site,
        here.language,
        here.path,
        title=titled,
        description=described,
        alternates=alternates(here.site.config, lambda to: to.place(place.code, page), entry),
        share=share_picture(here, entry.photos if entry else (), place.products),
        structured=tuple(_structured(here, place)),
        feed=place.feed,
    )
    return render(
        here.site,
        template,
        head,
        crumbs=here.crumbs(*place.way),
        name=place.name,
        page=page,
        total=total,
        own=own,
        industry=industry.key,
        band=band(place.code, industry.code),
        places=here.link(here.routes.listing("places")),
        cards=cards(here.site, on_page(place.products, page), here.language, here.path),
        pages=pager(total, page, lambda one: here.routes.place(place.code, one), here.link),
        photos=gallery(here, entry.photos) if entry else (),
        story=told(here, entry.stories) if entry else None,
        statuses=statuses(entry.status, here) if entry else (),
        sources=sources(entry.sources) if entry else (),
    )


def _structured(here: Here, place: _Place) -> Iterator[structured.Thing | None]:
    yield breadcrumbs(here, *place.way)
    if place.page == 1:
        within = place.way[1][0] if len(place.way) > 2 else ""
        yield structured.place(here.site, place.name, here.path, within, place.entry)
    shown, first = on_page(place.products, place.page), (place.page - 1) * PER_PAGE + 1
    yield structured.item_list(here.site, place.name, items(here, shown), first)


def _list(here: Here) -> tuple[str, SitePath]:
    return here.t("places.title"), here.routes.listing("places")
