"""The columns of lists: what each fills, the heading that is written, the spellings understood.

Owns the table ``locale/headings.yaml``. Knows no sheet and no cell. Called by the import, which
finds columns by their headings, and by the export, which writes them: both speak one language.
"""

import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any, Literal, cast

from msgspec import Struct

from ocop.schema.languages import is_language
from ocop.tables import read_table
from ocop.text import Language, fold

Part = Literal["product", "recognition", "producer", "entry", "meaning", "detail", "none"]
"""What a column is about; ``entry``: whatever the sheet lists, products or producers."""

_TABLE = Path(__file__).parents[2] / "locale" / "headings.yaml"
_SIGNS = re.compile(r"[^a-z0-9]+")
_BRACKET = re.compile(r"\([^()]*\)|\[[^\[\]]*\]")
_TOLD = re.compile(r"\((?P<code>[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*)\)\s*$")
_SPOKEN = {
    "tieng viet": "vi",
    "tieng anh": "en",
    "tieng han": "ko",
    "tieng nhat": "ja",
    "tieng trung": "zh",
    "tieng phap": "fr",
    "english": "en",
    "vietnamese": "vi",
}
_YEAR = re.compile(r"\b(?:nam )?(20[0-4][0-9])\b")


class Field(Struct, frozen=True):
    """One column: ``path`` are the keys that it fills below ``part``.

    ``words``: a localised text, whose heading may end in a language. ``many``: its cell may
    hold several values. ``also`` are spellings besides the headings of ``titles``.
    """

    name: str
    part: Part
    path: tuple[str, ...]
    titles: Mapping[Language, str]
    also: tuple[str, ...]
    words: bool
    many: bool


class Heading(Struct, frozen=True):
    """What a heading says: a field, the language of its words, and the year that it names."""

    field: Field
    language: Language | None = None
    year: int | None = None


@cache
def fields() -> Mapping[str, Field]:
    """Return all columns by name, in the order of the table."""
    return {name: _field(name, row) for name, row in read_table(_TABLE).items()}


def title(name: str, language: Language, words: Language | None = None) -> str:
    """Return the heading to write above a field, with the language of its ``words`` if stated.

    English stands in for a language that the table lacks. KeyError for an unknown field.
    """
    titles = fields()[name].titles
    told = titles.get(language, titles[Language("en")])
    return f"{told} ({words})" if words else told


@cache
def read_heading(text: str) -> Heading | None:
    """Return what a heading means, None if it is no known one.

    Marks, case, signs and what stands in brackets do not matter; a longer heading counts when
    it begins with a known one of two words or more.
    """
    language, rest = _language_told(text)
    for spelt in (rest, _BRACKET.sub(" ", rest)):
        found = _known(spelt)
        if found is not None and (language is None or found.field.words):
            return Heading(found.field, language, found.year)
    return None


def is_heading(text: str) -> bool:
    """Tell whether a text is a known heading and nothing more: no name that begins like one."""
    return comparable(_language_told(text)[1]) in _spellings()


def _known(text: str) -> Heading | None:
    bare = comparable(text)
    known = _spellings()
    if bare in known:
        return Heading(known[bare])
    year = _YEAR.search(bare)
    if year is not None:
        bare = " ".join(_YEAR.sub(" ", bare).split())
    words = bare.split()
    for length in range(len(words), 0 if year else 1, -1):
        if found := known.get(" ".join(words[:length])):
            return Heading(found, None, int(year[1]) if year else None)
    return None


def comparable(text: str) -> str:
    """Return ``text`` as headings are compared: folded, signs as spaces; ``#`` stays alone."""
    return _SIGNS.sub(" ", fold(text)).strip() or text.strip()


def _language_told(text: str) -> tuple[Language | None, str]:
    """Return the language at the end of a heading, and the heading without it."""
    told = _TOLD.search(text)
    if told is not None and is_language(told["code"]):
        return Language(told["code"]), text[: told.start()]
    bracket = re.search(r"[(\[/-]\s*([^()\[\]/-]+?)\s*[)\]]?\s*$", text)
    code = _SPOKEN.get(comparable(bracket[1])) if bracket else None
    return (Language(code), text[: bracket.start()]) if bracket and code else (None, text)


@cache
def _spellings() -> Mapping[str, Field]:
    """Return the fields by every spelling; where two share one, the earlier has it."""
    known: dict[str, Field] = {}
    for one in fields().values():
        for spelt in (*one.titles.values(), *one.also, one.name):
            known.setdefault(comparable(spelt), one)
    return known


def _field(name: str, row: Mapping[str, Any]) -> Field:
    part, *path = row["to"].split(".")
    titles = {Language(code): row[code] for code in ("vi", "en")}
    words, many = (row.get(flag) == "true" for flag in ("words", "many"))
    return Field(
        name, cast(Part, part), tuple(path), titles, tuple(row.get("also", ())), words, many
    )
