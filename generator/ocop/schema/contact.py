"""Field types for the ways to reach someone: addresses of pages, phones, mail, points.

Owns their forms; looks nothing up.
"""

from typing import Annotated
from urllib.parse import urlsplit

from ocop.domain.place import Point
from ocop.patterns import late
from ocop.schema.faults import EMPTY, fault, shown
from ocop.schema.fieldtype import Context, FieldType, scalar
from ocop.source.document import Tree

_HOST = late(r"[\w-]+(\.[\w-]+)*")
_EMAIL = late(r"[^@\s<>\"',;:]+@[\w-]+(\.[\w-]+)+")
_DEGREES = late(r"-?\d{1,3}(\.\d{1,12})?")
_SOUTH, _NORTH, _WEST, _EAST = 6.0, 24.0, 101.5, 118.0
"""Viet Nam with Hoàng Sa and Trường Sa."""


def url_of(text: str) -> str:
    """Return an ``http`` or ``https`` address as written; raises a fault."""
    if any(char.isspace() or not char.isprintable() for char in text) or len(text) > 2000:
        raise fault("OCOP120", found=text, suggestion="https://…")
    try:
        parts = urlsplit(text)
        host = parts.hostname or ""
        parts.port  # noqa: B018 - ValueError where it is no number
    except ValueError:
        raise fault("OCOP120", found=text, suggestion="https://…") from None
    if parts.scheme not in ("http", "https") or not _HOST.fullmatch(host):
        raise fault("OCOP120", found=text, suggestion=_mended(text))
    return text


def _mended(text: str) -> str:
    bare = text.split("://")[-1].lstrip("/")
    return f"https://{bare}" if "." in bare.split("/")[0] and ":" not in bare else "https://…"


def _phone(text: str) -> str:
    digits = sum(char.isdigit() for char in text)
    if not 3 <= digits <= 60 or len(text) > 100 or "\n" in text:
        raise fault("OCOP121", found=text)
    return text


def _zalo(text: str) -> str:
    return url_of(text) if "://" in text or "/" in text else _phone(text)


def _email(text: str) -> str:
    if not _EMAIL.fullmatch(text) or len(text) > 254:
        raise fault("OCOP122", found=text)
    return text


def _point(value: Tree, _: Context) -> Point:
    """Return latitude and longitude of ``[lat, lon]``, or of both in one text as maps copy them."""
    parts: Tree = list(value.split(",")) if isinstance(value, str) and value.strip() else value
    if not parts:
        raise fault(EMPTY)
    if not isinstance(parts, list) or len(parts) != 2:
        raise fault("OCOP126", found=shown(value))
    lat, lon = (_degrees(part, value) for part in parts)
    if not (_SOUTH <= lat <= _NORTH and _WEST <= lon <= _EAST):
        raise fault("OCOP127", found=shown(value), lat=lat, lon=lon)
    return lat, lon


def _degrees(part: Tree, whole: Tree) -> float:
    if not isinstance(part, str) or not _DEGREES.fullmatch(part.strip()):
        raise fault("OCOP126", found=shown(whole))
    return float(part)


_POINT = {"type": "array", "items": {"type": "number"}, "minItems": 2, "maxItems": 2}
_WEB = r"[hH][tT][tT][pP][sS]?://[^\s]+"
_DIGITS = r"([^0-9]*[0-9]){3,60}[^0-9]*"
_URL = {"type": "string", "format": "uri", "pattern": f"^{_WEB}$", "maxLength": 2000}
_NUMBER = {"type": "string", "pattern": f"^{_DIGITS}$", "maxLength": 100}
_MAIL = {
    "type": "string",
    "format": "email",
    "pattern": r"^[^@\s<>\"',;:]+@[^@\s.]+(\.[^@\s.]+)+$",
    "maxLength": 254,
}
Url = Annotated[str, scalar(url_of, "url", _URL)]
Phone = Annotated[str, scalar(_phone, "phone", _NUMBER)]
Zalo = Annotated[str, scalar(_zalo, "zalo", {"type": "string", "pattern": f"^({_WEB}|{_DIGITS})$"})]
Email = Annotated[str, scalar(_email, "email", _MAIL)]
Degrees = Annotated[Point, FieldType(_point, "point", _POINT)]
