"""A rating as a page says it.

Owns the sentences and the designed states of stars: what is shown, until when, and what a
browser puts in their place after that day. Must not know pages. Called by ``cards`` and views.
"""

from functools import partial

from msgspec import Struct

from ocop.domain.recognition import SHOWN, Rating, State
from ocop.pages.formats import date_text
from ocop.pages.press import Press
from ocop.pages.texts import Texts
from ocop.paths import EntryId
from ocop.text import Language


class Stars(Struct, frozen=True):
    """``label`` is "4 sao" or the state in two words; ``note`` the validity or what happened.

    ``expires`` is the last day of the stars (ISO); ``after`` what to say from the next day on.
    """

    state: str
    stars: int | None
    label: str
    note: str
    expires: str | None
    after: str


def stars_of(press: Press, product: EntryId, language: Language) -> Stars:
    """Return what may be shown of a product's rating, found once for its page and its card."""

    return press.once(("stars", product, language), partial(_stars_of, press, product, language))


def _stars_of(press: Press, product: EntryId, language: Language) -> Stars:
    """Return the same for all products whose stars are the same and end on the same day."""
    rating = press.site.catalogue.ratings[product]
    make, decisive = partial(stars, rating, press.texts_in(language)), rating.recognition
    if rating.state not in SHOWN or decisive is None or decisive.revoked:
        return make()
    return press.once(("stars", rating.state, rating.stars, rating.expires, language), make)


def stars(rating: Rating, t: Texts) -> Stars:
    """Return what may be shown of ``rating`` in the language of ``t``."""
    last = rating.hidden_after
    end = date_text(rating.expires, t.language) if rating.expires else ""
    return Stars(
        state=rating.state.value,
        stars=rating.stars,
        label=_label(rating, t),
        note=_note(rating, t, end),
        expires=last.isoformat() if last else None,
        after=t("stars.after", date=end) if last else "",
    )


def _label(rating: Rating, t: Texts) -> str:
    if rating.stars:
        return t("stars.label", n=rating.stars)
    if rating.state is State.PROPOSED:
        return t("stars.proposed", n=rating.proposed)
    return t(f"stars.{rating.state.value}")


def _note(rating: Rating, t: Texts, end: str) -> str:
    decisive = rating.recognition
    if rating.state is State.REVOKED and decisive and decisive.revoked:
        when = date_text(decisive.revoked, t.language)
        return t("stars.note.revoked", n=decisive.stars, date=when)
    if rating.state is State.EXPIRED and decisive:
        return t("stars.note.expired", n=decisive.stars, date=end)
    if rating.state in (State.VALID, State.DUE, State.EXTENDED) and end:
        return t(f"stars.note.{rating.state.value}", date=end)
    return t(f"stars.note.{rating.state.value}")
