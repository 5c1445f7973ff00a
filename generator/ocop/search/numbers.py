"""Numbers and sorted words as short strings.

Owns the 64 digits, lists of numbers of any size and front coding. Knows nothing of search.
Called by the modules that write the index's files; what reads them is JavaScript.
"""

from collections.abc import Iterable, Sequence
from itertools import chain
from operator import sub

DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
"""The digits for 0 to 63: all of them stand in a string as they are."""

MORE = 32
"""What a group of five bits has added if another follows it."""

_LONGEST = 63


class _Written(dict[int, str]):
    """Each number as it is written, reckoned once: nearly all numbers of an index are small."""

    def __missing__(self, number: int) -> str:
        self[number] = text = _vlq(number)
        return text


def _vlq(number: int) -> str:
    if number < 0:
        raise ValueError(f"a list holds no negative numbers: {number}")
    groups = []
    while number >= MORE:
        groups.append(DIGITS[number % MORE + MORE])
        number //= MORE
    return "".join(groups) + DIGITS[number]


class _Gap(dict[int, str]):
    """The step from one number to a later one as it is written: less one."""

    def __missing__(self, step: int) -> str:
        self[step] = text = _vlq(step - 1)
        return text


_written = _Written()
_gap = _Gap()


def digits(numbers: Iterable[int]) -> str:
    """Return one digit a number; each is 0 to 63."""
    return "".join([DIGITS[number] for number in numbers])


def written(number: int) -> str:
    """Return a number from 0 as it stands in a list."""
    return _written[number]


def listed(numbers: Iterable[int]) -> str:
    """Return a list of numbers from 0: groups of five bits, the lowest first."""
    return "".join(map(_written.__getitem__, numbers))


def ascending(numbers: Sequence[int]) -> str:
    """Return a list of rising numbers from 0: the first, then each gap less one."""
    return "".join(map(_gap.__getitem__, map(sub, numbers, chain((-1,), numbers))))


def zigzag(numbers: Iterable[int]) -> Iterable[int]:
    """Yield numbers of either sign as numbers from 0: 0, -1, 1, -2 … become 0, 1, 2, 3 …."""
    return (2 * number if number >= 0 else -2 * number - 1 for number in numbers)


def front_coded(words: Sequence[str]) -> str:
    """Return sorted words without spaces: each shares as many characters as its digit says."""
    written, before = [], ""
    for word in words:
        shared = _shared(before, word)
        written.append(DIGITS[shared] + word[shared:])
        before = word
    return " ".join(written)


def _shared(before: str, word: str) -> int:
    """Return how many characters two words start with alike, as far as a digit can say."""
    differs = (
        number for number, pair in enumerate(zip(before, word, strict=False)) if pair[0] != pair[1]
    )
    return min(next(differs, min(len(before), len(word))), _LONGEST)
