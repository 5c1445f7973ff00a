"""Keys of product pages and of the list from A to Z."""

from collections.abc import Iterable, Iterator

from ocop.domain import gazetteer
from ocop.domain.fair import Booth
from ocop.domain.product import Product
from ocop.pages.artifact import Artifact
from ocop.pages.keys import days
from ocop.pages.keys.kinds import Kind
from ocop.pages.keys.marks import NONE, joined, mark
from ocop.pages.keys.reading import Reading
from ocop.pages.kin import MOST
from ocop.pages.lists import everything, on_page
from ocop.pages.product_list import letter_links
from ocop.paths import EntryId
from ocop.text import Language


def kind_of(artifact: Artifact) -> Kind:
    """Return the kind of an artifact of the view of products."""
    return PRODUCT if artifact.args[0] == "one" else LIST


def _product(read: Reading, artifact: Artifact) -> tuple[bytes, ...]:
    language, entry = Language(str(artifact.args[1])), EntryId(str(artifact.args[2]))
    product, marks = read.site.catalogue.products[entry], read.products[entry]
    return (
        read.frames.of("pages/product.html", language),
        marks.facts,
        marks.story,
        _today(read, product),
        read.makers(product.producers),
        read.place(product.origin),
        joined(_kin(read, language, product)),
        _fairs(read, product),
        read.files(product.photos, _papers(product)),
    )


def _today(read: Reading, product: Product) -> bytes:
    catalogue = read.site.catalogue
    rating, today = catalogue.ratings[product.id], catalogue.today
    return mark(
        (
            days.decided(product, rating),
            days.history(product.recognitions, rating.state, today),
            days.lapsed(product.certificates, today),
        )
    )


def _papers(product: Product) -> Iterator[str | None]:
    for recognition in product.recognitions:
        yield recognition.document
    for certificate in product.certificates:
        yield certificate.file


def _fairs(read: Reading, product: Product) -> bytes:
    fairs = read.site.catalogue.fairs_of_product.get(product.id)
    if not fairs:
        return NONE
    booths = mark([_booths(one.booths, product.id) for one in fairs])
    return joined((read.fairs(fairs), booths))


def _booths(booths: Iterable[Booth], product: EntryId) -> list[str]:
    return [one.number for one in booths if product in one.products]


def _kin(read: Reading, language: Language, product: Product) -> Iterator[bytes]:
    """Yield the cards of each row of related products, with a mark between rows."""
    cards, seen = read.cards, {product.id}
    for shelf in _shelves(read, language, product):
        shown = 0
        for one in shelf:
            if one.id not in seen:
                seen.add(one.id)
                yield cards[one.id]
                shown += 1
                if shown == MOST:
                    break
        yield NONE


def _shelves(read: Reading, language: Language, product: Product) -> Iterator[tuple[Product, ...]]:
    """Yield the lists from which :mod:`ocop.pages.kin` chooses, in its order."""
    catalogue = read.site.catalogue
    for producer in product.producers:
        found = catalogue.by_producer.get(producer, ())
        yield read.shelf(language, "producer", producer, found)
    code = product.origin.commune_now
    if code and gazetteer.commune(code):
        yield read.shelf(language, "commune", code, catalogue.by_commune.get(code, ()))
    yield read.shelf(language, "set", product.set, catalogue.by_set.get(product.set, ()))


def _list(read: Reading, artifact: Artifact) -> tuple[bytes, ...]:
    language = Language(str(artifact.args[1]))
    found = everything(read.here(language))
    return (
        read.frames.of("pages/products.html", language),
        read.cards_of(on_page(found, int(artifact.args[2]))),
        mark(len(found)),
        letters_mark(read, language),
    )


def letters_mark(read: Reading, language: Language) -> bytes:
    """Return the mark of the letters of the list and of where each begins."""
    return read.once(("letters", language), lambda: mark(letter_links(read.here(language))))


PRODUCT = Kind(
    "product",
    ("frame", "facts", "story", "today", "makers", "place", "kin", "fairs", "files"),
    _product,
)
LIST = Kind("products", ("frame", "cards", "counts", "letters"), _list)
