"""Texts in further languages, each beside the same text in the first.

Owns how a key with several languages grows in a draft. Called by
:mod:`ocop.editors.lists.builder`.
"""

from collections.abc import Iterator

from ocop.diagnostics import Diagnostic
from ocop.editors.lists.draft import Draft, Spot
from ocop.source.document import Tree
from ocop.text import Language


def add_text(
    draft: Draft,
    path: tuple[str, ...],
    first: Language,
    language: Language,
    value: Tree,
    spot: Spot,
) -> Iterator[Diagnostic]:
    """Add a text, or a list of texts, in ``language``; what is there already is in ``first``."""
    at: Tree = draft.tree
    for step in path[:-1]:
        assert isinstance(at, dict)
        at = at.setdefault(step, {})
    assert isinstance(at, dict)
    plain = at.get(path[-1])
    if isinstance(plain, list) or isinstance(value, list):
        at[path[-1]] = _beside(plain, first, value, language)
        draft.spots.setdefault(path, spot)
        return
    if not isinstance(plain, dict):
        at[path[-1]] = {} if plain is None else {first: plain}
        draft.spots.setdefault(path, spot)
    fault = draft.put((*path, language), value, spot)
    if fault is not None:
        yield fault


def _beside(plain: Tree, first: Language, value: Tree, language: Language) -> Tree:
    """Return a list of texts with those of a further language, each beside its own."""
    listed = plain if isinstance(plain, list) else []
    told = value if isinstance(value, list) else [value]
    found: list[Tree] = []
    for number in range(max(len(listed), len(told))):
        old = listed[number] if number < len(listed) else {}
        item: dict[str, Tree] = dict(old) if isinstance(old, dict) else {first: old}
        if number < len(told):
            item[language] = told[number]
        found.append(item)
    return found
