"""Leaving parts of a file out.

Owns the copy of a tree without some of its parts, made in one pass however many they are.
Called by :mod:`ocop.schema.check` and :mod:`ocop.schema.salvage`.
"""

from collections.abc import Iterable
from typing import Any

from ocop.source.document import Step, Where


def without(tree: Any, ways: Iterable[Where]) -> Any:
    """Return ``tree`` without the keys at ``ways``.

    A way to an item ends its list before it, so that the items that stay keep their places.
    """
    gone: set[Step] = set()
    below: dict[Step, list[Where]] = {}
    for way in ways:
        if len(way) == 1:
            gone.add(way[0])
        else:
            below.setdefault(way[0], []).append(way[1:])
    if isinstance(tree, dict):
        return {
            key: without(part, below[key]) if key in below else part
            for key, part in tree.items()
            if key not in gone
        }
    if isinstance(tree, list):
        end = min((step for step in gone if isinstance(step, int)), default=len(tree))
        return [
            without(part, below[place]) if place in below else part
            for place, part in enumerate(tree[:end])
        ]
    return tree
