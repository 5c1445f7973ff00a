"""Where a thing comes from, as a line of text and as links.

Owns how present and former places are written on shopper pages: the present commune and
province first, the certificate's own words where they differ. Must not know pages.
"""

from collections.abc import Iterator
from functools import lru_cache

from ocop.domain import gazetteer
from ocop.domain.place import Origin

_KINDS = ("tỉnh ", "thành phố ", "tp. ", "tp ", "xã ", "phường ")


def place_line(origin: Origin) -> str:
    """Return the shortest line that tells where: present names if known, else as certified."""
    return ", ".join(now_parts(origin) or [_short(text) for _, text in origin.certified[-2:]])


def now_parts(origin: Origin) -> list[str]:
    """Return the names of the present commune and province, as far as they are known."""
    commune, province = _names(origin.commune_now, origin.province_now)
    if commune is None:
        former = [_short(text) for key, text in origin.certified if key in ("commune", "district")]
        return [*former[-1:], province] if province else []
    return [commune, province] if province else [commune]


@lru_cache(maxsize=8192)
def _names(commune_now: str | None, province_now: str | None) -> tuple[str | None, str | None]:
    """Return the names of a commune and a province, as far as there are such."""
    commune = gazetteer.commune(commune_now) if commune_now else None
    province = gazetteer.province(province_now) if province_now else None
    return commune.full_name if commune else None, province.name if province else None


def certified_line(origin: Origin) -> str:
    """Return the origin exactly as the certificate has it."""
    written = origin.village, origin.commune, origin.district, origin.province
    return ", ".join(filter(None, written))


def candidate_names(origin: Origin) -> Iterator[str]:
    """Yield the present communes between which an editor must still choose."""
    for code in origin.candidates:
        commune = gazetteer.commune(code)
        if commune:
            yield commune.full_name


def _short(name: str) -> str:
    lowered = name.lower()
    for kind in _KINDS:
        if lowered.startswith(kind):
            return name[len(kind) :]
    return name
