"""What no column of a list holds: one row a fact, under its dotted key.

Owns that sheet. Called by :mod:`ocop.editors.handing.sheets`.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache

from ocop.content.typed import MODELS
from ocop.editors.handing.chosen import Handed
from ocop.editors.handing.dotted import Leaf, dotted
from ocop.editors.handing.table import Cell, Column, Form, Sheet
from ocop.editors.handing.wording import say
from ocop.editors.lists.headings import title
from ocop.schema.model import Model, nested
from ocop.schema.outline import outline
from ocop.source.document import Where
from ocop.text import Language, localise

Told = tuple[Handed, Where, Leaf]
"""One fact: whose it is, the way to it, and what it says."""


def details(rest: Iterable[Told], language: Language) -> Sheet:
    """Return the sheet of single facts: whose, which, what; and in words for whom it is."""
    headings = [title(name, language) for name in ("entry", "key", "value", "remark")]
    widths = (36, 26, 60, 44)
    forms: tuple[Form, ...] = ("text", "text", "long", "long")
    made = [Column(*one) for one in zip(headings, forms, widths, strict=True)]
    rows: list[Sequence[Cell]] = [
        (f"{entry.kind}s/{entry.id}", dotted(where), _text(leaf), _remark(entry, where, language))
        for entry, where, leaf in rest
    ]
    return Sheet(say("sheet.details", language), made, rows)


def _text(leaf: Leaf) -> str:
    return str(leaf).lower() if isinstance(leaf, bool) else str(leaf)


def _remark(entry: Handed, where: Where, language: Language) -> str:
    """Return a key in words: ``Chè xanh: Giấy chứng nhận 1, Số``."""
    name = localise(entry.name, language, language)[0]
    return f"{name}: {', '.join(_words(MODELS[entry.kind], where, language))}"


def _words(model: type[Model], where: Where, language: Language) -> Iterator[str]:
    titles = _titles(model, language)
    key, *rest = where
    number = rest.pop(0) if rest and isinstance(rest[0], int) else None
    yield f"{titles[str(key)]} {number + 1}" if isinstance(number, int) else titles[str(key)]
    below = nested(model).get(str(key))
    if below is not None and rest:
        yield from _words(below, tuple(rest), language)
    elif rest:
        yield str(rest[-1])


@cache
def _titles(model: type[Model], language: Language) -> Mapping[str, str]:
    return {one.key: one.title for one in outline(model, language)}
