"""The phrases of a field laid out: which form stands at which place.

Owns the places of a field. Most phrases are those of many documents (producers, places, kinds), so
each series of them is laid out once. Must not know documents. Called by ``gathered``.
"""

from bisect import bisect_right
from collections.abc import Sequence

from ocop.search.spelling import Spelling

PLACES = 64
"""Places of a field: the words of one field stand at 0 to 62."""

_LAST = PLACES - 2


class Laid:
    """A series of phrases: its forms in order, and the places of those that have one.

    Words beyond the last place come after these, without a place.
    """

    __slots__ = ("forms", "places")

    def __init__(self, forms: Sequence[int], places: Sequence[int]) -> None:
        self.forms, self.places = forms, places

    def keys(self, key_of: Sequence[int]) -> tuple[set[int], set[int]]:
        """Return the keys of the words that have a place, and those of the others."""
        known, count = list(map(key_of.__getitem__, self.forms)), len(self.places)
        return set(known[:count]), set(known[count:])


def laid_out(phrases: Sequence[str], spelling: Spelling) -> Laid:
    """Return phrases laid out; one place stays free after each."""
    forms: list[int] = []
    places: list[int] = []
    place = 0
    for phrase in phrases:
        found = spelling.forms_of(phrase)
        forms += found
        places += range(place, place + len(found))
        place += len(found) + 1
    return Laid(forms, places[: bisect_right(places, _LAST)])
