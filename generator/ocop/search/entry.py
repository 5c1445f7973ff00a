"""The entry: what a page loads first, and what leads to all other files of an index.

Owns the value of ``put("entry", …)``. Must not know postings or documents. Called by ``index``.
"""

from collections.abc import Mapping, Sequence

from msgspec import Struct

from ocop.search import cards as card
from ocop.search.document import Labels
from ocop.search.files import Put, mark
from ocop.search.roster import Row
from ocop.search.vocabulary import Vocabulary
from ocop.text import Language

VERSION = 1
"""Of the format: a script and an index of different versions do not belong together."""


class Shown(Struct, frozen=True):
    """What one language shows of ``count`` documents; ``columns`` have their names beside them.

    ``provinces`` are those that have products.
    """

    count: int
    cards: tuple[Put, ...]
    columns: tuple[Put, ...]
    provinces: tuple[Row, ...]


class Contents(Struct, frozen=True):
    """All that one language of an index consists of."""

    language: Language
    labels: Labels
    fields: Vocabulary
    text_entry: Put
    shown: Shown


def entry(contents: Contents, *, bundled: bool) -> dict[str, object]:
    """Return the entry of ``contents``; a bundle needs no hashes, as nothing is loaded later."""

    def hashed(*puts: Put) -> str:
        return "" if bundled else mark(*puts)

    return {
        "version": VERSION,
        "language": contents.language,
        "folder": contents.labels.folder,
        "count": contents.shown.count,
        **contents.fields.head(bundled=bundled),
        "block": card.BLOCK,
        "group": card.GROUP,
        "cardHashes": "".join(hashed(*group) for group in card.grouped(contents.shown.cards)),
        "text": hashed(contents.text_entry),
        "columns": {
            str(one.number): hashed(one) for one in contents.shown.columns if one.kind == "column"
        },
        "labels": {**_labels(contents.labels), "provinces": contents.shown.provinces},
        "box": {"scripts": contents.labels.scripts, "words": dict(contents.labels.words)},
    }


def _labels(labels: Labels) -> Mapping[str, object]:
    return {
        "industries": list(labels.industries.items()),
        "sets": [_set(labels, number) for number in sorted(labels.sets)],
        "states": labels.states,
        "prices": labels.price_bands,
        "months": labels.months,
    }


def _set(labels: Labels, number: int) -> Sequence[object]:
    name, group = labels.sets[number], labels.groups.get(number, "")
    industry, key = labels.industry_of.get(number, ""), labels.group_of.get(number, "")
    return number, name, industry, key, group
