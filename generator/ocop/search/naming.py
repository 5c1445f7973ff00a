"""Which files of an index are named by their content, and which of them it leads to.

Owns how such a file is told by its address, and how the hashes that an entry lists are found
again in its text. Must not know where files lie. Called by whoever publishes an index,
keeps an earlier one for a while, or makes a part of it anew.
"""

import re
from collections.abc import Callable, Collection, Iterable

from ocop.patterns import late

KINDS = ("shard", "text", "textEntry", "cards", "column", "places", "producers")
"""What the files of an index begin with that are named by their content."""

_HASHED = late(rf"search/(?:{'|'.join(KINDS)})-[\w-]+\.([0-9a-f]{{8}})\.js", re.ASCII)
_LISTED = late(rb'"((?:[0-9a-f]{8})+)"')
_LEADING = ("search/textEntry-", "search/column-")
"""What the files begin with that lead to others; entries besides."""

_SIZE = 8


def is_hashed(path: str) -> bool:
    """Tell whether a file of the site is one of an index that carries a hash in its name."""
    return _HASHED.fullmatch(path) is not None


def parts_of(path: str) -> tuple[str, str]:
    """Return the kind and the number of a hashed file, as its statement has them."""
    kind, _, number = path.partition("/")[2].partition(".")[0].rpartition("-")
    return kind, number


def hash_of(path: str) -> str:
    """Return the hash in the name of a hashed file."""
    return path.split(".")[1]


def led_to(
    entries: Iterable[bytes], files: Collection[str], read: Callable[[str], bytes]
) -> frozenset[str]:
    """Return those of ``files``, which are hashed, that ``entries`` lead to.

    ``read`` returns what one of them holds; OSError passes through.
    """
    hashes: dict[str, list[str]] = {}
    for path in files:
        if known := _HASHED.fullmatch(path):
            hashes.setdefault(known[1], []).append(path)
    found: set[str] = set()
    todo = list(entries)
    while todo:
        named = {path for one in _listed(todo.pop()) for path in hashes.get(one, ())}
        todo += [read(path) for path in sorted(named - found) if path.startswith(_LEADING)]
        found |= named
    return frozenset(found)


def _listed(content: bytes) -> Iterable[str]:
    """Yield every hash that stands in a list of them, or alone, as a text."""
    for run in _LISTED.findall(content):
        text = run.decode()
        yield from (text[at : at + _SIZE] for at in range(0, len(text), _SIZE))
