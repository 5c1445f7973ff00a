"""Two versions of an entry compared: what a shopper would notice.

Owns which fields make up which change, and what is told of each. Reads nothing; called by
:mod:`ocop.cli.diff`.
"""

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from msgspec import Struct

from ocop.domain import gazetteer
from ocop.domain.place import PlaceEntry
from ocop.domain.product import Product
from ocop.domain.rating import newness, rate
from ocop.domain.recognition import Rating
from ocop.editors.changes.versions import Pair
from ocop.pages.formats import date_text
from ocop.pages.prices import price_text
from ocop.paths import EntryId
from ocop.source.entry import Kind
from ocop.text import Language, localise

KINDS: tuple[Kind, ...] = ("product", "producer", "fair", "programme", "place", "news", "page")
"""The kinds in the order in which shoppers care."""

_STARS = ("won", "up", "renewed", "down", "ended", "decision")
_ASPECTS = (
    *("name", "price", "photos", "story", "words", "maker", "contact", "days", "where", "booths"),
    *("papers", "shops", "season", "trade", "set", "details"),
)
WHATS = ("added", "gone", "renamed", *_STARS, *_ASPECTS)
"""All that may be told of an entry, in the order of telling."""

_SHARED: Mapping[str, str] = {
    "name": "name",
    "title": "name",
    "summary": "words",
    "photos": "photos",
    "stories": "story",
    "certificates": "papers",
    "shops": "shops",
}
_OF_KIND: Mapping[Kind, Mapping[str, str]] = {
    "product": {
        **dict.fromkeys(
            ("ingredients", "taste", "use", "storage", "shelf_life", "why_here", "packs"), "words"
        ),
        **dict.fromkeys(("capacity", "minimum_order", "export", "gift"), "trade"),
        **dict.fromkeys(("traceability", "video"), "shops"),
        **dict.fromkeys(("season", "whole_year"), "season"),
        "price": "price",
        "producers": "maker",
        "origin": "where",
        "awards": "papers",
        "set": "set",
        "recognitions": "",
    },
    "producer": {
        **dict.fromkeys(
            ("representative", "phone", "zalo", "email", "website", "facebook", "address", "hours"),
            "contact",
        ),
        **dict.fromkeys(("origin", "point"), "where"),
    },
    "fair": {
        **dict.fromkeys(("start", "to", "dates", "hours"), "days"),
        **dict.fromkeys(("venue", "place"), "where"),
        **dict.fromkeys(("booths", "booth_count", "rows"), "booths"),
    },
}
_UNSEEN = frozenset({"id", "path", "aliases", "draft", "sources", "guessed", "tags"})


class Change(Struct, frozen=True):
    """One thing that changed; ``before`` and ``after`` are texts for people, where they help."""

    kind: Kind
    id: EntryId
    name: str
    what: str
    before: str = ""
    after: str = ""


def changes(pairs: Sequence[Pair], today: dt.date, language: Language) -> tuple[Change, ...]:
    """Return all changes in the order of telling, by name within each."""
    renamed = _renamed(pairs)
    gone = {(one.kind, one.id) for one in renamed.values()}
    found: list[Change] = []
    for pair in pairs:
        if before := renamed.get((pair.kind, pair.id)):
            found.append(_change(pair, language, "renamed", before.id, pair.id))
            touched = pair.touched & before.touched
            pair = Pair(pair.kind, pair.id, before.old, pair.new, touched)
        elif (pair.kind, pair.id) in gone:
            continue
        found += _compared(pair, today, language)
    order = {what: place for place, what in enumerate(WHATS)}
    ranks = {kind: place for place, kind in enumerate(KINDS)}
    return tuple(
        sorted(found, key=lambda one: (order[one.what], ranks[one.kind], one.name, one.id))
    )


def _renamed(pairs: Iterable[Pair]) -> Mapping[tuple[Kind, EntryId], Pair]:
    """Return what entries were that are gone under one id and here under another."""
    lost = {(one.kind, one.id): one for one in pairs if one.old and not one.new}
    found: dict[tuple[Kind, EntryId], Pair] = {}
    for one in pairs:
        if one.new and not one.old:
            former = ((one.kind, old) for old in reversed(getattr(one.new, "aliases", ())))
            if before := next((lost[old] for old in former if old in lost), None):
                found[one.kind, one.id] = before
    return found


