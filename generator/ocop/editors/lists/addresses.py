"""Addresses in one cell, taken apart into village, commune, district and province.

Owns which part is which; what a name means today is for :mod:`ocop.domain.locate`. Called by the
import of lists.
"""

import re
from functools import lru_cache

from ocop.domain import gazetteer
from ocop.domain.placename import Level, split_kind

_APART = re.compile(
    r"\s*(?:[,;\n]|\s[-–]\s)\s*"
    r"|(?<!thị)(?<!thi)\s+(?=(?i:tỉnh|huyện|xã|phường|thị trấn|thị xã|quận|đặc khu)\s+[^\W_a-z])"
)
_LEVELS: tuple[Level, ...] = ("commune", "district", "province")
_PROVINCES = ("tỉnh", "thành phố")
_LEAD = re.compile(r"^(?:địa chỉ|đ/c|đc|trụ sở)\s*:?\s*", re.IGNORECASE)
_VILLAGE = re.compile(
    r"(?:thôn|bản|ấp|buôn|làng|xóm|khu|tổ|tiểu khu|khóm|khối|plei|pơlei|kon|bon|đội|phum|sóc"
    r"|tdp)\b",
    re.IGNORECASE,
)
_COUNTRY = re.compile(r"^(?:việt nam|viet nam|vn)\.?$", re.IGNORECASE)


@lru_cache(8192)
def parts_of(address: str) -> tuple[tuple[str, str], ...]:
    """Return the parts of an address by key of an origin, as written, the smallest first.

    ``rest`` is what is smaller than a village or cannot be told: a house, a street.
    A part without a kind counts by its place: the last one may be a province by name, the ones
    before it a district and a commune where the larger ones are told too.
    """
    parts = [part for part in _APART.split(_LEAD.sub("", address.strip(" .,;"))) if part]
    if parts and _COUNTRY.match(parts[-1]):
        parts.pop()
    found: dict[str, str] = {}
    rest = _province(parts, found)
    rest = _named(rest, found)
    rest = _bare(rest, found)
    if rest:
        found["village" if _VILLAGE.match(rest[-1]) else "rest"] = ", ".join(rest)
    order = ("rest", "village", "commune", "district", "province")
    return tuple((key, found[key]) for key in order if key in found)


def _province(parts: list[str], found: dict[str, str]) -> list[str]:
    """Take the province from the end, if the last part is one."""
    if not parts:
        return parts
    kind, _ = split_kind(parts[-1], "province")
    known = gazetteer.find_province(parts[-1]) is not None
    if kind == "tỉnh" or (
        known and (len(parts) > 1 or split_kind(parts[-1], "commune")[0] is None)
    ):
        # "TP. Thanh Hóa" alone, or before its province, is the city and not the province.
        if kind == "thành phố" and not is_city(parts[-1]):
            return parts
        found["province"] = parts[-1]
        return parts[:-1]
    return parts


def is_city(text: str) -> bool:
    """Tell whether a name is that of a city without a province above it."""
    return any(one.kind == "thành phố" for one in gazetteer.former_provinces_named(text))


def _named(parts: list[str], found: dict[str, str]) -> list[str]:
    """Take the parts that say what they are: "xã …", "H. …"."""
    rest = []
    for part in reversed(parts):
        level = next((one for one in ("district", "commune") if _states(part, one, found)), None)
        if level is None:
            rest.append(part)
        else:
            found[level] = part
    return rest[::-1]


def _states(part: str, level: str, found: dict[str, str]) -> bool:
    kind, name = split_kind(part, level)  # type: ignore[arg-type]
    if kind is None or level in found or not name:
        return False
    # A single letter is a kind only with its point: "P. Ba Đình", but "Q A 12" is a house.
    lead = part.split()[0].rstrip(".").lower()
    return len(lead) > 1 or "." in part[:3]


def _bare(parts: list[str], found: dict[str, str]) -> list[str]:
    """Take bare names from the end while the order of an address tells what they are."""
    if "province" in found and "district" not in found and "commune" not in found:
        if len(parts) >= 2 and _is_district(parts[-1], found["province"]):
            found["district"] = parts[-1]
            found["commune"] = parts[-2]
            return parts[:-2]
        if len(parts) == 1 and _is_district(parts[0], found["province"]):
            found["district"] = parts[0]
            return []
        if parts and _is_commune(parts[-1], found["province"]):
            found["commune"] = parts[-1]
            return parts[:-1]
    if "district" in found and "commune" not in found and parts:
        found["commune"] = parts[-1]
        return parts[:-1]
    if "commune" in found and "district" not in found and parts and "province" in found:
        before = [part for part in parts if _is_district(part, found["province"])]
        if before and before[-1] == parts[-1]:
            found["district"] = parts[-1]
            return parts[:-1]
    return parts


def _is_district(text: str, province: str) -> bool:
    return any(one.names.find(text) for one in gazetteer.former_provinces_named(province))


def _is_commune(text: str, province: str) -> bool:
    code = gazetteer.find_province(province)
    if code is None:
        return False
    former = gazetteer.former_provinces_in(code)
    wanted = split_kind(text, "commune")[1]
    now = any(
        split_kind(one.full_name, "commune")[1] == wanted for one in gazetteer.communes_of(code)
    )
    return now or any(one.communes_named(text) for one in former)
