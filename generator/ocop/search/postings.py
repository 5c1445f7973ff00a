"""Which documents hold which words, and where.

Owns positions (docs/search-format.md, section 2) and the gathering of postings in one pass
over the documents, as flat arrays of numbers. Must not know how they are written. Called by
``index``.
"""

from array import array
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from ocop.search.document import SearchDoc
from ocop.search.spelling import Spelling

PLACES = 64
"""Places of a field: the words of one field stand at 0 to 62."""

POSITIONS = 512
"""More than all positions of a document: a mark is document × 512 + position."""

_LAST = PLACES - 2

Numbers = Mapping[int, "array[int]"]


@dataclass(frozen=True, slots=True)
class Postings:
    """What was found, all by number.

    ``marks`` are by form: marks in any order. ``followers`` are by key: how many times which keys
    stand next after it. ``texts`` are by key: the rising documents that have it in texts alone.
    """

    marks: Numbers
    followers: Mapping[int, Mapping[int, int]]
    texts: Numbers


def postings(docs: Sequence[SearchDoc], spelling: Spelling) -> Postings:
    """Return where the words of ``docs`` stand; their order gives the documents' numbers."""
    gathered = _Gathering(spelling)
    for number, doc in enumerate(docs):
        gathered.take(number, doc)
    return Postings(gathered.marks(), gathered.followers(), gathered.texts)


class _Laid:
    """The phrases of a field laid out, and where they stand: most are those of many documents.

    ``forms`` have their places, ``keys`` are of these, ``left`` of words beyond the last place.
    """

    __slots__ = ("bases", "forms", "keys", "left")

    def __init__(self, places: Sequence[tuple[int, int]], key_of: Sequence[int]) -> None:
        self.forms = [one for one in places if one[1] <= _LAST]
        self.keys = {key_of[form] for form, _ in self.forms}
        self.left = {key_of[form] for form, _ in places[len(self.forms) :]}
        self.bases: list[int] = []


class _Arrays(dict[int, "array[int]"]):
    def __missing__(self, number: int) -> "array[int]":
        self[number] = made = array("I")
        return made


class _Gathering:
    def __init__(self, spelling: Spelling) -> None:
        self.texts = _Arrays()
        self._spelling = spelling
        self._laid: dict[tuple[str, ...], _Laid] = {}

    def take(self, number: int, doc: SearchDoc) -> None:
        """Add one document."""
        found = self._spelling.keys_of(" ".join(doc.texts)) if doc.texts else set()
        held = []
        for field, phrases in enumerate(doc.fields):
            if phrases:
                laid = self._laid.get(phrases) or self._lay(phrases)
                laid.bases.append(number * POSITIONS + field * PLACES)
                held.append(laid.keys)
                found |= laid.left
        found.difference_update(*held)
        for documents in map(self.texts.__getitem__, found):
            documents.append(number)

    def marks(self) -> Numbers:
        """Return where each form stands."""
        marks = _Arrays()
        for laid in self._laid.values():
            for form, place in laid.forms:
                marks[form].extend([base + place for base in laid.bases])
        return marks

    def followers(self) -> dict[int, dict[int, int]]:
        """Return which keys stand next after each, and how many times."""
        key_of = self._spelling.key_of
        followers: dict[int, dict[int, int]] = {}
        for laid in self._laid.values():
            for (form, place), (after, next_place) in pairwise(laid.forms):
                if next_place == place + 1:
                    counts = followers.setdefault(key_of[form], {})
                    key = key_of[after]
                    counts[key] = counts.get(key, 0) + len(laid.bases)
        return followers

    def _lay(self, phrases: tuple[str, ...]) -> _Laid:
        self._laid[phrases] = laid = _Laid(list(self._places(phrases)), self._spelling.key_of)
        return laid

    def _places(self, phrases: tuple[str, ...]) -> Iterator[tuple[int, int]]:
        """Yield each form with its place; one place stays free after each phrase."""
        place = 0
        for phrase in phrases:
            for form in self._spelling.forms_of(phrase):
                yield form, place
                place += 1
            place += 1
