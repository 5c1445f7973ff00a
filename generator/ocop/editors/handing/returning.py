"""Whether a cell says what it should to who reads the list again.

Owns the question alone; the reader is that of :mod:`ocop.editors.lists`. What it would take for
something else, or for nothing ("không"), is no cell's business and stands under its key. Called
by :mod:`ocop.editors.handing.sheets`.
"""

from ocop.editors.handing.facts import Fact
from ocop.editors.handing.table import Cell
from ocop.editors.lists import values
from ocop.editors.lists.cells import Unclear
from ocop.editors.lists.columns import Column
from ocop.editors.lists.decisions import Decided, decisions_of
from ocop.editors.lists.headings import Field
from ocop.source.document import Tree

_SETTLED = frozenset(
    ("id", "name", "producer", "producer_id", "set", "stars", "kind", "recognition_kind")
)
"""Fields that have to stand in their columns, or whose words the schema understands."""


def returns(field: Field, cell: Cell, fact: Fact) -> bool:
    """Tell whether ``cell``, below the heading of ``field``, is read as ``fact``."""
    if field.name in _SETTLED:
        return True
    try:
        if field.name == "decision":
            return decisions_of(cell) == (Decided(str(cell)),)
        told = values.read(Column(0, field, ""), cell)
    except Unclear:
        return False
    return told is not None and not told.restored and told.value == _written(fact)


def _written(fact: Fact) -> Tree:
    """Return a fact as a content file may write it."""
    if isinstance(fact, bool):
        return str(fact).lower()
    if isinstance(fact, list):
        texts = [str(one) for one in fact]
        return ", ".join(texts) if isinstance(fact[0], float) else list(texts)
    return str(fact)
