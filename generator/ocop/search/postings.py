"""Which documents hold which words, and where.

Owns positions (docs/search-format.md, section 2) and the gathering of postings in one pass
over the documents, as flat arrays of numbers. Must not know how they are written. Called by
``index``.
"""

from array import array
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from ocop.search.document import SearchDoc
from ocop.search.spelling import Spelling

PLACES = 64
"""Places of a field: the words of one field stand at 0 to 62."""

POSITIONS = 512
"""More than all positions of a document: a mark is document × 512 + position."""

_LAST = PLACES - 2


@dataclass(frozen=True, slots=True)
class Postings:
    """What was found, all by number.

    ``marks`` are by form: rising marks. ``followers`` are by key: the keys that stand next
    after it. ``texts`` are by key: the rising documents that have it in their texts alone.
    """

    marks: dict[int, "array[int]"]
    followers: dict[int, set[int]]
    texts: dict[int, "array[int]"]


@dataclass(frozen=True, slots=True)
class _Laid:
    """The phrases of a field laid out: forms with their places, keys, and keys left over."""

    forms: tuple[tuple[int, int], ...]
    keys: frozenset[int]
    left: frozenset[int]


def postings(docs: Sequence[SearchDoc], spelling: Spelling) -> Postings:
    """Return where the words of ``docs`` stand; their order gives the documents' numbers."""
    gathered = _Gathering(spelling)
    for number, doc in enumerate(docs):
        gathered.take(number, doc)
    return Postings(gathered.marks, gathered.followers, gathered.texts)


class _Arrays(dict[int, "array[int]"]):
    def __missing__(self, number: int) -> "array[int]":
        self[number] = made = array("I")
        return made


class _Gathering:
    def __init__(self, spelling: Spelling) -> None:
        self.marks = _Arrays()
        self.texts = _Arrays()
        self.followers: dict[int, set[int]] = {}
        self._spelling = spelling
        self._laid: dict[tuple[str, ...], _Laid] = {}

    def take(self, number: int, doc: SearchDoc) -> None:
        """Add one document."""
        held: set[int] = set()
        loose: set[int] = set()
        for field, phrases in enumerate(doc.fields):
            laid = self._layout(phrases)
            base = number * POSITIONS + field * PLACES
            for form, place in laid.forms:
                self.marks[form].append(base + place)
            held |= laid.keys
            loose |= laid.left
        for text in doc.texts:
            loose |= self._spelling.keys_of(text)
        for key in loose - held:
            self.texts[key].append(number)

    def _layout(self, phrases: tuple[str, ...]) -> _Laid:
        laid = self._laid.get(phrases)
        if laid is None:
            laid = self._laid[phrases] = self._lay(phrases)
        return laid

    def _lay(self, phrases: tuple[str, ...]) -> _Laid:
        key_of = self._spelling.key_of
        places = list(self._places(phrases))
        kept = tuple((form, place) for form, place in places if place <= _LAST)
        for (form, place), (after, next_place) in pairwise(kept):
            if next_place == place + 1:
                self.followers.setdefault(key_of[form], set()).add(key_of[after])
        return _Laid(
            forms=kept,
            keys=frozenset(key_of[form] for form, _ in kept),
            left=frozenset(key_of[form] for form, place in places if place > _LAST),
        )

    def _places(self, phrases: tuple[str, ...]) -> Iterator[tuple[int, int]]:
        """Yield each form with its place; one place stays free after each phrase."""
        place = 0
        for phrase in phrases:
            for form in self._spelling.forms_of(phrase):
                yield form, place
                place += 1
            place += 1
