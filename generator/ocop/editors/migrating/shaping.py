"""Older values in today's shape.

Owns how one value becomes another: many pictures a list of photos, a month from–to a season. Looks
at no file. Called by :mod:`ocop.editors.migrating.moving`.
"""

import re
from collections.abc import Callable, Mapping
from functools import lru_cache
from pathlib import PurePosixPath

from ocop.domain import taxonomy
from ocop.editors.likely_set import likely_set
from ocop.schema.model import Model
from ocop.schema.outline import is_by_language
from ocop.source.document import Tree
from ocop.text import fold

_TIME = re.compile(r"(\d{4}-\d{2}-\d{2})[T ].*")
_STARS = re.compile(r"([3-5])(?:\.0)?(?: ?(?:sao|stars?|\*|★))?")
_MONTHS = re.compile(r"(?:tu )?thang (\d{1,2}) (?:den|toi|-|–) (?:thang )?(\d{1,2})")
_NAMES = 1024
_MONTH = re.compile(r"thang (\d{1,2})")


def shaped(model: type[Model], top: str, below: str, value: Tree, name: str) -> Tree:
    """Return a value in the shape of the key ``top`` (and ``below``), as it is where none is known.

    ``name`` is the entry's own, which stands for the words of a photo that has none.
    """
    make = _SHAPES.get(below or top)
    if make is not None:
        return make(value, name)
    if isinstance(value, list) and is_by_language(model, top):
        return ", ".join(str(one) for one in value)
    return value


def chosen_set(value: str, name: str) -> tuple[str, bool] | None:
    """Return the number of the set that an older name stands for, and whether it is a guess.

    Of several successors the one that the product's name speaks for is taken, else the first.
    """
    if value.isdecimal():
        return (value, False) if int(value) in taxonomy.SETS else None
    numbers = _successors(value)
    likely = likely_set(name)
    if len(numbers) == 1:
        return str(numbers[0]), False
    if likely is not None and (likely in numbers or not numbers):
        return str(likely), True
    return (str(numbers[0]), True) if numbers else None


@lru_cache(_NAMES)
def _successors(name: str) -> tuple[int, ...]:
    return tuple(one.number for one in taxonomy.sets_named(name.replace("-", " ")))


def _photos(value: Tree, name: str) -> Tree:
    found = value if isinstance(value, list) else [value]
    return [_photo(one, name) for one in found]


def _photo(value: Tree, name: str) -> Tree:
    if isinstance(value, dict):
        file = next((value[key] for key in ("file", "src", "url", "path") if key in value), None)
        told: dict[str, Tree] = {
            key: value[key] for key in ("alt", "caption", "credit", "focus") if key in value
        }
        known = {"file", "src", "url", "path", *told}
        return value if not isinstance(file, str) or set(value) - known else _of(file, name, told)
    return _of(value, name, {}) if isinstance(value, str) else value


def _of(file: str, name: str, told: Mapping[str, Tree]) -> dict[str, Tree]:
    return {"file": PurePosixPath(file).name, "alt": name, **told}


def _certificates(value: Tree, _: str) -> Tree:
    found = value if isinstance(value, list) else [value]
    return [{"kind": one} if isinstance(one, str) else one for one in found]


def _season(value: Tree, _: str) -> Tree:
    text = fold(value) if isinstance(value, str) else ""
    if match := _MONTHS.fullmatch(text):
        first, last = int(match[1]), int(match[2])
        length = (last - first) % 12 + 1
        return [str((first - 1 + step) % 12 + 1) for step in range(length)]
    match = _MONTH.fullmatch(text)
    return [match[1]] if match else value


def _stars(value: Tree, _: str) -> Tree:
    text = value.strip() if isinstance(value, str) else ""
    if text and set(text) <= {"*", "★"}:
        return str(len(text))
    match = _STARS.fullmatch(text.lower())
    return match[1] if match else value


def _day(value: Tree, _: str) -> Tree:
    match = _TIME.fullmatch(value) if isinstance(value, str) else None
    return match[1] if match else value


def _price(value: Tree, _: str) -> Tree:
    if not isinstance(value, str):
        return value
    low, dash, high = (part.strip() for part in value.replace("–", "-").partition("-"))
    return {"from": low, "to": high} if dash else {"from": low}


def _listed(value: Tree, _: str) -> Tree:
    return [value] if isinstance(value, str) else value


def _yes(value: Tree, _: str) -> Tree:
    return value.lower() if isinstance(value, str) else value


_SHAPES: Mapping[str, Callable[[Tree, str], Tree]] = {
    "photos": _photos,
    "certificates": _certificates,
    "season": _season,
    "stars": _stars,
    "date": _day,
    "expires": _day,
    "event_date": _day,
    "founded": _day,
    "price": _price,
    "from": _day,
    "packs": _listed,
    "tags": _listed,
    "sources": _listed,
    "draft": _yes,
}
