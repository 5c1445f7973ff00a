"""What a mistyped id, number or place may have meant.

Owns the refusal that names what is near. Called by the commands that take ids.
"""

import difflib
from collections.abc import Mapping, Sequence

from ocop.cli.usage import WrongUse

_NEAR, _ALIKE = 3, 0.5
"""How many are named in place of an unknown one, and how much like it they are."""


def province_code(province: str) -> str:
    """Return the code of a province given by code or name, present or former."""
    from ocop.domain import gazetteer, similar  # reads the lists of places

    code = province if gazetteer.province(province) else gazetteer.find_province(province)
    if code is None:
        near = similar.similar_places(province, "province", None)
        raise refusal("search.no-such-province", near, province=province)
    return code


def nearest(asked: str, named: Mapping[str, Sequence[str]]) -> tuple[str, ...]:
    """Return ids that are much like ``asked``, or called much so; ``named`` are names by id."""
    from ocop.search.words import key, words  # reads the abbreviations

    def plain(text: str) -> str:
        return " ".join(map(key, words(text)))

    said = {plain(name): one for one, names in named.items() for name in (one, *names)}
    ids = difflib.get_close_matches(asked, named, n=_NEAR)
    close = difflib.get_close_matches(plain(asked), said, n=2 * _NEAR, cutoff=_ALIKE)
    return tuple(dict.fromkeys((*ids, *(said[one] for one in close))))[:_NEAR]


def refusal(message: str, near: Sequence[str], **args: str) -> WrongUse:
    """Return the refusal of a value; ``near`` are those that may have been meant."""
    return WrongUse(f"{message}-near" if near else message, near=", ".join(near), **args)
