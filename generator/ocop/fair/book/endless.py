"""Very long words, which no column is wide enough for.

Owns where a line may break inside them, and which texts are no words at all. Called by
:mod:`ocop.fair.book.matter`.
"""

import re
from typing import Any

_BREAK = "\N{ZERO WIDTH SPACE}"
_ENDLESS = re.compile(r"\S{26,}")
_PIECE = re.compile(r".{1,8}")

_NO_WORDS = frozenset(
    ("code", "photo", "weave", "band", "cover", "back", "makers_weave", "target", "targets")
) | frozenset(("label", "id", "lang", "address", "email", "web", "paper"))
"""Keys of addresses, labels and measures, which must stay as they are."""


def breakable(value: Any) -> Any:
    """Return the words of a book with places for line breaks in those of over 25 letters."""
    if isinstance(value, str):
        return _ENDLESS.sub(lambda word: _BREAK.join(_PIECE.findall(word[0])), value)
    if isinstance(value, list):
        return [breakable(one) for one in value]
    if isinstance(value, dict):
        return {key: one if key in _NO_WORDS else breakable(one) for key, one in value.items()}
    return value
