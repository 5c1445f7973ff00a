"""Today's rating, with dates worked out by hand (the contract, part 1)."""

import datetime as dt
from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ocop.dates import PartialDate
from ocop.domain.rating import rate
from ocop.domain.recognition import SHOWN, Rating, Recognition, State

DAY = dt.timedelta(days=1)


def recognition(
    stars: int = 3,
    date: str | None = None,
    *,
    expires: str | None = None,
    extended: str | None = None,
    revoked: str | None = None,
) -> Recognition:
    dates = [
        PartialDate.parse(text) if text else None for text in (date, expires, extended, revoked)
    ]
    return Recognition(stars, date=dates[0], expires=dates[1], extended=dates[2], revoked=dates[3])


def on(day: str, *recognitions: Recognition, proposed: int | None = None) -> Rating:
    return rate(recognitions, proposed, dt.date.fromisoformat(day))


@pytest.mark.parametrize(
    ("day", "state", "stars"),
    [
        ("2025-06-18", State.UNRATED, None),  # not yet signed
        ("2025-06-19", State.VALID, 4),
        ("2027-12-21", State.VALID, 4),  # 181 days left
        ("2027-12-22", State.DUE, 4),  # 180 days left
        ("2028-06-19", State.DUE, 4),  # the last day counts
        ("2028-06-20", State.EXPIRED, None),
    ],
)
def test_a_certificate_lives_thirty_six_months_through_its_last_day(
    day: str, state: State, stars: int | None
) -> None:
    rating = on(day, recognition(4, "2025-06-19"))
    assert (state, stars) == (rating.state, rating.stars)


def test_a_certificate_of_29_february_ends_on_the_28th() -> None:
    leap = recognition(3, "2024-02-29")
    assert on("2027-02-28", leap).state is State.DUE
    assert on("2027-03-01", leap).state is State.EXPIRED


@pytest.mark.parametrize(
    ("date", "last_shown", "expires"),
    [("2023", "2026-12-31", "2026"), ("2023-11", "2026-11-30", "2026-11")],
)
def test_a_partial_date_is_past_only_when_it_is_past_for_certain(
    date: str, last_shown: str, expires: str
) -> None:
    last = dt.date.fromisoformat(last_shown)
    shown = rate([recognition(3, date)], None, last)
    gone = rate([recognition(3, date)], None, last + DAY)
    assert (shown.state, shown.stars, gone.state, gone.stars) == (State.DUE, 3, State.EXPIRED, None)
    assert shown.expires == PartialDate.parse(expires)
    assert shown.hidden_after == last


def test_a_year_is_due_in_the_180_days_before_its_last_day() -> None:
    assert on("2026-07-03", recognition(3, "2023")).state is State.VALID
    assert on("2026-07-04", recognition(3, "2023")).state is State.DUE


def test_a_stated_end_goes_before_the_usual_one() -> None:
    short = recognition(3, "2025-06-19", expires="2026-06-30")
    assert on("2026-06-30", short).state is State.DUE
    assert on("2026-07-01", short).state is State.EXPIRED


@pytest.mark.parametrize(
    ("day", "state", "stars"),
    [
        ("2026-05-01", State.DUE, 3),  # own end 2026-05-01 still stands
        ("2026-05-02", State.EXTENDED, 3),
        ("2026-10-28", State.EXTENDED, 3),
        ("2026-10-29", State.EXPIRED, None),
    ],
)
def test_an_extension_carries_the_stars_past_the_own_end(
    day: str, state: State, stars: int | None
) -> None:
    rating = on(day, recognition(3, "2023-05-01", extended="2026-10-28"))
    assert (state, stars) == (rating.state, rating.stars)
    assert rating.expires == PartialDate(2026, 10, 28)


def test_an_extension_that_ends_sooner_shortens_nothing() -> None:
    odd = recognition(3, "2025-06-19", extended="2026-01-01")
    assert on("2026-02-01", odd).state is State.VALID
    assert on("2026-02-01", odd).expires == PartialDate(2028, 6, 19)


@pytest.mark.parametrize(
    ("day", "state"),
    [("2024-12-09", State.VALID), ("2024-12-10", State.REVOKED), ("2030-01-01", State.REVOKED)],
)
def test_a_revocation_counts_from_its_day_on_and_for_good(day: str, state: State) -> None:
    assert state is on(day, recognition(3, "2023-05-01", revoked="2024-12-10")).state


def test_a_revocation_known_to_the_year_hides_the_stars_at_once() -> None:
    assert on("2024-01-01", recognition(3, "2023-05-01", revoked="2024")).state is State.REVOKED


def test_an_announced_revocation_hides_the_stars_the_day_before_it() -> None:
    rating = on("2024-01-01", recognition(3, "2023-05-01", revoked="2024-12-10"))
    assert rating.hidden_after == dt.date(2024, 12, 9)


def test_an_undated_recognition_shows_its_stars_without_an_end() -> None:
    rating = on("2026-11-21", recognition(4))
    assert (rating.state, rating.stars) == (State.UNDATED, 4)
    assert (rating.expires, rating.hidden_after) == (None, None)


