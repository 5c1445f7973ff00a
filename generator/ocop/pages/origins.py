"""Names of places as a search finds them: those of the certificate, and those of today.

Owns which words of a place are no part of its name. Must not know pages. Products share places,
so each is looked at once. Called by :mod:`ocop.pages.findable`.
"""

import re
from collections.abc import Iterator
from functools import lru_cache

from ocop.domain import gazetteer
from ocop.domain.place import Origin
from ocop.domain.placename import spelling
from ocop.patterns import late

_KIND = late(
    r"(?:(?:xã|phường|thị trấn|đặc khu|huyện|quận|thị xã|thành phố|tỉnh"
    r"|thôn|xóm|ấp|khóm|khu phố|tổ dân phố|tiểu khu)\s+"
    r"|(?:t\.\s?[ptx]\b\.?|t[ptx]\b\.?|[xphqt]\.)\s*)(?=\w)",
    re.IGNORECASE,
)
"""What a name may begin with. Only as it is spelt or with a full stop: "Quan Sơn" is a name."""


@lru_cache(maxsize=65_536)
def searched_names(origin: Origin) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the names of an origin as certified, from the smallest, without words of kind.

    Beside them those of its present commune and province that the certificate lacks.
    """
    certified = tuple(_bare(text) for _, text in origin.certified)
    present = tuple(name for name in _present(origin) if name not in certified)
    known = set(map(spelling, certified if present else ()))
    return certified, tuple(name for name in present if spelling(name) not in known)


def _present(origin: Origin) -> Iterator[str]:
    if commune := gazetteer.commune(origin.commune_now or ""):
        yield commune.name
    if province := gazetteer.province(origin.province_now or ""):
        yield province.name


def _bare(text: str) -> str:
    return _KIND.sub("", text, count=1) if _KIND.match(text) else text
