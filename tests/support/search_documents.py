"""Products as a search sees them, in one line each, and what an index of them must hold."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Any

from ocop.search.document import Labels, SearchDoc
from ocop.search.gathered import Gathered
from ocop.search.words import key, words
from ocop.text import Language

VI = Language("vi")

LABELS = Labels(
    sets={1: "Gạo", 13: "Cà phê"},
    groups={1: "Nông sản", 13: "Đồ uống nóng"},
    industries={"I": "Thực phẩm", "II": "Đồ uống"},
    group_of={1: "I.1", 13: "II.1"},
    industry_of={1: "I", 13: "II"},
    states=(("valid", "Còn hạn"), ("expired", "Hết hạn")),
    price_bands=(("50", "dưới 50.000 ₫"), ("100", "dưới 100.000 ₫")),
    months=("tháng 1", "tháng 2"),
    places={"66": "Đắk Lắk", "24133": "Xã Krông Pắc", "01": "Hà Nội", "00004": "Phường Ba Đình"},
    within={"24133": "66", "00004": "01"},
    producers={"htx-a": "Hợp tác xã A", "htx-b": "Hợp tác xã B", "cty-c": "Công ty C"},
)


def card(name: str, **parts: Any) -> tuple[object, ...]:
    """A card that says little but a name."""
    said: dict[str, Any] = {"id": "", "name": name, "spoken": "", "industry": "food"}
    said |= {"family": "Thực phẩm", "place": "", "price": "", "state": "valid", "stars": 0}
    said |= {"label": "", "after": "", "expires": "", "picture": 0, "sample": 0, "producers": []}
    return tuple((said | parts).values())


def doc(number: str, name: str = "", **parts: Any) -> SearchDoc:
    """A product; ``others`` to ``kind`` are the phrases of the fields after the name."""
    fields = ("others", "aliases", "producer", "origin", "now", "kind")
    phrases = [tuple(parts.pop(field, ())) for field in fields]
    facts: dict[str, Any] = {
        "texts": (),
        "stars": 0,
        "state": "valid",
        "set": 1,
        "gift": False,
        "season": 0,
        "price": 0,
        "place": "",
        "producers": (),
        "newest": 0,
        "cards": {VI: card(name, id=number)},
    }
    return SearchDoc(number, ((name,), *phrases), **(facts | parts))


def index_order(docs: Sequence[SearchDoc]) -> tuple[SearchDoc, ...]:
    """The documents in the order of their numbers in an index."""
    gathered = Gathered()
    gathered.add(docs)
    return tuple(gathered.found().docs)


Held = dict[str, dict[int, set[tuple[int, str]]]]


def held(docs: Sequence[SearchDoc]) -> tuple[Held, dict[str, set[str]], dict[str, list[int]]]:
    """What fields hold, what follows on what, and what texts hold, found word by word."""
    found: Held = defaultdict(lambda: defaultdict(set))
    after: Mapping[str, set[str]] = defaultdict(set)
    texts: dict[str, list[int]] = defaultdict(list)
    for number, one in enumerate(docs):
        loose = {key(form) for text in one.texts for form in words(text)}
        for field, phrases in enumerate(one.fields):
            place = 0
            for phrase in phrases:
                last = None
                for form in words(phrase):
                    if place > 62:
                        loose.add(key(form))
                    else:
                        found[key(form)][number].add((field * 64 + place, form))
                        if last is not None:
                            after[last].add(key(form))
                        last = key(form)
                    place += 1
                place += 1
        for word in sorted(loose):
            if number not in found[word]:
                texts[word].append(number)
    kept = {word: dict(at) for word, at in found.items() if at}
    return kept, {word: set(after[word]) for word in kept}, dict(texts)