def test_an_undated_recognition_with_a_stated_end_ends_there() -> None:
    assert on("2026-06-30", recognition(4, expires="2026-06-30")).state is State.UNDATED
    assert on("2026-07-01", recognition(4, expires="2026-06-30")).state is State.EXPIRED


def test_an_undated_revoked_recognition_is_revoked() -> None:
    assert on("2026-11-21", recognition(4, revoked="2024-12-10")).state is State.REVOKED


@pytest.mark.parametrize(
    ("recognitions", "state", "stars"),
    [
        # An open dated one goes before an undated one, with more stars or not.
        ([recognition(5), recognition(3, "2025-06-19")], State.VALID, 3),
        # An undated one goes before a closed one.
        ([recognition(3), recognition(4, "2019-12-23")], State.UNDATED, 3),
        # The newest open one decides, not the one with most stars.
        ([recognition(4, "2024-06-01"), recognition(3, "2025-06-19")], State.VALID, 3),
        # A revoked upgrade leaves the older open one standing.
        ([recognition(3, "2024-06-01"), recognition(4, "2025-06-19", revoked="2026-01-01")],
         State.VALID, 3),
        # Of closed ones the newest decides what is said.
        ([recognition(3, "2019-12-23"), recognition(3, "2022-01-01", revoked="2023-01-01")],
         State.REVOKED, None),
        ([recognition(3, "2022-02-01"), recognition(3, "2022-01-01", revoked="2023-01-01")],
         State.EXPIRED, None),
        # A day lies in its year: the certificate of the day is the newer.
        ([recognition(3, "2025"), recognition(4, "2025-03-01")], State.VALID, 4),
        # An older one still runs by its own end when the newest has ended.
        ([recognition(4, "2023-12-01"), recognition(3, "2025-01-01", expires="2025-12-31")],
         State.DUE, 4),
        # Of two with one date, an upgrade is the newer.
        ([recognition(3, "2025"), recognition(4, "2025")], State.VALID, 4),
        # What is to be signed next month does not exist yet.
        ([recognition(4, "2026-12-20"), recognition(3, "2025-06-19")], State.VALID, 3),
    ],
)  # fmt: skip
def test_the_deciding_recognition_does_not_depend_on_the_order_of_the_list(
    recognitions: list[Recognition], state: State, stars: int | None
) -> None:
    for order in permutations(recognitions):
        rating = on("2026-11-21", *order)
        assert (state, stars) == (rating.state, rating.stars)


def test_without_recognition_a_product_is_proposed_or_unrated() -> None:
    assert Rating(State.PROPOSED, proposed=4) == on("2026-11-21", proposed=4)
    assert Rating(State.UNRATED) == on("2026-11-21")


def test_a_proposal_never_turns_into_stars() -> None:
    rating = on("2026-11-21", recognition(4, "2025-06-19"), proposed=5)
    assert (rating.state, rating.stars, rating.proposed) == (State.VALID, 4, 5)
    ended = on("2026-11-21", recognition(4, "2019-12-23"), proposed=5)
    assert (ended.state, ended.stars, ended.proposed) == (State.EXPIRED, None, 5)


DAYS = st.dates(dt.date(2018, 5, 7), dt.date(2032, 12, 31))
PARTIAL = st.builds(
    lambda day, parts: PartialDate(*(day.year, day.month, day.day)[:parts]),
    DAYS,
    st.sampled_from([1, 2, 3, 3]),
)
RECOGNITIONS = st.lists(
    st.builds(
        Recognition,
        stars=st.integers(3, 5),
        date=st.none() | PARTIAL,
        expires=st.none() | PARTIAL,
        extended=st.none() | PARTIAL,
        revoked=st.none() | st.none() | PARTIAL,
    ),
    max_size=4,
)


@given(RECOGNITIONS, st.none() | st.integers(3, 5), DAYS)
def test_stars_stand_exactly_in_the_shown_states(
    recognitions: list[Recognition], proposed: int | None, today: dt.date
) -> None:
    rating = rate(recognitions, proposed, today)
    assert (rating.stars is not None) == (rating.state in SHOWN)
    if rating.stars is not None:
        assert rating.recognition in recognitions
        assert rating.stars == rating.recognition.stars


@given(RECOGNITIONS, DAYS)
def test_stars_stand_through_hidden_after_and_this_recognition_ends_with_it(
    recognitions: list[Recognition], today: dt.date
) -> None:
    rating = rate(recognitions, None, today)
    if rating.recognition is None or rating.hidden_after is None:
        return
    alone = [rating.recognition]
    assert rating.hidden_after >= today
    assert rate(alone, None, rating.hidden_after).stars == rating.stars
    assert rate(alone, None, rating.hidden_after + DAY).stars is None


@given(RECOGNITIONS, DAYS, st.integers(1, 4000))
def test_once_ended_nothing_is_valid_again_without_a_new_recognition(
    recognitions: list[Recognition], today: dt.date, days: int
) -> None:
    awarded = [one for one in recognitions if one.date is None or one.date.first <= today]
    if rate(awarded, None, today).state in (State.EXPIRED, State.REVOKED):
        assert rate(awarded, None, today + days * DAY).stars is None
