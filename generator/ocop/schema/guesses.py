"""What an editor may have meant by a key that does not exist.

Owns the guesses: words for our keys (``locale/guesses.yaml``), personal data, near spellings.
Called by :mod:`ocop.schema.check`.
"""

from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path

from ocop.schema.model import Model, keys, nested
from ocop.tables import read_table
from ocop.text import fold


@cache
def _words() -> Mapping[str, frozenset[str]]:
    path = Path(__file__).parents[1] / "locale" / "guesses.yaml"
    return {key: frozenset(words) for key, words in read_table(path).items()}


def is_personal(key: str) -> bool:
    """Tell whether ``key`` asks for data on a person that a public site must not hold."""
    return _plain(key) in _words()["personal data"]


def meant(key: str, model: type[Model]) -> str:
    """Return the key of ``model`` that ``key`` is a word for; empty when it is none."""
    return _word_for(key, keys(model))


def meant_below(key: str, model: type[Model]) -> tuple[str, str]:
    """Return the key that ``key`` is a word for, one level deeper, after the key above it."""
    found = ((above, _word_for(key, keys(inner))) for above, inner in nested(model).items())
    return next(((above, below) for above, below in found if below), ("", ""))


def _word_for(key: str, known: Iterable[str]) -> str:
    plain = _plain(key)
    right = (one for one in known if plain == one or plain in _words().get(one, ()))
    return next(right, "")


def nearest(word: str, known: Iterable[str]) -> str:
    """Return the one of ``known`` that is spelt most like ``word``; empty when none is."""
    from difflib import get_close_matches  # only for mistakes

    return next(iter(get_close_matches(word, tuple(known), 1)), "")


def _plain(key: str) -> str:
    return "_".join(fold(key.replace("-", " ").replace("_", " ")).split())
