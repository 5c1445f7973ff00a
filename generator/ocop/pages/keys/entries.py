"""Keys of fairs, programmes, news and free pages: of each kind there are few."""

from collections.abc import Iterable

from msgspec import Struct

from ocop.domain.fair import Fair
from ocop.pages.artifact import Artifact
from ocop.pages.fair_page import time_of
from ocop.pages.keys.kinds import Kind
from ocop.pages.keys.marks import joined, mark
from ocop.pages.keys.reading import Reading
from ocop.pages.keys.records import facts_mark, story_mark
from ocop.paths import EntryId
from ocop.text import Language


def fair_kind(artifact: Artifact) -> Kind:
    """Return the kind of an artifact of the view of fairs."""
    return FAIR if len(artifact.args) > 1 else FAIRS


def programme_kind(artifact: Artifact) -> Kind:
    """Return the kind of an artifact of the view of programmes."""
    return PROGRAMME if len(artifact.args) > 1 else PROGRAMMES


def article_kind(artifact: Artifact) -> Kind:
    """Return the kind of an artifact of the view of news and free pages."""
    if len(artifact.args) == 1:
        return NEWS
    return ARTICLE if artifact.args[1] == "news" else PAGE


def _which(artifact: Artifact) -> tuple[Language, EntryId]:
    return Language(str(artifact.args[0])), EntryId(str(artifact.args[-1]))


def _facts(records: Iterable[Struct]) -> bytes:
    return joined([facts_mark(one) for one in records])


def fairs_mark(read: Reading) -> bytes:
    """Return the mark of all fairs as lists show them today."""
    catalogue = read.site.catalogue

    def made() -> bytes:
        times = [time_of(one, catalogue.today) for one in catalogue.fairs.values()]
        return joined((_facts(catalogue.fairs.values()), mark(times)))

    return read.once("fairs", made)


def _fairs(read: Reading, artifact: Artifact) -> tuple[bytes, ...]:
    return read.frames.of("pages/fairs.html", _which(artifact)[0]), fairs_mark(read)


def _fair(read: Reading, artifact: Artifact) -> tuple[bytes, ...]:
    (language, entry), catalogue = _which(artifact), read.site.catalogue
    fair = catalogue.fairs[entry]
    return (
        read.frames.of("pages/fair.html", language),
        facts_mark(fair),
        story_mark(fair.stories),
        mark(time_of(fair, catalogue.today)),
        read.place(fair.place),
        joined((_products_at(read, fair), _producers_at(read, fair))),
        mark(
            [(one.id, one.title, one.date) for one in catalogue.news.values() if entry in one.fairs]
        ),
        read.files(fair.photos, ()),
    )


def _products_at(read: Reading, fair: Fair) -> bytes:
    products = read.site.catalogue.products
    return read.cards_of(products[one] for booth in fair.booths for one in booth.products)


def _producers_at(read: Reading, fair: Fair) -> bytes:
    ids = (one for booth in fair.booths for one in booth.producers)
    return joined([read.producers[one].head for one in ids])


def counted_mark(read: Reading) -> bytes:
    """Return the mark of everything that areas count: which products there are, and whose."""
    products = read.site.catalogue.products.values()
    return read.once(
        "counted", lambda: joined((read.all_cards(), mark([one.producers for one in products])))
    )


def _awards(read: Reading) -> bytes:
    """Return the mark of when every product was recognised with how many stars."""
    products = read.site.catalogue.products.values()
    return read.once(
        "signed",
        lambda: mark([[(one.date, one.stars) for one in each.recognitions] for each in products]),
    )


def _programmes(read: Reading, artifact: Artifact) -> tuple[bytes, ...]:
    return (
        read.frames.of("pages/programmes.html", _which(artifact)[0]),
        _facts(read.site.catalogue.programmes.values()),
        counted_mark(read),
    )


def _programme(read: Reading, artifact: Artifact) -> tuple[bytes, ...]:
    (language, entry), catalogue = _which(artifact), read.site.catalogue
    programme = catalogue.programmes[entry]
    return (
        read.frames.of("pages/programme.html", language),
        facts_mark(programme),
        story_mark(programme.stories),
        mark(catalogue.today),
        read.place(programme.area),
        counted_mark(read),
        _awards(read),
        read.files((), (one.file for one in programme.documents)),
    )


def _news(read: Reading, artifact: Artifact) -> tuple[bytes, ...]:
    language = _which(artifact)[0]
    return (
        read.frames.of("pages/news-list.html", language),
        _facts(read.site.catalogue.news.values()),
    )


def _article(read: Reading, artifact: Artifact) -> tuple[bytes, ...]:
    (language, entry), catalogue = _which(artifact), read.site.catalogue
    news = catalogue.news[entry]
    fairs = [(one, catalogue.fairs[one].name) for one in news.fairs]
    return (
        read.frames.of("pages/news.html", language),
        facts_mark(news),
        story_mark(news.stories),
        read.cards_of(catalogue.products[one] for one in news.products),
        joined([read.producers[one].head for one in news.producers]),
        mark(fairs),
        read.files(news.photos, ()),
    )


def _page(read: Reading, artifact: Artifact) -> tuple[bytes, ...]:
    language, entry = _which(artifact)
    page = read.site.catalogue.pages[entry]
    return (
        read.frames.of("pages/page.html", language),
        facts_mark(page),
        story_mark(page.stories),
        read.files(page.photos, ()),
    )


FAIRS = Kind("fairs", ("frame", "fairs"), _fairs)
FAIR = Kind(
    "fair",
    ("frame", "facts", "story", "today", "place", "booths", "news", "files"),
    _fair,
)
PROGRAMMES = Kind("programmes", ("frame", "facts", "counts"), _programmes)
PROGRAMME = Kind(
    "programme",
    ("frame", "facts", "story", "today", "place", "counts", "awards", "files"),
    _programme,
)
NEWS = Kind("news list", ("frame", "facts"), _news)
ARTICLE = Kind("news", ("frame", "facts", "story", "cards", "makers", "fairs", "files"), _article)
PAGE = Kind("page", ("frame", "facts", "story", "files"), _page)
