"""Where the value of an older key belongs today.

Owns the way from a key that somebody once chose to a key of the schema; the words are those by
which ``check`` guesses what a misnamed key means. Called by :mod:`ocop.editors.migrating.moving`.
"""

import re
from collections.abc import Iterable
from functools import lru_cache

from msgspec import Struct

from ocop.schema.guesses import meant, meant_below
from ocop.schema.model import Model, keys
from ocop.text import Language, fold

_LANGUAGE = re.compile(r"(.+)[_-](vi|en|ko)")
_NAMED = re.compile(r"(.+)[_-](?:ten|name)")
_GROUPS = ("recognitions", "origin", "price", "place", "area")
"""Groups of keys that older files spread over the top."""

_KEYS = 4096
"""How many keys are remembered with where they belong: a site uses the same few."""

_OWN = {
    "nhom": "set",
    "categories": "set",
    "bo_san_pham_ten": "set",
    "ma_so": "code",
    "ngay_quyet_dinh": "recognitions.date",
    "decision_date": "recognitions.date",
    "recognized": "recognitions.date",
    "decision_no": "recognitions.decision",
    "commune_code": "origin.now",
    "ma_xa": "origin.now",
}
"""Words that are no guesses for somebody who mistypes, but are in older files."""


class Slot(Struct, frozen=True):
    """A place in an entry: the key, the key below it if any, and the language if it is said."""

    top: str
    below: str = ""
    language: Language | None = None


@lru_cache(_KEYS)
def slot_of(key: str, model: type[Model]) -> Slot | None:
    """Return where the value of ``key`` belongs in a file of ``model``; None where nowhere."""
    if said := _LANGUAGE.fullmatch(key):
        found = slot_of(said[1], model)
        if found is not None and not found.below:
            return Slot(found.top, language=Language(said[2]))
    plain = key[: named.end(1)] if (named := _NAMED.fullmatch(key)) else key
    return _own(plain, model) or _guessed(plain, model)


def names_first(found: Iterable[str]) -> list[str]:
    """Return keys in an order in which the name of a thing comes before its id."""
    return sorted(found, key=lambda key: not _NAMED.fullmatch(key))


def _own(key: str, model: type[Model]) -> Slot | None:
    word = "_".join(fold(key.replace("-", " ").replace("_", " ")).split())
    top, _, below = _OWN.get(word, "").partition(".")
    return Slot(top, below) if top in keys(model) else None


def _guessed(key: str, model: type[Model]) -> Slot | None:
    above, below = meant_below(key, model)
    if top := meant(key, model):
        return Slot(top)
    if above == "origin" and "origin" not in keys(model):
        return None
    return Slot(above, below) if above in _GROUPS else None
