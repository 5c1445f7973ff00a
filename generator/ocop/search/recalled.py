"""What was gathered for the last index, kept until the next.

Owns the form of that memory, a file that may be deleted at any time. Each document carries a mark
of what it was made from: whoever makes documents tells by it which are the same. Must not know
what marks are made of. Called by whoever publishes an index:

    gathered = recall(file, stamp)       # empty if nothing sound is there
    keep(file, stamp, gathered, found)
"""

from array import array
from collections.abc import Iterable, Iterator, Mapping
from itertools import accumulate, chain, pairwise, starmap
from operator import attrgetter
from pathlib import Path
from typing import Any, get_type_hints

import msgspec

from ocop.search.document import FIELDS, SearchDoc
from ocop.search.gathered import Found, Gathered
from ocop.search.laid import Laid
from ocop.search.spelling import Spelling
from ocop.state import box

_FORM = "ocop search 1"

_WORDS = ("fields", "texts")
"""What of a document is kept as layings and keys."""

_FACTS = tuple(one for one in SearchDoc.__struct_fields__ if one not in _WORDS)
_facts = attrgetter(*_FACTS)
_hints = get_type_hints(SearchDoc)


class _Kept(msgspec.Struct, frozen=True):
    """Documents in their order; series of numbers are arrays, those of several with their sizes.

    ``rows`` has a number for every field of every document.
    """

    facts: list[tuple[tuple(_hints[name] for name in _FACTS)]]  # type: ignore[valid-type]
    marks: list[bytes]
    rows: bytes
    forms: list[str]
    layings: tuple[bytes, bytes, bytes, bytes]
    keys: list[str]
    texts: tuple[bytes, bytes]


def recall(file: Path, stamp: Mapping[str, str]) -> Gathered:
    """Return what was kept with the same ``stamp``; nothing if there is none or it is damaged."""
    try:
        header, packed = _load(file)
        return _opened(packed) if header == stamp else Gathered()
    except ValueError:
        return Gathered()


def recall_any(file: Path) -> tuple[Mapping[str, str], Gathered]:
    """Return what was kept last, and with which stamp; ValueError if there is nothing sound."""
    header, packed = _load(file)
    return header, _opened(packed)


def _load(file: Path) -> tuple[Mapping[str, str], memoryview]:
    _, header, ((packed,),) = box.load(file, _FORM)
    return header, packed


def _opened(packed: memoryview) -> Gathered:
    try:
        return _gathered(msgspec.msgpack.decode(packed, type=_Kept))
    except (IndexError, msgspec.MsgspecError) as error:
        raise ValueError("damaged") from error


def keep(file: Path, stamp: Mapping[str, str], gathered: Gathered, found: Found) -> None:
    """Keep what was ``gathered``, as it was ``found``."""
    box.save(file, _FORM, stamp, [[msgspec.msgpack.encode(_kept(gathered, found))]])


def _kept(gathered: Gathered, found: Found) -> _Kept:
    spelling, texts = gathered.spelling, found.texts
    layings = dict.fromkeys(chain.from_iterable(found.rows))
    layings.pop(0, None)
    laid = [gathered.layings[one] for one in layings]
    forms = {one: at for at, one in enumerate(dict.fromkeys(chain(*(one.forms for one in laid))))}
    numbers = {0: 0, **{one: at for at, one in enumerate(layings, start=1)}}
    return _Kept(
        [_facts(doc) for doc in found.docs],
        list(found.marks),
        _array(map(numbers.__getitem__, chain.from_iterable(found.rows))),
        [spelling.forms[one] for one in forms],
        (
            _array(len(one.forms) for one in laid),
            _array(map(forms.__getitem__, chain.from_iterable(one.forms for one in laid))),
            _array(len(one.places) for one in laid),
            _array(chain.from_iterable(one.places for one in laid)),
        ),
        [spelling.keys[one] for one in texts],
        (_array(map(len, texts.values())), _array(chain.from_iterable(texts.values()))),
    )


def _gathered(kept: _Kept) -> Gathered:
    spelling = Spelling()
    for form in kept.forms:
        spelling.form_number(form)
    sizes, forms, counts, places = kept.layings
    flat = _numbers(kept.rows)
    gathered = Gathered(
        spelling,
        list(starmap(_document, kept.facts)),
        list(zip(*[iter(flat)] * FIELDS, strict=True)),
        kept.marks,
        [Laid((), ()), *map(Laid, _cut(forms, sizes), _cut(places, counts))],
        dict(zip(map(spelling.key_number, kept.keys), _cut(*reversed(kept.texts)), strict=True)),
    )
    gathered.places.extend(map(gathered.place_of, gathered.docs, gathered.rows))
    gathered.slots.update((doc.id, slot) for slot, doc in enumerate(gathered.docs))
    return gathered


def _document(key: str, *facts: Any) -> SearchDoc:
    return SearchDoc(key, (), (), *facts)


def _array(numbers: Iterable[int]) -> bytes:
    return array("I", numbers).tobytes()


def _numbers(packed: bytes) -> "array[int]":
    found = array("I")
    found.frombytes(packed)
    return found


def _cut(packed: bytes, sizes: bytes) -> Iterator["array[int]"]:
    """Yield series that stand one after the other."""
    numbers = _numbers(packed)
    for start, end in pairwise(accumulate(_numbers(sizes), initial=0)):
        yield numbers[start:end]
