"""Checks of origins: names and codes that the gazetteer does not know or cannot settle.

Owns the faults of where things come from. An origin is shown as written whatever is found
here; what is open only keeps it off the pages of communes and out of their counts.
"""

from collections.abc import Iterator
from functools import partial
from typing import Literal

from ocop.content.records import Records
from ocop.diagnostics import Diagnostic
from ocop.domain import gazetteer
from ocop.domain.locate import Located, Problem, locate
from ocop.domain.place import Origin
from ocop.domain.placename import Level
from ocop.domain.product import Product
from ocop.domain.similar import similar_places
from ocop.source.document import Document, Where

_CODES: dict[Problem, str] = {
    "unknown_province": "OCOP340",
    "unknown_district": "OCOP341",
    "unknown_commune": "OCOP342",
    "divided": "OCOP343",
    "ambiguous": "OCOP344",
    "unknown_now": "OCOP345",
    "now_elsewhere": "OCOP346",
    "now_differs": "OCOP347",
}
_UNKNOWN: dict[Problem, Level] = {
    "unknown_province": "province",
    "unknown_district": "district",
    "unknown_commune": "commune",
}
_NEW_CODE_YEAR = 2026
"""Since Decision 26/2026 a product code is ``T-X-STT-20YY`` with the present province first."""


def check(records: Records) -> Iterator[Diagnostic]:
    """Find origins to settle, products outside the scope, and pages of places that do not exist."""
    for product in records.products.values():
        document = records.document("product", product.id)
        yield from _origin(product.origin, "origin", document, records, product)
        yield from _outside(product, document, records.config.scope)
        yield from _code(product, document)
    for producer in records.producers.values():
        if producer.origin:
            document = records.document("producer", producer.id)
            yield from _origin(producer.origin, "origin", document, records)
    for fair in records.fairs.values():
        if fair.place:
            yield from _origin(fair.place, "place", records.document("fair", fair.id), records)
    for programme in records.programmes.values():
        document = records.document("programme", programme.id)
        yield from _origin(programme.area, "area", document, records)
    yield from _place_entries(records)


def _origin(
    origin: Origin, key: str, document: Document, records: Records, product: Product | None = None
) -> Iterator[Diagnostic]:
    written = document.data.get(key)
    now = written.get("now") if isinstance(written, dict) else None
    ask = partial(
        locate,
        origin.commune,
        origin.district,
        origin.province,
        scope=records.config.scope,
        dated=product.certified_on if product else None,
    )
    found = ask(now=now if isinstance(now, str) else None)
    if found.problem is None:
        return
    part = _part(found.problem, origin)
    where: Where = (key, part) if isinstance(written, dict) else (key,)
    args = _args(found.problem, ask(), origin, str(now) if part == "now" else getattr(origin, part))
    yield document.fault(_CODES[found.problem], where, key=False, **args)


def _part(problem: Problem, origin: Origin) -> Literal["now", "commune", "district", "province"]:
    if problem in ("unknown_now", "now_elsewhere", "now_differs"):
        return "now"
    level = _UNKNOWN.get(problem)
    if level:
        return level
    return "commune" if origin.commune else "district"


def _args(problem: Problem, by_name: Located, origin: Origin, name: str) -> dict[str, object]:
    """Return what fills a message on ``name``; ``by_name`` is what the names alone lead to."""
    codes = by_name.candidates or (by_name.commune or "",)
    communes = [one for code in codes if (one := gazetteer.commune(code))]
    level = _UNKNOWN.get(problem)
    near = similar_places(name, level, by_name.province) if level else ()
    return {
        "name": name,
        "written": ", ".join(text for _, text in origin.certified),
        "choices": "; ".join(f"{one.code} ({one.full_name})" for one in communes) or "–",
        "first": communes[0].code if communes else "–",
        "near": "; ".join(near) or "–",
        "stated": _full(name),
        "province": _province(by_name.province),
    }


def _outside(product: Product, document: Document, scope: str | None) -> Iterator[Diagnostic]:
    province = product.origin.province_now
    if scope and province and province != scope:
        where = ("origin", "province")
        yield document.fault("OCOP348", where, province=_province(province), scope=_province(scope))


def _code(product: Product, document: Document) -> Iterator[Diagnostic]:
    parts = (product.code or "").split("-")
    province = product.origin.province_now
    if len(parts) != 4 or province is None or int(parts[3]) < _NEW_CODE_YEAR:
        return
    if parts[0].zfill(2) != province:
        yield document.fault(
            "OCOP350", ("code",), found=product.code, stated=parts[0], province=_province(province)
        )


def _place_entries(records: Records) -> Iterator[Diagnostic]:
    for place in records.places.values():
        document = records.document("place", place.id)
        if place.province and gazetteer.province(place.province) is None:
            yield document.fault("OCOP349", ("province",), found=place.province)
        if place.commune and gazetteer.commune(place.commune) is None:
            yield document.fault("OCOP349", ("commune",), found=place.commune)


def _full(code: str) -> str:
    commune = gazetteer.commune(code)
    return f"{commune.full_name}, {_province(commune.province)}" if commune else code


def _province(code: str | None) -> str:
    province = gazetteer.province(code) if code else None
    return province.full_name if province else "–"
