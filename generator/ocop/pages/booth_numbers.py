"""What a booth's number says: ``12A``, ``A-03``, ``Gian 5``, ``3–4``, or a name: ``Sân khấu``.

Owns the reading of numbers as organisers write them. Knows no plan and no page. Called by
:mod:`ocop.pages.booths`.
"""

import re
from collections import Counter
from collections.abc import Iterable, Mapping

from msgspec import Struct

from ocop.patterns import late
from ocop.text import fold

_WORDS = "gian hang|gian|booth|stall|stand|quay|ki-?ot|kiosk|so|no|nr"
_SAID = rf"(?:(?:(?:{_WORDS})(?![a-z])|#)\.?\s*)+"
_BEFORE = late(rf"(?:{_SAID})?(?:(?:khu|day|lo|o|row)\s+)?(?=[a-z0-9])")
_ONE = late(rf"([a-z]{{0,3}})[\s.,/–-]*(?:{_SAID})?(\d{{1,4}})(?:\s?([a-z]))?(?![a-z0-9])")
_BETWEEN = late(r"\s*(-|–|—|~|→|\bden\b|\bto\b|,|;|\+|&|/|\bva\b|\band\b)\s*")
_ROWED = late(r"(\d+)\s*[-–]\s*(\d+)")
_STROKED = late(r"[đĐ](?=[\W\d])")
_ONWARD = frozenset(["-", "–", "—", "~", "→", "den", "to"])
_MOST = 40
"""Booths that one entry takes at most: what says more is no span."""

_SHORT = 6
"""Characters that fit on a stall."""


class Number(Struct, frozen=True, order=True):
    """A booth's number: the letters of its row, the number and what stands behind it.

    ``places`` tells how many booths it takes. What is only a ``name`` has no number and comes
    last. Two ways of writing one number are equal.
    """

    name: str
    row: str
    number: int
    behind: str
    places: int


def read_numbers(labels: Iterable[str]) -> Mapping[str, Number]:
    """Return what each label says.

    ``1-2`` are two booths, unless others begin with the same ``1-``: then it is row 1, booth 2.
    """
    texts = {label: _plain(label) for label in labels}
    firsts = Counter(one[1] for text in texts.values() if (one := _ROWED.fullmatch(text)))
    rows = {row for row, count in firsts.items() if count > 1}
    return {label: _read(text, rows) for label, text in texts.items()}


def short(label: str) -> str:
    """Return a label as a stall shows it: ``5`` for ``Gian số 5``, ``A5`` for ``Khu A, gian 5``."""
    text = fold(label)
    start = _BEFORE.match(text)
    found = _ONE.match(text, start.end()) if start else None
    # Only where folding kept every character does a place in one text name it in the other.
    if not start or not found or len(text) != len(label):
        return label
    rest = label[start.end() :].strip()
    if len(rest) > _SHORT and found.end() == len(text):
        return (found[1] + found[2] + (found[3] or "")).upper()
    return rest


def _plain(label: str) -> str:
    """Return a label folded, without the word for booth; a row Đ stays apart from a row D."""
    text = fold(_STROKED.sub("dd", label))
    start = _BEFORE.match(text)
    return text[start.end() :] if start else text


def _read(text: str, rows: set[str]) -> Number:
    rowed = _ROWED.fullmatch(text)
    if rowed and (rowed[1] in rows or int(rowed[1]) >= int(rowed[2])):
        return Number("", rowed[1].zfill(4), int(rowed[2]), "", 1)
    first = _ONE.match(text)
    if first is None:
        return Number(text or "?", "", 0, "", 1)
    places, end = _places(text, first)
    return Number("", first[1], int(first[2]), (first[3] or "") + text[end:].strip(), places)


def _places(text: str, first: re.Match[str]) -> tuple[int, int]:
    """Return how many booths a label names, those of a span among them, and where they end."""
    count, last = 1, first
    while between := _BETWEEN.match(text, last.end()):
        one = _ONE.match(text, between.end())
        if one is None:
            break
        onward = between[1] in _ONWARD and one[1] in ("", first[1])
        count += max(1, int(one[2]) - int(last[2])) if onward else 1
        last = one
    return (count, last.end()) if count <= _MOST else (1, first.end())
