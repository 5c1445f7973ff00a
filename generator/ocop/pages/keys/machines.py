"""Keys of what machines read: open data, feeds, sitemap; of weaves and of the 404 pages."""

from collections.abc import Iterable, Iterator, Mapping
from itertools import chain

from ocop.pages.artifact import Artifact
from ocop.pages.keys import days
from ocop.pages.keys.entries import counted_mark
from ocop.pages.keys.kinds import Kind
from ocop.pages.keys.marks import NONE, joined, mark
from ocop.pages.keys.products import files_mark
from ocop.pages.keys.reading import Reading
from ocop.pages.keys.records import facts_mark
from ocop.pages.keys.shelves import stars_mark
from ocop.pages.listed import page_paths
from ocop.pages.translations import Entry, is_translated
from ocop.pages.views.feeds import awards, channel_of
from ocop.paths import EntryId
from ocop.text import Language


def data_kind(artifact: Artifact) -> Kind:
    """Return the kind of a data file."""
    return _DATA[str(artifact.args[0])]


def feed_kind(_: Artifact) -> Kind:
    """Return the kind of a feed."""
    return FEED


def weave_kind(_: Artifact) -> Kind:
    """Return the kind of a weave, whose name says all that it is made of."""
    return WEAVE


def meta_kind(artifact: Artifact) -> Kind:
    """Return the kind of a file for machines or of a 404 page."""
    return _META[str(artifact.args[0])]


def offline_kind(artifact: Artifact) -> Kind:
    """Return the kind of the service worker, or of a page about use without a network."""
    return OFFLINE if artifact.args[0] == "page" else WORKER


def _offline(read: Reading, artifact: Artifact) -> tuple[bytes, ...]:
    return (read.frames.of("pages/offline.html", Language(str(artifact.args[1]))),)


def _site(read: Reading, _: Artifact) -> tuple[bytes, ...]:
    catalogue = read.site.catalogue
    counts = (
        len(catalogue.products),
        len(catalogue.producers),
        len(catalogue.by_province),
        len(catalogue.by_commune),
        len(catalogue.fairs),
        len(catalogue.programmes),
        len(catalogue.news),
    )
    return read.frames.settings, mark((counts, stars_mark(read))), mark(catalogue.today)


def _products(read: Reading, _: Artifact) -> tuple[bytes, ...]:
    return read.once("products data", lambda: _all_products(read))


def _all_products(read: Reading) -> tuple[bytes, ...]:
    ratings = read.site.catalogue.ratings
    products = read.site.catalogue.products
    makers = (one for product in products.values() for one in product.producers)
    told = [days.decided(one, ratings[key]) for key, one in products.items()]
    return (
        read.frames.settings,
        joined([one.facts for one in read.products.values()]),
        mark((told, list(read.newest.values()))),
        joined([read.producers[one].head for one in makers]),
        joined([files_mark(read, one) for one in products.values()]),
    )


def _producers(read: Reading, _: Artifact) -> tuple[bytes, ...]:
    catalogue = read.site.catalogue
    producers = catalogue.producers.values()
    made = [
        [one.id for one in catalogue.by_producer.get(maker, ())] for maker in catalogue.producers
    ]
    return (
        read.frames.settings,
        joined([one.facts for one in read.producers.values()]),
        mark(made),
        joined([read.pictures(one.photos) for one in producers]),
    )


def _programmes(read: Reading, _: Artifact) -> tuple[bytes, ...]:
    programmes = read.site.catalogue.programmes.values()
    papers = (one.file for programme in programmes for one in programme.documents)
    return (
        read.frames.settings,
        joined([facts_mark(one) for one in programmes]),
        counted_mark(read) if programmes else NONE,
        read.files((), papers),
        mark(read.site.catalogue.today) if programmes else NONE,
    )


def _feed(read: Reading, artifact: Artifact) -> tuple[bytes, ...]:
    language, channel = Language(str(artifact.args[0])), channel_of(artifact)
    catalogue = read.site.catalogue
    told = read.once("awards", lambda: dict(_awards(read)))
    return (
        read.frames.words(language),
        read.once(
            channel,
            lambda: joined([told[one.id] for one in channel.products(catalogue) if one.id in told]),
        ),
        mark(
            [
                (one.id, one.title, one.date, one.summary, one.aliases[:1])
                for one in channel.news(catalogue)
            ]
        ),
    )


