"""Field types for one value written as text: text, numbers, yes/no and choices."""

from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import Annotated, Any

from ocop.patterns import late
from ocop.schema.faults import fault, line_of
from ocop.schema.fieldtype import REPEATED, FieldType, scalar
from ocop.text import fold

_WHOLE = late(r"[+-]?[0-9]{1,18}")
LONG = 2000
"""The most characters of a text that has no limit of its own."""


def limited(text: str, most: int) -> str:
    """Return ``text``; raises the fault of one longer than ``most`` characters."""
    if len(text) > most:
        raise fault("OCOP118", count=len(text), most=most)
    return text


def text(most: int = LONG) -> FieldType:
    """Return the field type of text in no particular language, with its lines as written."""
    json = {"type": "string", "maxLength": most}
    return scalar(lambda value: limited(value, most), "text", json, {"most": most})


def line(most: int = 300) -> FieldType:
    """Return the field type of one line of text; line breaks become spaces."""

    @lru_cache(REPEATED)
    def read(value: str) -> str:
        return limited(line_of(value), most)

    json = {"type": "string", "maxLength": most}
    return FieldType(
        lambda value, _: read(value) if isinstance(value, str) else line_of(value),
        "line",
        json,
        {"most": most},
    )


def whole(low: int, high: int, code: str = "OCOP112") -> FieldType:
    """Return the field type of a whole number from ``low`` to ``high``.

    ``code`` is the fault of a number outside, where a plain "out of range" would not help.
    """

    def parse(value: str) -> int:
        if not _WHOLE.fullmatch(value):
            raise fault("OCOP111", found=value)
        number = int(value)
        if not low <= number <= high:
            raise fault(code, found=value, low=low, high=high)
        return number

    json = {"type": "integer", "minimum": low, "maximum": high}
    return scalar(parse, "whole", json, {"low": low, "high": high}, repeated=True)


def _yes(value: str) -> bool:
    if value not in ("true", "false"):
        raise fault("OCOP113", found=value)
    return value == "true"


def choice(values: Iterable[str]) -> FieldType:
    """Return the field type of one of ``values``."""
    return _choice(tuple(values), {}, {"enum": list(values)})


def spoken(values: Mapping[str, Iterable[str]]) -> FieldType:
    """Return the field type of one of ``values``, each also in other words.

    The words are folded; a longer text counts when it begins with the word.
    """
    words = {word: value for value, group in values.items() for word in group}
    return _choice(tuple(values), words, {"examples": list(values)})


def _choice(
    allowed: tuple[str, ...], words: Mapping[str, str], json: Mapping[str, Any]
) -> FieldType:
    longest_first = sorted(words, key=len, reverse=True)

    def parse(value: str) -> str:
        if value in allowed:
            return value
        said = fold(value.replace("_", " ").replace(".", " ")) + " "
        word = next((word for word in longest_first if said.startswith(word + " ")), None)
        if word is None:
            raise fault("OCOP114", found=value, choices=", ".join(allowed))
        return words[word]

    listed = ", ".join(f"`{one}`" for one in allowed)
    args = {"choices": listed, "words": longest_first}
    return scalar(parse, "choice", {"type": "string", **json}, args, repeated=True)


Line = Annotated[str, line()]
Text = Annotated[str, text()]
Yes = Annotated[bool, scalar(_yes, "yes", {"type": "boolean"})]
Stars = Annotated[int, whole(3, 5, "OCOP128")]
Year = Annotated[int, whole(1900, 2100)]
