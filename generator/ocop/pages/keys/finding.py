"""The key of the search's index, of which all entries and the files beside them are made.

Also the mark of each product for it, by which one is known that is in the index as it is today.

A story adds its own part to the sum of them all, so that a build that knows only what one of
them was and is can tell the key of the new index (:func:`with_stories`).
"""

from collections.abc import Iterable, Iterator, Mapping
from hashlib import blake2b

from ocop.domain.product import Product
from ocop.pages.artifact import Artifact
from ocop.pages.facets import SCRIPTS
from ocop.pages.findable import newest_of
from ocop.pages.keys.kinds import Kind
from ocop.pages.keys.marks import NONE, SIZE, joined, mark
from ocop.pages.keys.reading import Reading, reading
from ocop.pages.keys.records import ProductMarks, producer_marks
from ocop.pages.keys.records import product_marks as product_marks_of
from ocop.pages.press import press_for
from ocop.pages.site import Site
from ocop.paths import EntryId

_BITS = 8 * SIZE
_MARKS = "marks of the index"


def kind_of(_: Artifact) -> Kind:
    """Return the kind of an entry of the index."""
    return INDEX


def _index(read: Reading, _: Artifact) -> tuple[bytes, ...]:
    return read.once("index", lambda: _whole(read))


def _whole(read: Reading) -> tuple[bytes, ...]:
    return (
        _texts(read),
        mark([read.site.assets.get(name) for name in SCRIPTS]),
        read.all_cards(),
        joined([one.found for one in read.products.values()]),
        _sum(_of_story(key, one.story) for key, one in read.products.items()),
        mark(list(_awards(read).values())),
        joined([one.head for one in read.producers.values()]),
    )


def _texts(read: Reading) -> bytes:
    config = read.site.config
    return joined([*map(read.frames.words, config.languages), mark(config.search)])


def _awards(read: Reading) -> Mapping[EntryId, int]:
    """Return the day of the newest recognition that counts of every product."""
    catalogue = read.site.catalogue
    return read.once(
        "newest recognitions",
        lambda: {key: newest_of(one, catalogue.today) for key, one in catalogue.products.items()},
    )


def texts_mark(site: Site) -> bytes:
    """Return the mark of what all products of the index are made with."""
    return _texts(reading(site))


def product_marks(site: Site) -> Mapping[str, bytes]:
    """Return for every product the mark of all that the index has of it."""
    return press_for(site).once(_MARKS, lambda: dict(_product_marks(site)))


def know_marks(site: Site, marks: Mapping[str, bytes]) -> None:
    """Take what :func:`product_marks` returns as known, so that no product has to be opened."""
    press_for(site).once(_MARKS, lambda: marks)


def _product_marks(site: Site) -> Iterator[tuple[EntryId, bytes]]:
    read, awards = reading(site), _awards(reading(site))
    cards, makers = read.cards, {key: one.head for key, one in read.producers.items()}
    for key, marks in read.products.items():
        made_by = map(makers.__getitem__, site.catalogue.products[key].producers)
        yield key, _searched(cards[key], marks, awards[key], made_by)


def product_mark(site: Site, product: Product) -> bytes:
    """Return the mark of one product, of which no other is looked at."""
    makers = map(site.catalogue.producers.__getitem__, product.producers)
    return _searched(
        reading(site).card(product),
        product_marks_of(product),
        newest_of(product, site.catalogue.today),
        (producer_marks(one).head for one in makers),
    )


def _searched(card: bytes, marks: ProductMarks, newest: int, makers: Iterable[bytes]) -> bytes:
    return joined((card, marks.found, marks.story, newest.to_bytes(SIZE, "big"), *makers))


def _of_story(product: EntryId, story: bytes) -> int:
    if story == NONE:
        return 0
    return int.from_bytes(blake2b(story + product.encode(), digest_size=SIZE).digest(), "big")


def with_stories(key: bytes, told: Iterable[tuple[EntryId, bytes, bytes]]) -> bytes:
    """Return the key of the index in which some products have other stories.

    ``told`` are a product, the mark of its stories before and that of today.
    """
    at = 1 + INDEX.parts.index("stories") * SIZE
    change = (_of_story(one, now) - _of_story(one, before) for one, before, now in told)
    stories = _sum((int.from_bytes(key[at : at + SIZE], "big"), *change))
    return key[:at] + stories + key[at + SIZE :]


def _sum(parts: Iterable[int]) -> bytes:
    return (sum(parts) % (1 << _BITS)).to_bytes(SIZE, "big")


INDEX = Kind("index", ("texts", "assets", "cards", "found", "stories", "awards", "makers"), _index)
