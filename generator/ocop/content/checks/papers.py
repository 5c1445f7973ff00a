"""Checks of quality and food-safety papers of products and producers.

Owns what is wrong with their dates; which papers a product needs is not for a catalogue to say.
"""

import datetime as dt
from collections.abc import Iterable, Iterator

from ocop.content.records import Records
from ocop.diagnostics import Diagnostic
from ocop.domain.certificate import Certificate
from ocop.source.document import Document
from ocop.text import fold

_FOOD_SAFETY = ("attp", "vsattp", "an toan thuc pham", "food safety")


def check(records: Records) -> Iterator[Diagnostic]:
    """Find papers that end before they begin, and papers out of date."""
    for product in records.products.values():
        document = records.document("product", product.id)
        yield from _papers(product.certificates, document, records.today)
    for producer in records.producers.values():
        document = records.document("producer", producer.id)
        yield from _papers(producer.certificates, document, records.today)


def is_food_safety(certificate: Certificate) -> bool:
    """Tell whether a paper is a food-safety certificate (giấy chứng nhận đủ điều kiện ATTP)."""
    kind = fold(certificate.kind)
    return any(name in kind for name in _FOOD_SAFETY)


def _papers(
    certificates: Iterable[Certificate], document: Document, today: dt.date
) -> Iterator[Diagnostic]:
    for number, one in enumerate(certificates):
        if one.end is None:
            continue
        where, end = ("certificates", number, "to"), one.end.isoformat()
        if one.start and one.end.last < one.start.first:
            yield document.fault("OCOP320", where, end=end, start=one.start.isoformat())
        elif one.end.last < today:
            code = "OCOP321" if is_food_safety(one) else "OCOP322"
            yield document.fault(code, where, kind=one.kind, end=end)
