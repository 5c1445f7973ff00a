"""The words of handed-over lists and parcels, in Vietnamese and English.

Owns ``locale/handing.yaml``. Words for kinds are those that the schema reads, so that a list comes
back as it went. Called by the modules beside it.
"""

from functools import cache
from pathlib import Path
from typing import Any

from ocop.tables import read_table
from ocop.text import Language

_TABLE = Path(__file__).parents[2] / "locale" / "handing.yaml"


def say(key: str, language: Language, **args: object) -> str:
    """Return a text filled in; English stands in for a language that the table lacks."""
    told = _table()[key]
    return str(told.get(language, told["en"])).format(**args)


def spoken(name: str, value: str, language: Language) -> str:
    """Return the word for the ``value`` of a field; the value where it has no word."""
    told = _table().get(f"{name}.{value}")
    return say(f"{name}.{value}", language) if told else value


def choices(name: str, language: Language) -> tuple[str, ...]:
    """Return the words for the values of a field, in their order."""
    return tuple(say(key, language) for key in _table() if key.startswith(f"{name}."))


@cache
def _table() -> dict[str, Any]:
    return read_table(_TABLE)
