"""What a draft adds to an entry that is there already, and what of it differs.

Owns the rule of the import: an editor's words stay; what is absent is added, what differs is
listed and changed only where the user asks for it. Knows no file. Called by
:mod:`ocop.editors.lists.plan`.
"""

import re
from collections.abc import Iterable, Iterator, Mapping

from msgspec import Struct

from ocop.content.typed import MODELS
from ocop.domain.placename import Level, keys_of
from ocop.editors.lists import awards, decisions, makers
from ocop.editors.lists.draft import Draft, same_digits
from ocop.schema.faults import Fault, Faults
from ocop.schema.fieldtype import Context, FieldType
from ocop.schema.model import Many, Model, Shape, fields
from ocop.schema.product import RecognitionFile
from ocop.schema.reading import read
from ocop.source.document import Tree, Where
from ocop.text import fold

_PLACES: Mapping[str, Level] = {
    "commune": "commune",
    "district": "district",
    "province": "province",
}
_SOLE = ("stars", "date", "decision")
"""Where these differ, nothing else of a recognition is taken over."""


class Change(Struct, frozen=True):
    """A value that the list has and the entry has not (``old`` is None), or has otherwise."""

    where: Where
    new: Tree
    old: Tree = None


class Merge:
    """Compares a draft with the data of an entry of its kind."""

    def __init__(
        self, draft: Draft, data: Mapping[str, Tree], context: Context, *, whole: bool = False
    ) -> None:
        """Take both; with ``whole``, a map that differs in part is compared to its end."""
        self.draft, self.data, self.context, self.whole = draft, data, context, whole
        self.model: type[Model] = MODELS[draft.kind]

    def changes(self) -> tuple[Change, ...]:
        """Return everything that the draft would add or change, in the order of its keys."""
        unsure = self.draft.assumed - {"photos"}
        shapes = {one.key: one.shape for one in fields(self.model)}
        found: list[Change] = []
        for key, new in self.draft.tree.items():
            if key == "guessed" or (key in unsure and self.data.get(key)):
                continue
            found += self._key(key, new, shapes.get(key))
        added = {str(one.where[0]) for one in found if one.old is None}
        guessed = _texts(self.draft.tree.get("guessed"))
        found += self._marks([key for key in guessed if key in added & self.draft.assumed])
        return tuple(found)

    def _marks(self, guessed: list[str]) -> Iterator[Change]:
        """Mark what is added and only guessed."""
        old = self.data.get("guessed")
        listed = old if isinstance(old, list) else []
        new: list[Tree] = [key for key in guessed if key not in listed]
        if new and not listed:
            yield Change(("guessed",), new)
        elif new:
            yield from (Change(("guessed", n), key) for n, key in enumerate(new, len(listed)))

    def _key(self, key: str, new: Tree, shape: Shape | None) -> Iterator[Change]:
        old = self.data.get(key)
        if old in (None, "", [], {}):
            yield Change((key,), new)
        elif key == "recognitions":
            yield from self._awards(old, new)
        elif key == "producer":
            if not {*_texts(new)} <= {*_texts(old)}:
                yield Change((key,), new, old)
        elif isinstance(new, list):
            yield from self._list(key, old, new, shape)
        elif isinstance(new, dict) and isinstance(shape, type):
            yield from self._map((key,), old, new, shape, {one.key for one in fields(shape)})
        else:
            yield from self._value((key,), old, new, shape)

    def _map(
        self,
        where: Where,
        old: Tree,
        new: Mapping[str, Tree],
        model: type[Model],
        sole: Iterable[str],
    ) -> Iterator[Change]:
        """Compare a map key by key; where one of ``sole`` differs nothing is added."""
        bare = isinstance(old, str)
        inside: Mapping[str, Tree] = (
            {model.bare: old} if bare else old if isinstance(old, dict) else {}
        )
        shapes = {one.key: one.shape for one in fields(model)}
        found = [
            change
            for key, value in new.items()
            for change in self._inside((*where, key), inside.get(key), value, shapes.get(key))
        ]
        differing = [one for one in found if one.old is not None]
        if bare and found:
            if differing:
                yield Change(where, {**inside, **new}, old)
            else:
                yield Change(where, {**inside, **new}, None)
        elif not self.whole and any({*map(str, one.where[-2:])} & {*sole} for one in differing):
            yield from differing
        else:
            yield from found

    def _inside(self, where: Where, old: Tree, new: Tree, shape: Shape | None) -> Iterator[Change]:
        if old in (None, "", [], {}):
            yield Change(where, new)
        else:
            yield from self._value(where, old, new, shape)

    def _value(self, where: Where, old: Tree, new: Tree, shape: Shape | None) -> Iterator[Change]:
        if isinstance(old, dict) or isinstance(new, dict):
            yield from self._told(where, old, new)
        elif not self._same(where, old, new, shape):
            yield Change(where, new, old)

    def _told(self, where: Where, old: Tree, new: Tree) -> Iterator[Change]:
        """Compare a text in several languages, language by language."""
        ours, theirs = self._spoken(old), self._spoken(new)
        absent = {code: text for code, text in theirs.items() if not ours.get(code)}
        for code, text in theirs.items():
            if code not in absent and not self._same(where, ours[code], text, None):
                yield Change((*where, code) if isinstance(old, dict) else where, text, ours[code])
        if absent and isinstance(old, dict):
            yield from (Change((*where, code), text) for code, text in absent.items())
        elif absent:
            yield Change(where, {**ours, **absent})

    def _spoken(self, value: Tree) -> dict[str, Tree]:
        return dict(value) if isinstance(value, dict) else {str(self.context.language): value}

    def _list(self, key: str, old: Tree, new: list[Tree], shape: Shape | None) -> Iterator[Change]:
        """Compare a list: papers, prizes, shops, photos and sources grow, others differ or not.

        Of items that are maps, each is compared with the one that it is, key by key.
        """
        listed = old if isinstance(old, list) else [old]
        model = shape.of if isinstance(shape, Many) and isinstance(shape.of, type) else None
        free = {number: self._identity(one) for number, one in enumerate(listed)}
        absent: list[Tree] = []
        for number, one in enumerate(new):
            at = _twin(self._identity(one), number, free)
            if at is None:
                absent.append(one)
                continue
            del free[at]
            if model is None:
                yield from self._value((key, at), listed[at], one, None)
            elif key != "photos" and isinstance(one, dict):
                yield from self._map((key, at), listed[at], one, model, ())
        if not absent:
            return
        if (model is not None or key == "sources") and isinstance(old, list):
            for number, one in enumerate(absent, start=len(listed)):
                yield Change((key, number), one)
        elif not self._same((key,), old, new, shape):
            yield Change((key,), new, old)

    def _identity(self, value: Tree) -> str:
        """Return what tells an item of a list from the others: its kind, label, file or name."""
        if not isinstance(value, dict):
            return fold(value) if isinstance(value, str) else ""
        keys = ("kind", "label", "file", "name")
        told = next((value[key] for key in keys if key in value), value)
        spoken = self._spoken(told)
        first = spoken.get(str(self.context.language)) or next(iter(spoken.values()), "")
        return fold(first) if isinstance(first, str) else ""

    def _awards(self, old: Tree, new: Tree) -> Iterator[Change]:
        listed = old if isinstance(old, list) else []
        told = [award for award in new if isinstance(award, dict)] if isinstance(new, list) else []
        twins = self._twins(listed, told)
        number = len(listed)
        for place, award in enumerate(told):
            at = twins.get(place)
            if at is None:
                yield Change(("recognitions", number), award)
                number += 1
            else:
                yield from self._map(
                    ("recognitions", at), listed[at], award, RecognitionFile, _SOLE
                )

    def _twins(self, listed: list[Tree], told: list[dict[str, Tree]]) -> dict[int, int]:
        """Return which of the recognitions there are each one told is: equals before likely ones.

        Of several undated ones without a decision only their number tells how many there are.
        """
        free = {number: one for number, one in enumerate(listed) if isinstance(one, dict)}
        found: dict[int, int] = {}
        for same in (self._is_equal, awards.is_same):
            for place, award in enumerate(told):
                at = next((n for n, one in free.items() if same(one, award)), None)
                if place not in found and at is not None:
                    found[place] = at
                    del free[at]
        return found

    def _is_equal(self, one: dict[str, Tree], other: dict[str, Tree]) -> bool:
        """Tell whether two recognitions say the same of stars, day and decision."""
        shapes = {field.key: field.shape for field in fields(RecognitionFile)}
        return all(
            (one.get(key) or None) == (other.get(key) or None)
            or (
                bool(one.get(key) and other.get(key))
                and self._same(("recognitions", key), one[key], other[key], shapes[key])
            )
            for key in _SOLE
        )

    def _same(self, where: Where, old: Tree, new: Tree, shape: Shape | None) -> bool:
        if old == new:
            return True
        if isinstance(old, str) and isinstance(new, str):
            key = str(where[-1])
            reader = _READERS.get(key) if where[0] != "name" else self._name
            if reader is not None and reader(old, new):
                return True
            if " ".join(old.split()) == " ".join(new.split()):
                return True
        return shape is not None and self._reads_alike(shape, old, new)

    def _reads_alike(self, shape: Shape, old: Tree, new: Tree) -> bool:
        """Tell whether two ways to write a value mean the same to the schema."""
        try:
            return bool(self._read(shape, old) == self._read(shape, new))
        except (Fault, Faults):
            return False

    def _read(self, shape: Shape, value: Tree) -> object:
        if isinstance(shape, FieldType):
            return shape.read(value, self.context)
        if isinstance(shape, Many):
            listed = value if isinstance(value, list) else [value]
            return [self._read(shape.of, one) for one in listed]
        return read(shape, value, self.context)

    def _name(self, old: str, new: str) -> bool:
        if self.draft.kind == "producer":
            return makers.key_of(old) == makers.key_of(new)
        return fold(old) == fold(new)


def _place(level: Level, old: str, new: str) -> bool:
    return bool(keys_of(old, level) & keys_of(new, level))


def _folded(old: str, new: str) -> bool:
    ours, theirs = (re.sub(r"[\W_]+", " ", fold(one)).strip() for one in (old, new))
    return ours == theirs


_READERS = {
    "commune": lambda old, new: _place("commune", old, new),
    "district": lambda old, new: _place("district", old, new),
    "province": lambda old, new: _place("province", old, new),
    "village": _folded,
    "address": _folded,
    "representative": _folded,
    "authority": _folded,
    "phone": same_digits,
    "zalo": same_digits,
    "decision": lambda old, new: decisions.key_of(old) == decisions.key_of(new),
}


def _twin(identity: str, number: int, free: Mapping[int, str]) -> int | None:
    """Return the number of the item that one is, the same number if that may be."""
    if free.get(number) == identity:
        return number
    return next((at for at, one in free.items() if one == identity), None)


def _texts(value: Tree) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, list):
        for one in value:
            yield from _texts(one)
    elif isinstance(value, dict):
        for one in value.values():
            yield from _texts(one)
