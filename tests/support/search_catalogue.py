"""Small catalogues for the search script, and what a shopper would count in them by hand."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from ocop.search.document import Labels, SearchDoc
from ocop.text import Language

VI = Language("vi")
FACETS = (
    *("stars", "industry", "group", "set", "province", "commune"),
    *("producer", "season", "state", "price", "gift"),
)
STATES = ("valid", "due", "expired", "unrated")
BANDS = ("0-50000", "50000-200000", "200000-")
MONTHS = tuple(f"Tháng {number}" for number in range(1, 13))
SETS = {1: ("I", "I.1"), 2: ("I", "I.1"), 7: ("I", "I.2"), 13: ("II", "II.1"), 26: ("VI", "VI.1")}
WITHIN = {
    **{f"{number:05}": "01" for number in range(100, 108)},
    **{f"{number:05}": "83" for number in range(50, 56)},
    "31207": "96",
}
PLACES = ("", "01", "83", "92", "96", *WITHIN)
PRODUCERS = tuple(f"nha-san-xuat-{number}" for number in range(14))

LABELS = Labels(
    sets={number: f"Bộ {number}" for number in SETS},
    groups={number: f"Nhóm {group}" for number, (_, group) in SETS.items()},
    industries={"I": "Thực phẩm", "II": "Đồ uống", "VI": "Du lịch"},
    group_of={number: group for number, (_, group) in SETS.items()},
    industry_of={number: industry for number, (industry, _) in SETS.items()},
    states=tuple((state, f"nhãn {state}") for state in STATES),
    price_bands=tuple((band, f"{band} đồng") for band in BANDS),
    months=MONTHS,
    places={code: f"Nơi {code}" for code in PLACES if code},
    within=WITHIN,
    producers={producer: f"Cơ sở {producer}" for producer in PRODUCERS},
)


def doc(entry: str, **facts: Any) -> SearchDoc:
    """A product without anything but its id, its name and these facts."""
    name = facts.pop("name", entry)
    place = facts.get("place", "")
    producers = tuple(facts.get("producers", ()))
    made = tuple(facts.pop("made_by", ((one, LABELS.producers[one]) for one in producers)))
    where = facts.pop("where", LABELS.places.get(place, ""))
    card = (entry, name, "", "food", "Thực phẩm", where, "", "valid", 0, "", "", "", 0, 0, made)
    blank: dict[str, Any] = {
        "fields": ((name,), (), (), tuple(name for _, name in made), (where,), (), ()),
        "texts": (),
        **{"stars": 0, "state": STATES[-1], "set": 1, "gift": False, "season": 0, "price": 0},
        **{"place": "", "producers": (), "newest": 0, "cards": {VI: card}},
    }
    return SearchDoc(id=entry, **{**blank, **facts})


def values(one: SearchDoc, facet: str) -> set[str]:
    """The words of an address that stand for a product in a facet."""
    place, code = one.place, one.place if len(one.place) > 2 else ""
    found: Mapping[str, Iterable[str]] = {
        "stars": [str(one.stars)],
        "industry": [SETS[one.set][0]],
        "group": [SETS[one.set][1]],
        "set": [str(one.set)],
        "province": [WITHIN.get(place, place)],
        "commune": [code],
        "producer": one.producers,
        "season": [str(month + 1) for month in range(12) if one.season >> month & 1],
        "state": [one.state],
        "price": [BANDS[one.price - 1]] if one.price else [],
        "gift": ["1"] if one.gift else [],
    }
    return {word for word in found[facet] if word not in ("", "0")}


def known(docs: Sequence[SearchDoc], facet: str) -> set[str]:
    """The words that a facet understands."""
    fixed: Mapping[str, Iterable[str]] = {
        "stars": "345",
        "industry": LABELS.industries,
        "group": (group for _, group in SETS.values()),
        "set": map(str, SETS),
        "season": map(str, range(1, 13)),
        "state": STATES,
        "price": BANDS,
        "gift": "1",
    }
    if facet in fixed:
        return set(fixed[facet])
    return {word for one in docs for word in values(one, facet)}


Filters = Mapping[str, Sequence[str]]


def passes(docs: Sequence[SearchDoc], one: SearchDoc, filters: Filters) -> bool:
    """Any of the understood words of a facet, all facets together."""
    understood = ((facet, set(words) & known(docs, facet)) for facet, words in filters.items())
    return all(values(one, facet) & words for facet, words in understood if words)


def count(docs: Sequence[SearchDoc], hits: Iterable[int], filters: Filters) -> int:
    """How many of the documents of these numbers pass."""
    return sum(passes(docs, docs[hit], filters) for hit in hits)
