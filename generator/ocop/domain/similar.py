"""Names of places that are spelt much like a text: what an editor may have meant.

Owns suggestions only; nothing is ever resolved through them. Called by the checks of places.
"""

from collections.abc import Iterable, Iterator

from ocop.domain import gazetteer, units
from ocop.domain.placename import Level, split_kind

MOST = 3


def similar_places(text: str, level: Level, province: str | None) -> tuple[str, ...]:
    """Return up to three full names of ``level`` that look like ``text``, the nearest first.

    Communes and districts are looked for in ``province``, a present code; none without it.
    """
    from difflib import get_close_matches  # only for mistakes

    by_name: dict[str, str] = {}
    for full_name in _full_names(level, province):
        by_name.setdefault(split_kind(full_name, level)[1], full_name)
    wanted = split_kind(text, level)[1]
    return tuple(by_name[name] for name in get_close_matches(wanted, by_name, MOST, 0.7))


def _full_names(level: Level, province: str | None) -> Iterable[str]:
    former = gazetteer.former_provinces_in(province or "")
    if level == "province":
        present = [one.full_name for one in gazetteer.provinces()]
        return present + [one.full_name for one in units.former_provinces()]
    if level == "district":
        return (district.full_name for one in former for district in one.districts)
    return _communes(former, province or "")


def _communes(former: Iterable[units.FormerProvince], province: str) -> Iterator[str]:
    for commune in gazetteer.communes_of(province):
        yield commune.full_name
    for one in former:
        for district in one.districts:
            yield from (commune.commune for commune in district.communes)
