"""Today's rating of a product.

Owns the rule by which one of a product's recognitions decides what may be shown on a day
(the contract, part 1 "Today's rating"; Decision 26/2026/QĐ-TTg, articles 4.3, 7.6a, 8, 12.3).
Reads no clock. Called by the catalogue and by the checks of recognitions.
"""

import datetime as dt
from collections.abc import Sequence

from ocop.dates import PartialDate
from ocop.domain.recognition import SHOWN, Rating, Recognition, State

LIFE_IN_MONTHS = 36
"""A certificate's life from the day of its decision (article 4.3)."""

DUE_DAYS = 180
"""A file for renewal may be handed in from this many days before the end (article 7.6a)."""

DUE_DEADLINE_DAYS = 120
"""… and no later than this many days before the end (article 7.6a)."""

EXTENSION_DAYS = 180
"""An extension reaches at most this many days past the end (article 12.3)."""


def own_end(recognition: Recognition) -> PartialDate | None:
    """Return the end that the certificate itself has; None where neither end nor date is known.

    A month or a year gives an end of the same precision: it is over after its last day.
    """
    if recognition.expires or recognition.date is None:
        return recognition.expires
    return recognition.date.plus_months(LIFE_IN_MONTHS)


def whole_end(recognition: Recognition) -> PartialDate | None:
    """Return the end including an extension; an extension that ends sooner changes nothing."""
    return _with_extension(own_end(recognition), recognition.extended)


def _with_extension(own: PartialDate | None, extended: PartialDate | None) -> PartialDate | None:
    if extended is None or (own is not None and extended.last <= own.last):
        return own
    return extended


def is_awarded(recognition: Recognition, today: dt.date) -> bool:
    """Tell whether the decision can have been signed by ``today``; undated ones count as signed."""
    return recognition.date is None or recognition.date.first <= today


def is_revoked(recognition: Recognition, today: dt.date) -> bool:
    """Tell whether the certificate is withdrawn; a bare month or year counts from its first day."""
    return recognition.revoked is not None and recognition.revoked.first <= today


def is_open(recognition: Recognition, today: dt.date) -> bool:
    """Tell whether the certificate is signed, not revoked, and not past its end or extension."""
    if is_revoked(recognition, today) or not is_awarded(recognition, today):
        return False
    end = whole_end(recognition)
    return end is None or today <= end.last


def rate(recognitions: Sequence[Recognition], proposed: int | None, today: dt.date) -> Rating:
    """Return what a product may show on ``today``, whatever the order of its recognitions.

    The first that exists decides: the newest open recognition with a date, an open one
    without, the newest closed one. One dated in the future does not exist yet.
    """
    known = [one for one in recognitions if is_awarded(one, today)]
    if not known:
        return Rating(State.UNRATED if proposed is None else State.PROPOSED, proposed=proposed)
    decisive = known[0] if len(known) == 1 else _decisive(known, today)
    own = own_end(decisive)
    end = _with_extension(own, decisive.extended)
    state = _state(decisive, own, end, today)
    stars = decisive.stars if state in SHOWN else None
    return Rating(state, stars, decisive, end, proposed)


def _decisive(known: Sequence[Recognition], today: dt.date) -> Recognition:
    still_open = [one for one in known if is_open(one, today)]
    dated = [one for one in still_open if one.date]
    return max(dated or still_open or known, key=newness)


def _state(
    recognition: Recognition, own: PartialDate | None, end: PartialDate | None, today: dt.date
) -> State:
    """Return the state of a signed one from its ``own`` end and its ``end`` with an extension."""
    if is_revoked(recognition, today):
        return State.REVOKED
    if end is not None and today > end.last:
        return State.EXPIRED
    if recognition.date is None or own is None:
        return State.UNDATED
    if today > own.last:
        return State.EXTENDED
    return State.DUE if (own.last - today).days <= DUE_DAYS else State.VALID


def newness(recognition: Recognition) -> tuple[str, str, int, str]:
    """Order by date, a more precise one after the year or month that it lies in.

    Of two on the same day the one that ends later is the newer, then the one with more stars
    (an upgrade); the decision's number makes the order total.
    """
    date, end = recognition.date, whole_end(recognition)
    return (
        date.isoformat() if date else "",
        end.last.isoformat() if end else "",
        recognition.stars,
        recognition.decision or "",
    )
