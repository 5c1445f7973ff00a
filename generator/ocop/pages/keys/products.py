"""Keys of product pages and of the list from A to Z."""

from collections.abc import Iterable, Mapping
from itertools import islice

from ocop.domain import gazetteer
from ocop.domain.fair import Booth
from ocop.domain.product import Product
from ocop.pages.alike import line_of
from ocop.pages.artifact import Artifact
from ocop.pages.keys import days
from ocop.pages.keys.kinds import Kind
from ocop.pages.keys.marks import NONE, joined, mark
from ocop.pages.keys.orders import Row
from ocop.pages.keys.reading import Reading
from ocop.pages.kin import MOST
from ocop.pages.lists import everything, on_page
from ocop.pages.product_list import letter_links
from ocop.pages.trade_sheets import sheet_source
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
        _kin(read, language, product),
        _fairs(read, product),
        files_mark(read, product),
    )


def _today(read: Reading, product: Product) -> bytes:
    catalogue = read.site.catalogue
    rating, today = catalogue.ratings[product.id], catalogue.today
    return read.told(
        days.decided(product, rating),
        days.history(product.recognitions, rating.state, today),
        days.lapsed(product.certificates, today),
    )


def files_mark(read: Reading, product: Product) -> bytes:
    """Return the mark of a product's published photos and papers."""
    papers = [one.document for one in product.recognitions if one.document]
    papers += [one.file for one in product.certificates if one.file]
    if read.site.papers:
        papers += [sheet_source(product.id, code) for code in read.site.config.languages]
    return read.files(product.photos, papers) if papers or product.photos else NONE


def _fairs(read: Reading, product: Product) -> bytes:
    fairs = read.site.catalogue.fairs_of_product.get(product.id)
    if not fairs:
        return NONE
    booths = mark([_booths(one.booths, product.id) for one in fairs])
    return joined((read.fairs(fairs), booths))


def _booths(booths: Iterable[Booth], product: EntryId) -> list[str]:
    return [one.number for one in booths if product in one.products]


def _kin(read: Reading, language: Language, product: Product) -> bytes:
    """Return the mark of the cards of each row of related products.

    The same choice as that of :mod:`ocop.pages.kin`, from the same lists in the same order.
    """
    cards, shelves = read.cards, read.shelves(language)
    rows = [shelves.row("producer", one) for one in product.producers]
    if (code := product.origin.commune_now) and gazetteer.commune(code):
        rows.append(shelves.row("commune", code))
    seen: set[EntryId] = {product.id}
    shown = [_row(row, seen, cards) for row in rows]
    near = line_of(read.site).nearest(product.id, seen, MOST)
    return joined([*shown, *map(cards.__getitem__, near)])


def _row(row: Row, seen: set[EntryId], cards: Mapping[EntryId, bytes]) -> bytes:
    """Return the mark of the first products of a list that are not ``seen``, which they then are.

    Mostly that is all of a short list, or the head of a long one.
    """
    if len(row.ids) <= MOST + 1 and len(seen.intersection(row.ids)) == 1:
        seen.update(row.ids)
        return row.whole
    if seen.isdisjoint(row.head):
        seen.update(row.head)
        return row.start
    shown = list(islice((one for one in row.ids if one not in seen), MOST))
    seen.update(shown)
    return joined([cards[one] for one in shown])


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
