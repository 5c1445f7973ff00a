"""Stars and their life.

Owns what a recognition is and what today's rating follows from (the contract, part 1
"Today's rating"; certificate life: Decision 26/2026/QĐ-TTg, articles 4.3, 7.6a, 8, 12.3).
Stars are never computed from points.
"""

import datetime as dt
from enum import StrEnum
from typing import Literal

from msgspec import Struct

from ocop.dates import PartialDate

RecognitionKind = Literal["first", "upgrade", "renewal"]


class State(StrEnum):
    """The state of a product's rating on a day."""

    VALID = "valid"
    DUE = "due"
    EXTENDED = "extended"
    UNDATED = "undated"
    EXPIRED = "expired"
    REVOKED = "revoked"
    PROPOSED = "proposed"
    UNRATED = "unrated"


SHOWN = frozenset({State.VALID, State.DUE, State.EXTENDED, State.UNDATED})
"""The states in which stars are shown."""


class Recognition(Struct, frozen=True):
    """One decision to award stars; ``expires`` is the stated end, None for the usual 36 months."""

    stars: int
    date: PartialDate | None = None
    decision: str | None = None
    authority: str | None = None
    kind: RecognitionKind | None = None
    document: str | None = None
    expires: PartialDate | None = None
    extended: PartialDate | None = None
    revoked: PartialDate | None = None
    reason: str | None = None


class Rating(Struct, frozen=True):
    """What a product may show on a day; ``stars`` is None unless the state shows them.

    ``recognition`` is the one that decided; ``expires`` its end including an extension.
    """

    state: State
    stars: int | None = None
    recognition: Recognition | None = None
    expires: PartialDate | None = None
    proposed: int | None = None

    @property
    def hidden_after(self) -> dt.date | None:
        """The last day on which the stars may stand; None when they do not end by themselves.

        A revocation that is announced for a day to come ends them on the day before.
        """
        if self.stars is None or self.recognition is None:
            return None
        revoked, day = self.recognition.revoked, dt.timedelta(days=1)
        ends = [self.expires.last] if self.expires else []
        ends += [revoked.first - day] if revoked else []
        return min(ends, default=None)