def _compared(pair: Pair, today: dt.date, language: Language) -> Iterator[Change]:
    if pair.old is None and pair.new is None:
        return
    if pair.old is None or pair.new is None:
        what = "added" if pair.old is None else "gone"
        stars = _stars_of(pair.new or pair.old, today)
        yield _change(pair, language, what, after=f"{stars} ★" if stars else "")
        return
    if isinstance(pair.new, Product):
        yield from _stars(pair, today, language)
    yield from _aspects(pair, language)


def _stars_of(record: Any, today: dt.date) -> int | None:
    if not isinstance(record, Product):
        return None
    return rate(record.recognitions, record.proposed, today).stars


def _stars(pair: Pair, today: dt.date, language: Language) -> Iterator[Change]:
    """Yield what became of the stars; by the same day, so that no time has passed between."""
    old, new = pair.old.recognitions, pair.new.recognitions
    if old == new:
        return
    before, after = (rate(one.recognitions, one.proposed, today) for one in (pair.old, pair.new))
    what = _fate(before, after, len(new) - len(old))
    told = (_rated(one, language) for one in (before, after))
    yield _change(pair, language, what, *told)


def _fate(before: Rating, after: Rating, more: int) -> str:
    if before.stars is None or after.stars is None:
        return "won" if after.stars else "ended" if before.stars else "decision"
    if before.stars != after.stars:
        return "up" if after.stars > before.stars else "down"
    old, new = before.recognition, after.recognition
    return "renewed" if old and new and more > 0 and newness(new) > newness(old) else "decision"


def _rated(rating: Rating, language: Language) -> str:
    if rating.stars is None:
        return "–"
    end = f" ({date_text(rating.expires, language)})" if rating.expires else ""
    return f"{rating.stars} ★{end}"


def _aspects(pair: Pair, language: Language) -> Iterator[Change]:
    aspects = {**_SHARED, **_OF_KIND.get(pair.kind, {})}
    names = (name for name in pair.new.__struct_fields__ if name not in _UNSEEN)
    differ = {name for name in names if getattr(pair.old, name) != getattr(pair.new, name)}
    found = {aspects.get(name, "details") for name in differ}
    pictures = {photo.file.rpartition("/")[2] for photo in getattr(pair.new, "photos", ())}
    if pictures & {name.rpartition("/")[2] for name in pair.touched}:
        found.add("photos")
    if pair.old.id != pair.new.id:  # the files lie elsewhere: only their names can be compared
        found -= {"photos"} if _pictured(pair.old) == _pictured(pair.new) else set()
        found -= {"papers"}
    for aspect in _ASPECTS:
        if aspect in found:
            yield _change(pair, language, aspect, *_told(pair, aspect, language))


def _pictured(record: Any) -> list[tuple[str, Any]]:
    return [(one.file.rpartition("/")[2], one.alt) for one in getattr(record, "photos", ())]


def _told(pair: Pair, aspect: str, language: Language) -> tuple[str, str]:
    """Return what was and is, where a few words say it."""
    old, new = pair.old, pair.new
    if aspect == "price":
        return price_text(old.price, language, language), price_text(new.price, language, language)
    if aspect == "name":
        return _called(old, language), _called(new, language)
    if aspect == "photos":
        return str(len(old.photos)), str(len(new.photos))
    if aspect == "days" and (old.start, old.to) != (new.start, new.to):
        return _days(old, language), _days(new, language)
    if aspect == "maker":
        return ", ".join(old.producers), ", ".join(new.producers)
    return "", ""


def _days(fair: Any, language: Language) -> str:
    days = (one for one in (fair.start, fair.to) if one)
    return "–".join(date_text(one, language) for one in days)


def _change(pair: Pair, language: Language, what: str, before: str = "", after: str = "") -> Change:
    name = _called(pair.new or pair.old, language) or pair.id
    return Change(pair.kind, pair.id, name, what, before, after)


def _called(record: Any, language: Language) -> str:
    if isinstance(record, PlaceEntry):
        unit = gazetteer.commune(record.code) or gazetteer.province(record.code)
        return unit.full_name if unit else record.id
    named = getattr(record, "name", None) or getattr(record, "title", None) or {}
    return localise(named, language, language)[0]
