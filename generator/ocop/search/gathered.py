"""What documents give to an index: gathered once, and good for as long as a document is the same.

Owns the order of documents (docs/search-format.md, section 2) and what must be known of each to
write an index of all: its facts, the layings of its fields, the keys of its texts. Nothing here
depends on other documents but the order, so that one more or less changes little. Called by
``index``, and by ``recalled``, which keeps it from build to build.
"""

from bisect import bisect_left
from collections.abc import Callable, Iterable, Mapping, MutableSequence, Sequence
from functools import cached_property

from msgspec import Struct, field

from ocop.search.document import SearchDoc
from ocop.search.laid import Laid, laid_out
from ocop.search.postings import Postings, Texts, bases, followers, marks
from ocop.search.spelling import Spelling

NAME = 0
"""The field that holds the name in the site's first language."""

_KIND = 2
"""Words at the start of a name that tell what kind of goods it is, as a rule."""

_GONE = -1
"""The number of a document that is there no more: less than any other."""

Place = tuple[list[str], int, list[str], str]
"""What a document is ordered by: kind, stars, name, id."""

Row = tuple[int, ...]
"""The number of the laying of each field, 0 for a field without words."""


class Found(Struct, frozen=True, dict=True):
    """The documents in their order, each with its row and mark; ``order`` has their slots.

    What words they have where is worked out when it is asked for, fields and texts each by itself.
    """

    gathered: "Gathered"
    order: Sequence[int]
    docs: Sequence[SearchDoc]
    rows: Sequence[Row]
    marks: Sequence[bytes]

    @cached_property
    def postings(self) -> Postings:
        """What stands where in fields."""
        layings, spelling = self.gathered.layings, self.gathered.spelling
        placed = bases(self.rows, len(layings))
        return Postings(marks(layings, placed), followers(layings, placed, spelling.key_of))

    @cached_property
    def texts(self) -> Texts:
        """What stands in texts alone."""
        if self.order == list(range(len(self.gathered.docs))):
            return self.gathered.texts
        numbers = [_GONE] * len(self.gathered.docs)
        for number, slot in enumerate(self.order):
            numbers[slot] = number
        found: dict[int, Sequence[int]] = {}
        for key, slots in self.gathered.texts.items():
            rising = sorted(map(numbers.__getitem__, slots))
            if rising[-1] != _GONE:
                found[key] = rising[bisect_left(rising, 0) :]
        return found


class Gathered(Struct, frozen=True):
    """Documents by slot, in the order of their coming; ``slots`` has those that are there, by id.

    ``marks`` tell as what a document was gathered. ``texts`` are the slots of each key; number 0
    of ``layings`` has no words.
    """

    spelling: Spelling = field(default_factory=Spelling)
    docs: list[SearchDoc] = field(default_factory=list)
    rows: list[Row] = field(default_factory=list)
    marks: list[bytes] = field(default_factory=list)
    layings: list[Laid] = field(default_factory=lambda: [Laid((), ())])
    texts: dict[int, MutableSequence[int]] = field(default_factory=dict)
    places: list[Place] = field(default_factory=list)
    slots: dict[str, int] = field(default_factory=dict)

    def keep_only(self, marks: Mapping[str, bytes]) -> None:
        """Forget every document that is not as ``marks`` say."""
        for one, slot in list(self.slots.items()):
            if marks.get(one) != self.marks[slot]:
                del self.slots[one]

    def add(self, docs: Iterable[SearchDoc], marks: Mapping[str, bytes] | None = None) -> None:
        """Gather documents that are not there, or were forgotten."""
        laying = _Laying(self)
        rows = ((doc, tuple([laying[one] if one else 0 for one in doc.fields])) for doc in docs)
        came = [(self.place_of(doc, row), row, doc) for doc, row in rows]
        adding = _Adding(self.texts)
        for place, row, doc in sorted(came, key=lambda one: one[0]):
            self.slots[doc.id] = slot = len(self.docs)
            self.docs.append(doc)
            self.rows.append(row)
            self.marks.append(marks[doc.id] if marks else b"")
            self.places.append(place)
            for add in map(adding.__getitem__, self._loose(doc, row, laying)):
                add(slot)

    def place_of(self, doc: SearchDoc, row: Row) -> Place:
        """Return what tells where a document stands among others."""
        key_of, keys = self.spelling.key_of, self.spelling.keys
        name = [keys[key_of[form]] for form in self.layings[row[NAME]].forms]
        return name[:_KIND], -doc.stars, name, doc.id

    def found(self) -> Found:
        """Return what an index is written of."""
        order = sorted(self.slots.values(), key=self.places.__getitem__)
        return Found(
            self,
            order,
            [self.docs[slot] for slot in order],
            [self.rows[slot] for slot in order],
            [self.marks[slot] for slot in order],
        )

    def _loose(self, doc: SearchDoc, row: Row, laying: "_Laying") -> set[int]:
        """Return the keys of what is searched without a position."""
        found = self.spelling.keys_of(" ".join(doc.texts)) if doc.texts else set()
        for one in row:
            found |= laying.left[one]
        return found.difference(*[laying.held[one] for one in row])


class _Laying(dict[tuple[str, ...], int]):
    """The number of each series of phrases laid out, and by number the keys that it holds.

    ``held`` have a place, ``left`` are of words beyond the last.
    """

    def __init__(self, gathered: Gathered) -> None:
        super().__init__()
        self._gathered = gathered
        nothing: set[int] = set()
        self.held, self.left = {0: nothing}, {0: nothing}

    def __missing__(self, phrases: tuple[str, ...]) -> int:
        spelling, layings = self._gathered.spelling, self._gathered.layings
        self[phrases] = number = len(layings)
        layings.append(laid_out(phrases, spelling))
        self.held[number], self.left[number] = layings[number].keys(spelling.key_of)
        return number


class _Adding(dict[int, Callable[[int], None]]):
    """What adds a document to each key of ``texts``, which comes into being when it is asked."""

    def __init__(self, texts: dict[int, MutableSequence[int]]) -> None:
        super().__init__()
        self._texts = texts

    def __missing__(self, key: int) -> Callable[[int], None]:
        self[key] = add = self._texts.setdefault(key, []).append
        return add