def _awards(read: Reading) -> Iterator[tuple[EntryId, bytes]]:
    """Yield the mark of each product that feeds tell of."""
    products = read.site.catalogue.products
    for key, found in awards(read.site).items():
        one, told = products[key], [(each.date, each.stars) for each in found]
        yield key, mark((key, one.name, one.summary, one.sample, one.aliases[:1], told))


def _sitemap(read: Reading, _: Artifact) -> tuple[bytes, ...]:
    return read.once("sitemap", lambda: _whole_sitemap(read))


def _whole_sitemap(read: Reading) -> tuple[bytes, ...]:
    today = read.site.catalogue.today
    return (
        read.frames.settings,
        mark(page_paths(read.site)),
        mark(_translated(read)),
        mark((list(read.newest.values()), [days.newest(one, today) for one in _dated(read)])),
    )


def _entries(read: Reading) -> Iterable[Entry]:
    catalogue = read.site.catalogue
    return chain(
        catalogue.products.values(),
        catalogue.producers.values(),
        catalogue.fairs.values(),
        catalogue.programmes.values(),
        catalogue.news.values(),
        catalogue.pages.values(),
        catalogue.places.values(),
    )


def _dated(read: Reading) -> Iterator[days.Dated]:
    """Yield the records besides products whose dates the sitemap tells."""
    catalogue = read.site.catalogue
    yield from catalogue.producers.values()
    yield from catalogue.programmes.values()
    yield from catalogue.news.values()


def _translated(read: Reading) -> list[bool]:
    """Return of every entry and language whether its page is truly written in it."""
    config = read.site.config
    if len(config.languages) == 1:
        return []
    return [
        is_translated(one, code, config.language)
        for one in _entries(read)
        for code in config.languages
    ]


def _fixed(_: Reading, __: Artifact) -> tuple[bytes, ...]:
    return ()


def _robots(read: Reading, _: Artifact) -> tuple[bytes, ...]:
    return read.frames.settings, mark(read.site.config.admin is not None)


def _headers(read: Reading, _: Artifact) -> tuple[bytes, ...]:
    return (mark(read.site.config.admin is not None),)


def _manifest(read: Reading, _: Artifact) -> tuple[bytes, ...]:
    return read.frames.settings, read.frames.assets


def _not_found(read: Reading, artifact: Artifact) -> tuple[bytes, ...]:
    return (read.frames.of("pages/404.html"), mark(artifact.args))


SITE = Kind("site data", ("settings", "counts", "today"), _site)
PRODUCTS = Kind("products data", ("settings", "facts", "today", "makers", "files"), _products)
TABLE = Kind("products table", PRODUCTS.parts, _products)
PRODUCERS = Kind("producers data", ("settings", "facts", "products", "files"), _producers)
PROGRAMMES = Kind("programmes data", ("settings", "facts", "counts", "files", "today"), _programmes)
FEED = Kind("feed", ("settings", "products", "news"), _feed)
SITEMAP = Kind("sitemap", ("settings", "pages", "languages", "today"), _sitemap)
ROBOTS = Kind("robots", ("settings", "editor"), _robots)
MANIFEST = Kind("manifest", ("settings", "assets"), _manifest)
WORKER = Kind("worker", MANIFEST.parts, _manifest)
OFFLINE = Kind("offline", ("frame",), _offline)
WEAVE = Kind("weave", (), _fixed)
HEADERS = Kind("headers", ("editor",), _headers)
NOT_FOUND = Kind("not found", ("frame", "which"), _not_found)

_DATA: Mapping[str, Kind] = {
    "site.json": SITE,
    "products.json": PRODUCTS,
    "products.csv": TABLE,
    "producers.json": PRODUCERS,
    "programmes.json": PROGRAMMES,
}
_META: Mapping[str, Kind] = {
    "robots.txt": ROBOTS,
    "manifest.webmanifest": MANIFEST,
    "_headers": HEADERS,
    "sitemap": SITEMAP,
    "404": NOT_FOUND,
}
