"""What a page is about, in schema.org's words (JSON-LD).

Owns the shapes of products, producers, places, fairs, news and lists. Stars are a
certification with its dates, never ``aggregateRating``, which is for shoppers' reviews. A price
is its makers' offer; what is made up for demonstration is offered by nobody. All addresses are
absolute. Called by the views, which hand the results to :func:`ocop.pages.heads.head_for`.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import partial

from ocop.domain.article import News
from ocop.domain.certificate import Certificate
from ocop.domain.fair import Fair
from ocop.domain.place import Origin, PlaceEntry
from ocop.domain.producer import Producer
from ocop.domain.product import Product
from ocop.domain.taxonomy import SETS
from ocop.pages import schemaorg
from ocop.pages.logo import logo_address
from ocop.pages.press import press_for
from ocop.pages.routes import Routes
from ocop.pages.schemaorg import Thing as Thing
from ocop.pages.schemaorg import iso, thing
from ocop.pages.site import Site
from ocop.pages.terms import term
from ocop.pages.whereabouts import certified_line
from ocop.paths import EntryId, SitePath
from ocop.text import Language, Localised, localise

Trail = Sequence[tuple[str, SitePath]]
"""Names and pages, in order."""

_PRODUCER_TYPES: Mapping[str, str] = {
    "company": "LocalBusiness",
    "farm": "LocalBusiness",
    "household": "LocalBusiness",
}


def website(site: Site, language: Language) -> Thing:
    """Return the site itself, with the address that searches it."""
    routes, url = _routes(site, language), site.config.url
    return _page(
        "WebSite",
        name=_words(site, site.config.title, language),
        description=_words(site, site.config.tagline, language),
        url=url + routes.home(),
        inLanguage=language,
        publisher=_publisher(site, language),
        potentialAction={
            "@type": "SearchAction",
            "target": f"{url}{routes.search()}?q={{query}}",
            "query-input": "required name=query",
        },
    )


def breadcrumbs(site: Site, trail: Trail) -> Thing:
    """Return the way from the home page to a page, both included."""
    *way, last = trail
    above = press_for(site).once(("way", *way), lambda: schemaorg.steps(site, way))
    steps = [*above, *schemaorg.steps(site, (last,), len(trail))]
    return _page("BreadcrumbList", itemListElement=steps)


def item_list(site: Site, name: str, items: Trail, first: int = 1) -> Thing | None:
    """Return a list of pages; ``first`` is the place of its first item in the whole list.

    None for an empty one, of which there is nothing to say.
    """
    found = schemaorg.listed(site, items, first)
    return _page("ItemList", name=name, itemListElement=found) if found else None


def product(site: Site, language: Language, one: Product) -> Thing:
    """Return a product with its makers, papers and, only while they are shown, its stars."""
    papers = _valid(site, one.certificates)
    stars = schemaorg.stars(site, site.catalogue.ratings[one.id])
    makers = [_known_maker(site, language, maker) for maker in one.producers]
    by = makers[0] if len(makers) == 1 else makers
    unit = _words(site, one.price.unit, language) if one.price else ""
    return _page(
        "Product",
        name=_words(site, one.name, language),
        description=_words(site, one.summary, language),
        url=site.config.url + _routes(site, language).entry("products", one.id),
        image=schemaorg.images(site, one.photos),
        productID=one.code,
        gtin=one.gtin,
        category=term(press_for(site).texts_in(language), SETS[one.set], "name"),
        countryOfOrigin=schemaorg.VIETNAM,
        manufacturer=by,
        award=[_words(site, award.name, language) for award in one.awards],
        hasCertification=[
            *([stars] if stars else []),
            *(schemaorg.paper(site, paper) for paper in papers),
        ],
        offers=None if one.sample else schemaorg.offer(one.price, unit, by),
        additionalProperty=list(_properties(site, language, one)),
    )


def producer(site: Site, language: Language, one: Producer) -> Thing:
    """Return a producer as a place to buy from, or as an organisation where it is not one."""
    kind = _PRODUCER_TYPES.get(one.kind, "Organization")
    return _page(
        kind,
        name=_words(site, one.name, language),
        url=site.config.url + _routes(site, language).entry("producers", one.id),
        image=schemaorg.images(site, one.photos),
        telephone=schemaorg.telephone(one.phone),
        email=one.email,
        sameAs=[link for link in (one.website, one.facebook) if link],
        foundingDate=iso(one.founded),
        address=schemaorg.address(one.origin, _words(site, one.address, language)),
        # A business is a place too; what is none is at one.
        geo=schemaorg.geo(one.point) if kind != "Organization" else None,
        location=_location(one) if kind == "Organization" else None,
        hasCertification=[schemaorg.paper(site, paper) for paper in _valid(site, one.certificates)],
    )


def place(
    site: Site, name: str, path: SitePath, within: str = "", entry: PlaceEntry | None = None
) -> Thing:
    """Return a province or commune; ``within`` is the name of the province around a commune."""
    return _page(
        "AdministrativeArea",
        name=name,
        url=site.config.url + path,
        image=schemaorg.images(site, entry.photos) if entry else None,
        geo=schemaorg.geo(entry.point) if entry else None,
        containedInPlace=thing("AdministrativeArea", name=within) if within else schemaorg.VIETNAM,
    )


def event(site: Site, language: Language, one: Fair, description: str) -> Thing:
    """Return a fair; ``description`` says when and where it is."""
    venue, organiser = (_words(site, text, language) for text in (one.venue, one.organiser))
    return _page(
        "Event",
        name=_words(site, one.name, language),
        description=description,
        url=site.config.url + _routes(site, language).entry("fairs", one.id),
        image=schemaorg.images(site, one.photos),
        startDate=iso(one.start),
        endDate=iso(one.to),
        eventStatus="https://schema.org/EventScheduled",
        eventAttendanceMode="https://schema.org/OfflineEventAttendanceMode",
        location=thing(
            "Place", name=venue or _area(one.place), address=schemaorg.address(one.place)
        ),
        organizer=thing("Organization", name=organiser) if organiser else None,
    )


def article(site: Site, language: Language, one: News) -> Thing:
    """Return a piece of news."""
    return _page(
        "NewsArticle",
        headline=_words(site, one.title, language),
        description=_words(site, one.summary, language),
        url=site.config.url + _routes(site, language).entry("news", one.id),
        image=schemaorg.images(site, one.photos),
        datePublished=iso(one.date),
        publisher=_publisher(site, language),
        inLanguage=localise(one.title, language, site.config.language)[1],
        isBasedOn=[source for source in one.sources if source.startswith(("https:", "http:"))],
    )


def _page(kind: str, **facts: object) -> Thing:
    return schemaorg.filled({"@context": "https://schema.org", "@type": kind}, facts)


def _routes(site: Site, language: Language) -> Routes:
    return Routes(language, site.config.language)


def _words(site: Site, text: Localised, language: Language) -> str:
    return localise(text, language, site.config.language)[0]


def _valid(site: Site, papers: Iterable[Certificate]) -> list[Certificate]:
    today = site.catalogue.today
    return [paper for paper in papers if paper.end is None or today <= paper.end.last]


def _known_maker(site: Site, language: Language, maker: EntryId) -> Thing:
    """Return a producer as all of its products name it."""
    make = partial(_maker, site, language, maker)
    return press_for(site).once(("maker as a thing", maker, language), make)


def _maker(site: Site, language: Language, maker: EntryId) -> Thing:
    return thing(
        "Organization",
        name=_words(site, site.catalogue.producers[maker].name, language),
        url=site.config.url + _routes(site, language).entry("producers", maker),
    )


def _publisher(site: Site, language: Language) -> Thing | None:
    """Return who answers for the site, as far as the settings say."""
    publisher, logo = site.config.publisher, logo_address(site.assets)
    name, street = (_words(site, text, language) for text in (publisher.name, publisher.address))
    if not name:
        return None
    return thing(
        "Organization",
        name=name,
        url=site.config.url,
        logo=site.config.url + logo if logo else None,
        email=publisher.email,
        telephone=schemaorg.telephone(publisher.phone),
        address=schemaorg.address(None, street) if street else None,
    )


def _location(one: Producer) -> Thing | None:
    coordinates = schemaorg.geo(one.point)
    return thing("Place", geo=coordinates) if coordinates else None


def _area(origin: Origin | None) -> str:
    return certified_line(origin) if origin else ""


def _properties(site: Site, language: Language, one: Product) -> Iterator[Thing]:
    t = press_for(site).texts_in(language)
    if one.sample:
        yield thing("PropertyValue", propertyID="sample", name=t("sample.long"), value=True)
    if place := _area(one.origin):
        yield thing("PropertyValue", propertyID="origin", name=t("product.origin"), value=place)
