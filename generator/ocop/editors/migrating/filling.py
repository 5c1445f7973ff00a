"""A value put into its slot of an entry, unless that is taken.

Owns what a slot holds: one text, a text by language, a key of a group, a key of the first
recognition. Called by :mod:`ocop.editors.migrating.moving`.
"""

from ocop.dates import PartialDate
from ocop.editors.migrating.slots import Slot
from ocop.paths import is_entry_id
from ocop.source.document import Tree
from ocop.text import Language, slugify

_CERTIFICATE_MONTHS = 36


def put(tree: dict[str, Tree], slot: Slot, value: Tree, language: Language) -> bool:
    """Put a value into its slot if that is free."""
    if slot.below:
        return _put_below(tree, slot, value)
    there = tree.get(slot.top)
    if slot.language is None and there is None:
        tree[slot.top] = value
        return True
    if isinstance(there, dict) and slot.language is None and _is_text_map(there):
        return there.setdefault(language, value) is value
    if slot.language is None:
        return False
    said: dict[str, Tree] = dict(there) if isinstance(there, dict) else {}
    if there and not isinstance(there, dict):
        said[language] = there
    if slot.language in said:
        return False
    tree[slot.top] = {**said, slot.language: value}
    return True


def _is_text_map(there: dict[str, Tree]) -> bool:
    return all(isinstance(one, str) for one in there.values()) and "from" not in there


def _put_below(tree: dict[str, Tree], slot: Slot, value: Tree) -> bool:
    group = tree.get(slot.top)
    if slot.top == "recognitions":
        items = group if isinstance(group, list) and group else [{}]
        first = items[0]
        if not isinstance(first, dict):
            return False
        if slot.below in first and not (slot.below == "date" and _is_closer(value, first["date"])):
            return False
        tree[slot.top] = [{**first, slot.below: value}, *items[1:]]
        return True
    group = {"commune": group} if isinstance(group, str) and slot.top == "origin" else group or {}
    if not isinstance(group, dict) or slot.below in group:
        return False
    tree[slot.top] = {**group, slot.below: value}
    return True


def is_said(tree: dict[str, Tree], slot: Slot, value: Tree) -> bool:
    """Tell whether what is in the slot already says the same."""
    there = tree.get(slot.top)
    if slot.below:
        group = there[0] if isinstance(there, list) and there else there
        there = group.get(slot.below) if isinstance(group, dict) else None
    if not isinstance(there, str) or not isinstance(value, str):
        return there == value
    if slot.below == "date":
        return there.startswith(f"{value}-") or there.endswith(f"/{value}") or there == value
    name, other = f"-{slugify(there)}-", f"-{slugify(value)}-"
    return other in name or (is_entry_id(value) and other.startswith(name))


def _is_closer(date: Tree, than: Tree) -> bool:
    """Tell whether a date says the same as another, and more: the day of a year, say."""
    both = isinstance(date, str) and isinstance(than, str) and date != than
    return both and (str(date).startswith(f"{than}-") or str(date).endswith(f"/{than}"))


def without_implied_end(items: Tree) -> list[Tree] | None:
    """Return recognitions without the end that the first has by itself; None where it has not."""
    first = items[0] if isinstance(items, list) and items else None
    if not isinstance(items, list) or not isinstance(first, dict):
        return None
    if not _ends_by_itself(first.get("date"), first.get("expires")):
        return None
    kept: Tree = {key: value for key, value in first.items() if key != "expires"}
    return [kept, *items[1:]]


def _ends_by_itself(date: Tree, expires: Tree) -> bool:
    if not isinstance(date, str) or not isinstance(expires, str):
        return False
    try:
        end = PartialDate.parse(date).plus_months(_CERTIFICATE_MONTHS)
        return end == PartialDate.parse(expires)
    except ValueError:
        return False
