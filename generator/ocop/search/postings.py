"""Which documents hold which words, and where.

Owns positions (docs/search-format.md, section 2) and the gathering of postings in one pass
over the documents, as flat arrays of numbers. Must not know how they are written. Called by
``index``.
"""

from array import array
from bisect import bisect_right
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from operator import sub

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
    texts: Mapping[int, Sequence[int]]


def postings(docs: Sequence[SearchDoc], spelling: Spelling) -> Postings:
    """Return where the words of ``docs`` stand; their order gives the documents' numbers."""
    gathered = _Gathering(spelling)
    for number, doc in enumerate(docs):
        gathered.take(number, doc)
    return Postings(gathered.marks(), gathered.followers(), gathered.texts)


class _Laid:
    """The phrases of a field laid out, and where they stand: most are those of many documents.

    ``forms`` are those that have ``places``, ``keys`` are of these, ``left`` of words beyond the
    last place; ``bases`` are the marks of the first place in every document that has them.
    """

    __slots__ = ("bases", "forms", "keys", "left", "places")

    def __init__(self, forms: Sequence[int], places: Sequence[int], key_of: Sequence[int]) -> None:
        fitting = bisect_right(places, _LAST)
        self.forms, self.places = forms[:fitting], places[:fitting]
        self.keys = set(map(key_of.__getitem__, self.forms))
        self.left = set(map(key_of.__getitem__, forms[fitting:]))
        self.bases: list[int] = []


class _Laying(dict[tuple[str, ...], _Laid]):
    """Each series of phrases laid out, once."""

    def __init__(self, spelling: Spelling) -> None:
        super().__init__()
        self._spelling = spelling

    def __missing__(self, phrases: tuple[str, ...]) -> _Laid:
        forms: list[int] = []
        places: list[int] = []
        place = 0
        for phrase in phrases:
            found = self._spelling.forms_of(phrase)
            forms += found
            places += range(place, place + len(found))
            place += len(found) + 1  # one place stays free after each phrase
        self[phrases] = laid = _Laid(forms, places, self._spelling.key_of)
        return laid


class _Arrays(dict[int, "array[int]"]):
    def __missing__(self, number: int) -> "array[int]":
        self[number] = made = array("I")
        return made


class _Adding(dict[int, Callable[[int], None]]):
    """What adds a document to each key of ``lists``, which comes into being when it is asked."""

    def __init__(self) -> None:
        super().__init__()
        self.lists: dict[int, list[int]] = {}

    def __missing__(self, key: int) -> Callable[[int], None]:
        documents: list[int] = []
        self.lists[key] = documents
        self[key] = add = documents.append
        return add


class _Gathering:
    def __init__(self, spelling: Spelling) -> None:
        self._spelling = spelling
        self._laid = _Laying(spelling)
        self._adding = _Adding()

    @property
    def texts(self) -> Mapping[int, list[int]]:
        """The documents of each key of texts."""
        return self._adding.lists

    def take(self, number: int, doc: SearchDoc) -> None:
        """Add one document."""
        found = self._spelling.keys_of(" ".join(doc.texts)) if doc.texts else set()
        base, held = number * POSITIONS, []
        for phrases in doc.fields:
            if phrases:
                laid = self._laid[phrases]
                laid.bases.append(base)
                held.append(laid.keys)
                found |= laid.left
            base += PLACES
        found.difference_update(*held)
        for add in map(self._adding.__getitem__, found):
            add(number)

    def marks(self) -> Numbers:
        """Return where each form stands."""
        marks = _Arrays()
        for laid in self._laid.values():
            first, *others = laid.bases
            for form, place in zip(laid.forms, laid.places, strict=True):
                marks[form].append(first + place)
                if others:
                    marks[form].extend([base + place for base in others])
        return marks

    def followers(self) -> dict[int, dict[int, int]]:
        """Return which keys stand next after each, and how many times."""
        key_of = self._spelling.key_of
        followers: dict[int, dict[int, int]] = {}
        for laid in self._laid.values():
            keys, times = [key_of[form] for form in laid.forms], len(laid.bases)
            steps = map(sub, laid.places[1:], laid.places)
            for key, after, step in zip(keys, keys[1:], steps, strict=False):
                if step == 1:
                    counts = followers.setdefault(key, {})
                    counts[after] = counts.get(after, 0) + times
        return followers
