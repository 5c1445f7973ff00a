"""What a page shows differently on another day, the content being the same.

Owns the day's part of keys: small and exact, so that midnight changes no key of a page that
shows the same. Called by :mod:`ocop.pages.keys.reading`.
"""

import datetime as dt
from collections.abc import Iterable, Sequence

from ocop.domain.article import News
from ocop.domain.certificate import Certificate
from ocop.domain.producer import Producer
from ocop.domain.product import Product
from ocop.domain.programme import Programme
from ocop.domain.rating import is_revoked, own_end
from ocop.domain.recognition import Rating, Recognition, State
from ocop.pages.updated import updated

Dated = Product | Producer | Programme | News
"""A record whose own dates tell when it last had news."""

_TOLD_BY_STATE = frozenset({State.VALID, State.DUE, State.EXTENDED, State.EXPIRED})
"""States of a product with one recognition that settle what its history says of it."""


def shown_stars(rating: Rating) -> tuple[object, ...]:
    """Return what :func:`ocop.pages.stars.stars` reads of a rating."""
    decisive = rating.recognition
    since = (decisive.stars, decisive.revoked) if decisive else None
    return rating.state.value, rating.stars, rating.expires, rating.proposed, since


def decided(product: Product, rating: Rating) -> tuple[object, ...]:
    """Return what a day settles of the rating of a product whose facts are known."""
    decisive = rating.recognition
    which = product.recognitions.index(decisive) if decisive else None
    return rating.state.value, rating.stars, which


def history(found: Sequence[Recognition], state: State, today: dt.date) -> tuple[object, ...]:
    """Return which recognitions are over, which are extended and which are withdrawn."""
    if not found or (len(found) == 1 and state in _TOLD_BY_STATE):
        return ()
    return tuple(_end(one, today) for one in found)


def _end(one: Recognition, today: dt.date) -> tuple[bool, bool, bool]:
    own = own_end(one)
    over = own is not None and own.last < today
    extended = over and one.extended is not None and today <= one.extended.last
    return over, extended, is_revoked(one, today)


def lapsed(found: Iterable[Certificate], today: dt.date) -> tuple[bool, ...]:
    """Return which certificates no longer hold."""
    return tuple([one.end is not None and one.end.last < today for one in found])


def newest(record: Dated, today: dt.date) -> object:
    """Return when a record last had news, as open data and the sitemap say it."""
    return updated(record, today)
