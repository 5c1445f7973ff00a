"""Cards: what a result shows, in blocks of documents that stand together.

Owns the blocks. A card is a tuple of :data:`CARD`; what is absent is ``""`` or 0. Must not know
products or pages: whoever makes the documents fills the cards in, but for ``code``, which the
document has. Called by ``index``.
"""

from collections.abc import Sequence

from ocop.search.files import Put, put
from ocop.text import Language

CARD = (
    "id",
    "name",
    "spoken",
    "industry",
    "family",
    "place",
    "price",
    "state",
    "stars",
    "label",
    "after",
    "expires",
    "picture",
    "sample",
    "producers",
    "code",
)
"""What a card holds, in order: docs/search-format.md, "Cards", tells each."""

BLOCK = 16
"""Cards of a block: 1.5 KB compressed, 2.4 KB with photos; ten results need one or a few."""

GROUP = 16
"""Blocks that share a hash: the entry lists a hash for each group, not for each block."""

Card = Sequence[object]


def blocks(cards: Sequence[Card], language: Language) -> tuple[Put, ...]:
    """Return the cards of all documents in blocks, each a list of columns."""
    return tuple(
        put(f"cards-{language}", number, _columns(cards[start : start + BLOCK]))
        for number, start in enumerate(range(0, len(cards), BLOCK))
    )


def grouped(puts: Sequence[Put]) -> list[tuple[Put, ...]]:
    """Return the blocks by groups."""
    return [tuple(puts[start : start + GROUP]) for start in range(0, len(puts), GROUP)]


def _columns(cards: Sequence[Card]) -> list[list[object]]:
    """Return one list a field; one that says the same of all cards says it once."""
    columns = [list(column) for column in zip(*cards, strict=True)]
    return [column[:1] if _same(column) else column for column in columns]


def _same(column: Sequence[object]) -> bool:
    return column.count(column[0]) == len(column)
