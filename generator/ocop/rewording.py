"""Which changed entries are new in nothing but their words.

Owns what these entries are now, read without all the others. Called by :mod:`ocop.retelling` and
:mod:`ocop.serve.forehand`.
"""

from collections.abc import Mapping

from ocop.content import kept
from ocop.content.reader import Reader
from ocop.reading import place_of
from ocop.retold import retold
from ocop.state.leaves import Leaves, Packed
from ocop.state.memory import Last


def in_new_words(
    reader: Reader, last: Last, leaves: Leaves, stale: Mapping[str, list[str]]
) -> Mapping[str, Packed] | None:
    """Return the changed entries as they are now; None where more than words may be new.

    ``stale`` are their changed files by name.
    """
    new = {name: _retold(reader, leaves, name, paths) for name, paths in stale.items()}
    others = [name for name, one in new.items() if one is None]
    if others:
        from ocop.amending import amended_entry, are_twins  # loads the parser and the schema

        said = last.said["diagnostics"]
        new |= {name: amended_entry(reader, leaves, name, said) for name in others}
        if are_twins(one for name in others if (one := new[name])):
            return None
    return {name: one for name, one in new.items() if one} if all(new.values()) else None


def _retold(reader: Reader, leaves: Leaves, name: str, paths: list[str]) -> Packed | None:
    packed = leaves.packed.get(name)
    new = retold(reader.project, packed, place_of(name)[0], paths) if packed else None
    return new if packed and new and _leads(new) <= _leads(packed) else None


def _leads(packed: Packed) -> set[tuple[str, str]]:
    """Return the entries that the stories of an entry link to; those of before are there."""
    return {(one.args["kind"], one.args["id"]) for one in kept.leaf_from(packed[0]).leads}
