"""The names of industries, product groups and sets in a reader's language.

Owns where they come from: the decree's own in Vietnamese, ours in English, and of any other
language its file of texts, under ``taxonomy``; what the file lacks is said in Vietnamese. Called
by every page that names one.
"""

from typing import Literal

from ocop.domain.taxonomy import Group, Industry, ProductSet
from ocop.pages.texts import FIRST, Texts
from ocop.text import localise

Unit = Industry | Group | ProductSet


def term(t: Texts, unit: Unit, form: Literal["short", "name"] = "short") -> str:
    """Return what ``unit`` is called by readers of ``t``, in short or in full."""
    words = unit.short if form == "short" else unit.name
    if t.language in words:
        return words[t.language]
    told = t.table.get(f"{key_of(unit)}.{form}")
    return told if isinstance(told, str) else localise(words, t.language, FIRST)[0]


def key_of(unit: Unit) -> str:
    """Return under which key a file of texts names ``unit``."""
    if isinstance(unit, ProductSet):
        return f"taxonomy.sets.{unit.number}"
    kind, code = ("industries", unit.code) if isinstance(unit, Industry) else ("groups", unit.id)
    return f"taxonomy.{kind}.{code}"
