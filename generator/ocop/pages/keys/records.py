"""What pages read of a record, whatever the day and whatever else is in the catalogue.

Owns the projections: which fields of a record its own page, a card, a link or a button show.
``test_pages_keys`` holds them to it. They follow from one entry alone, so that its leaf keeps
them from build to build. Called by :mod:`ocop.pages.keys.reading` and where leaves are made.
"""

from collections.abc import Mapping
from operator import attrgetter
from typing import Any, NamedTuple

from msgspec import Struct

from ocop.domain.producer import Producer
from ocop.domain.product import Product
from ocop.pages.keys.marks import NONE, SIZE, mark


class ProductMarks(NamedTuple):
    """``facts`` all but the stories; ``card`` what lists show of them; ``head`` name and set.

    ``found`` is what a search finds it by besides its card and its story.
    """

    facts: bytes
    story: bytes
    card: bytes
    head: bytes
    found: bytes


class ProducerMarks(NamedTuple):
    """``facts`` all but the stories; ``contact`` how to reach it; ``head`` id, name and kind."""

    facts: bytes
    story: bytes
    contact: bytes
    head: bytes


def _but_stories(kind: type[Struct]) -> "attrgetter[tuple[object, ...]]":
    """Return what gives all facts of a record but its stories and the address of its file."""
    return attrgetter(*(one for one in kind.__struct_fields__ if one not in ("stories", "path")))


_PRODUCT = _but_stories(Product)
_PRODUCER = _but_stories(Producer)
_CARD = attrgetter("id", "name", "set", "origin", "price", "sample")
_HEAD = attrgetter("id", "name", "set")
_FOUND = attrgetter(
    *("summary", "producers", "ingredients", "taste", "use", "gift", "season", "whole_year", "tags")
)
_CONTACT = attrgetter(
    *("id", "name", "kind", "phone", "zalo", "point", "address", "email", "website", "facebook")
)
_PRODUCER_HEAD = attrgetter("id", "name", "kind")


def story_mark(stories: Mapping[Any, str]) -> bytes:
    """Return the mark of the stories of a record.

    Of their bytes as they are made here: those that the marks of other values are made of stay
    with the text (:mod:`ocop.content.kept`).
    """
    return mark([(code, text.encode()) for code, text in stories.items()]) if stories else NONE


def product_marks(one: Product) -> ProductMarks:
    """Return the marks of a product."""
    return ProductMarks(
        mark(_PRODUCT(one)),
        story_mark(one.stories),
        mark((_CARD(one), one.photos[:1])),
        mark(_HEAD(one)),
        mark(_FOUND(one)),
    )


def producer_marks(one: Producer) -> ProducerMarks:
    """Return the marks of a producer."""
    return ProducerMarks(
        mark(_PRODUCER(one)),
        story_mark(one.stories),
        mark(_CONTACT(one)),
        mark(_PRODUCER_HEAD(one)),
    )


def marks_of(record: object) -> bytes:
    """Return all marks of a product or producer, one after the other; empty for other records."""
    if isinstance(record, Product):
        return b"".join(product_marks(record))
    return b"".join(producer_marks(record)) if isinstance(record, Producer) else b""


def retold_marks(marks: bytes, stories: Mapping[Any, str]) -> bytes:
    """Return the marks of a record with other ``stories``."""
    return marks[:SIZE] + story_mark(stories) + marks[2 * SIZE :] if marks else marks


def product_marks_from(marks: bytes) -> ProductMarks:
    """Return the marks of a product as :func:`marks_of` put them together."""
    return ProductMarks(marks[:8], marks[8:16], marks[16:24], marks[24:32], marks[32:])


def producer_marks_from(marks: bytes) -> ProducerMarks:
    """Return the marks of a producer as :func:`marks_of` put them together."""
    return ProducerMarks(marks[:8], marks[8:16], marks[16:24], marks[24:])


def facts_mark(one: Struct) -> bytes:
    """Return the mark of all facts of any record but its stories."""
    return mark(_but_stories(type(one))(one))
