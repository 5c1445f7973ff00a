"""When an entry last had news, as far as its own dates tell.

Owns the rule behind ``updated`` in the open data and ``lastmod`` in the sitemap: the newest
date that the content states and that has come. Never the clock, never a file's time.
"""

import datetime as dt
from collections.abc import Iterable

from ocop.dates import PartialDate
from ocop.domain.article import News
from ocop.domain.certificate import Certificate
from ocop.domain.producer import Producer
from ocop.domain.product import Product
from ocop.domain.programme import Figure, Programme


def updated(record: Product | Producer | Programme | News, today: dt.date) -> PartialDate | None:
    """Return the newest date not after ``today`` that ``record`` states; None without any."""
    known = [date for date in _dates(record) if date is not None and date.first <= today]
    return max(known, key=_order) if len(known) > 1 else known[0] if known else None


def _order(date: PartialDate) -> tuple[dt.date, bool, bool]:
    return date.first, date.month is not None, date.day is not None


def _dates(record: Product | Producer | Programme | News) -> Iterable[PartialDate | None]:
    match record:
        case Product():
            return _of_product(record)
        case Producer():
            return _of_certificates(record.certificates)
        case Programme():
            return _of_programme(record)
        case News():
            return (record.date,)


def _of_product(product: Product) -> Iterable[PartialDate | None]:
    for recognition in product.recognitions:
        yield recognition.date
        yield recognition.revoked
    if product.price:
        yield product.price.as_of
    for certificate in product.certificates:
        yield certificate.start


def _of_certificates(certificates: Iterable[Certificate]) -> Iterable[PartialDate | None]:
    return (certificate.start for certificate in certificates)


def _of_programme(programme: Programme) -> Iterable[PartialDate | None]:
    yield from _of_figures(programme.figures)
    for event in programme.events:
        yield event.date
    for document in programme.documents:
        yield document.date


def _of_figures(figures: Iterable[Figure]) -> Iterable[PartialDate | None]:
    for figure in figures:
        yield figure.as_of
        yield from _of_figures(figure.parts)
