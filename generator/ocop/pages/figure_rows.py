"""Stated figures and targets as the rows of a table.

Owns the wording of a figure: what is counted, the number exactly as its source writes it, the
day or period that it stands for. Nothing is added up, rounded or recomputed. Called by the
programme view.
"""

from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct

from ocop.domain.programme import Figure, Period
from ocop.pages.formats import date_text, formats
from ocop.pages.texts import Texts
from ocop.pages.words import Speaker, Words


class Row(Struct, frozen=True):
    """One figure; ``least`` stands before the number where it is a lower bound.

    ``depth`` is 1 and more for parts; ``share`` is (part, whole) for a bar.
    """

    subject: Words
    least: str
    number: str
    when: str
    remarks: tuple[Words, ...]
    depth: int
    share: tuple[int, int] | None


def rows(figures: Iterable[Figure], speak: Speaker, t: Texts) -> tuple[Row, ...]:
    """Return the figures in the order of the entry, each followed by its parts."""
    return tuple(_rows(figures, speak, t, None, 0))


def period_text(period: Period, t: Texts) -> str:
    """Return ``2018–2020``; a single year, month or day once."""
    start, end = period
    if end is None:
        return t("programme.period_from", start=date_text(start, t.language))
    if start.month is None and end.month is None:
        return str(start.year) if start == end else f"{start.year}–{end.year}"
    return formats(t.language).dates(start, end)


def _rows(
    figures: Iterable[Figure], speak: Speaker, t: Texts, what: str | None, depth: int
) -> Iterator[Row]:
    for figure in figures:
        counted = figure.what or what
        yield Row(
            subject=_subject(figure, counted, speak, t),
            least=t("programme.at_least") if figure.at_least else "",
            number=_number(figure),
            when=_when(figure, t),
            remarks=tuple(_remarks(figure, speak, t)),
            depth=depth,
            share=_share(figure),
        )
        yield from _rows(figure.parts, speak, t, counted, depth + 1)


def _subject(figure: Figure, what: str | None, speak: Speaker, t: Texts) -> Words:
    if figure.label:
        label = speak(figure.label)
        return Words(_capital(label.text), label.spoken)
    said_by_what = what == "recognitions" and figure.state == "recognised"
    state = None if said_by_what else figure.state
    pieces = {
        "what": t(f"programme.what.{what}") if what else "",
        "state": t(f"programme.state.{state}") if state else "",
        "stars": _stars(figure.stars, t),
    }
    named = "_".join(key for key, text in pieces.items() if text)
    text = t(f"programme.subject.{named}", **pieces) if named else ""
    return Words(_capital(text))


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _stars(levels: Sequence[int], t: Texts) -> str:
    if not levels:
        return ""
    low, high = min(levels), max(levels)
    if low == high:
        return t("programme.stars_one", n=low)
    if len(set(levels)) == high - low + 1:
        return t("programme.stars_range", low=low, high=high)
    return t("programme.stars_list", levels=formats(t.language).list([*map(str, sorted(levels))]))


def _number(figure: Figure) -> str:
    stated = figure.value or figure.at_least or figure.range or ""
    return f"{stated}/{figure.of}" if figure.of else stated


def _when(figure: Figure, t: Texts) -> str:
    """Return the time: a bare year is the year itself, for its figure may count that year only."""
    start, end = figure.period or (figure.as_of, figure.as_of)
    if start is None:
        return ""
    if start == end and start.month is None:
        return t("programme.in_year", year=start.year)
    if figure.period:
        return t("programme.during", period=period_text(figure.period, t))
    return t("programme.as_of", date=date_text(start, t.language))


def _remarks(figure: Figure, speak: Speaker, t: Texts) -> Iterator[Words]:
    if figure.percent_of_plan:
        yield Words(t("programme.percent", value=figure.percent_of_plan.rstrip("%")))
    if figure.note:
        yield speak(figure.note)
    if figure.places:
        yield Words(t("programme.places", names=formats(t.language).list(figure.places)))
    if figure.source:
        yield Words(t("programme.source", text=figure.source))


def _share(figure: Figure) -> tuple[int, int] | None:
    """Return a stated part of a stated whole, where both are plain whole numbers."""
    value, of = figure.value or "", figure.of or ""
    if value.isdecimal() and of.isdecimal() and 0 <= int(value) <= int(of) > 0:
        return int(value), int(of)
    return None
