"""An entry of an older shape as one of today's.

Owns which value goes where, what is left over and what is a guess. Nothing is dropped: a key is
moved, said by another key already, or left over. Touches no text and no disk. Called by
:mod:`ocop.editors.migrating.files` and :mod:`ocop.editors.migrating.front`.
"""

import re
from collections.abc import Collection, Mapping

from msgspec import Struct, field

from ocop.editors.likely_set import likely_set
from ocop.editors.migrating.filling import is_said, put, without_implied_end
from ocop.editors.migrating.shaping import chosen_set, shaped
from ocop.editors.migrating.slots import Slot, names_first, slot_of
from ocop.paths import EntryId, SourcePath, is_entry_id
from ocop.schema.fieldtype import Context
from ocop.schema.guesses import is_personal
from ocop.schema.model import Model, keys
from ocop.schema.producer import ProducerFile
from ocop.schema.reading import MISSING, attempt
from ocop.source.document import Tree
from ocop.source.entry import Kind
from ocop.source.names import proposed_id
from ocop.text import Language, slugify

_VI = Language("vi")
_END = "recognitions.expires"
_MEASURED = ("shelf_life", "capacity", "minimum_order")
"""Texts that say nothing without a unit: of a bare number only its editor knows what it counts."""
_BARE = re.compile(r"[0-9.,]+")


class Moved(Struct):
    """The entry anew; ``moved`` has new keys by old ones, ``said`` what another key says already.

    ``left`` are keys without a place; ``missing`` required ones that nothing gives; ``makers``
    are names of producers that it speaks of, by id.
    """

    tree: dict[str, Tree]
    moved: dict[str, str] = field(default_factory=dict)
    said: list[str] = field(default_factory=list)
    left: list[str] = field(default_factory=list)
    guessed: list[str] = field(default_factory=list)
    missing: tuple[str, ...] = ()
    makers: dict[EntryId, str] = field(default_factory=dict)


def moved(
    kind: Kind,
    model: type[Model],
    tree: Mapping[str, Tree],
    context: Context,
    producers: Collection[str],
) -> Moved:
    """Return the entry of an older shape as one of ``model``; what is right already stays.

    ``context.files`` are the photos that there are, ``producers`` the ids; a producer of whom
    nothing but a name is known is among the ``makers`` if that name tells its kind.
    """
    mover = _Mover(kind, model, dict(tree), context, producers)
    banned: set[str] = set()
    while True:
        found = mover.run(banned)
        wrong = mover.wrong(found)
        if wrong <= banned:
            return found
        banned |= wrong


class _Mover:
    def __init__(
        self,
        kind: Kind,
        model: type[Model],
        old: dict[str, Tree],
        context: Context,
        producers: Collection[str],
    ) -> None:
        self.kind, self.model, self.old, self.context = kind, model, old, context
        self.producers = producers
        self.right = [key for key in old if self._is_right(key)]

    def run(self, banned: set[str]) -> Moved:
        """Return the entry anew, without moving the keys ``banned``."""
        found = Moved({key: self.old[key] for key in self.right})
        rest = [key for key in self.old if key not in self.right]
        if self.kind == "product" and "producer" not in found.tree:
            rest = self._take_maker(found, [key for key in rest if key not in banned], rest)
        for key in names_first(rest):
            slot = None if key in banned or is_personal(key) else slot_of(key, self.model)
            if slot is None or not self._place(found, key, slot):
                found.left.append(key)
        self._drop_implied_end(found)
        if self.kind == "producer" and "kind" not in found.tree:
            kind = kind_in(self._name(found))
            found.tree.update({"kind": kind} if kind else {})
        if self.kind == "product" and "set" not in found.tree:
            self._guess_set(found)
        if found.guessed:
            told = found.tree.get("guessed")
            there = told if isinstance(told, list) else []
            found.tree["guessed"] = [*there, *(one for one in found.guessed if one not in there)]
        return found

    def wrong(self, found: Moved) -> set[str]:
        """Return the old keys whose values do not fit where they were put; note what is missing."""
        _, details = attempt(self.model, found.tree, self.context)
        lacking = [one for one in details if one.code == MISSING]
        found.missing = tuple(str(one.where[0]) for one in lacking if len(one.where) == 1)
        tops = {str(one.where[0]) for one in details if one.where and one not in lacking}
        tops |= {str(one.where[0]) for one in lacking if len(one.where) > 1}
        return {old for old, new in found.moved.items() if new.partition(".")[0] in tops}

    def _take_maker(self, found: Moved, free: list[str], rest: list[str]) -> list[str]:
        """Move what names the producer, by id, name or both; return the keys that are left."""
        slots = {key: slot_of(key, self.model) for key in free}
        named = {
            key: value.strip()
            for key in free
            if slots[key] == Slot("producer") and isinstance(value := self.old[key], str)
        }
        ids = [EntryId(one) for one in named.values() if is_entry_id(one)]
        names = [one for one in named.values() if not is_entry_id(one)]
        if not named or len(ids) > 1 or len(names) > 1:
            return rest
        maker = ids[0] if ids else proposed_id(names[0])
        if maker not in self.producers and not (names and kind_in(names[0])):
            return rest
        found.tree["producer"] = maker
        found.makers.update(dict.fromkeys((maker,), names[0]) if names else {})
        found.moved.update(dict.fromkeys(named, "producer"))
        return [key for key in rest if key not in named]

    def _drop_implied_end(self, found: Moved) -> None:
        """Take out an end of a certificate that is the one which it has by itself."""
        old = next((key for key, new in found.moved.items() if new == _END), None)
        kept = without_implied_end(found.tree.get("recognitions"))
        if old is not None and kept is not None:
            found.tree["recognitions"] = kept
            found.said.append(old)
            del found.moved[old]

    def _is_right(self, key: str) -> bool:
        """Tell whether a key is one of ours with a value that is right, whatever else lacks."""
        if key not in keys(self.model) or self.old[key] is None:
            return False
        _, details = attempt(self.model, {key: self.old[key]}, self.context)
        return not any(one.where[:1] == (key,) and one.code != MISSING for one in details)

    def _place(self, found: Moved, key: str, slot: Slot) -> bool:
        value = self.old[key]
        if value is None:
            return False
        if slot.top == "set" and isinstance(value, str):
            return self._place_set(found, key, value)
        value = shaped(self.model, slot.top, slot.below, value, self._name(found))
        if slot.top in _MEASURED and isinstance(value, str) and _BARE.fullmatch(value):
            return False
        if slot.top == "photos" and isinstance(value, list):
            return self._place_photos(found, key, value)
        placed = put(found.tree, slot, value, self.context.language)
        if placed:
            found.moved[key] = f"{slot.top}.{slot.below}" if slot.below else slot.top
        elif is_said(found.tree, slot, value):
            found.said.append(key)
        else:
            return False
        return True

    def _place_set(self, found: Moved, key: str, value: str) -> bool:
        chosen = chosen_set(value, self._name(found))
        if chosen is None:
            return False
        number, guessed = chosen
        if "set" in found.tree:
            if found.tree["set"] == number or slugify(value) in map(slugify, self._sets(key)):
                found.said.append(key)
                return True
            return False
        found.tree["set"] = number
        found.moved[key] = "set"
        found.guessed += ["set"] if guessed else []
        return True

    def _guess_set(self, found: Moved) -> None:
        """Take the set that the name speaks for where nothing else does; mark it as a guess."""
        stated = any(slot_of(key, self.model) == Slot("set") for key in self.old)
        likely = None if stated else likely_set(self._name(found))
        if likely is not None:
            found.tree["set"] = str(likely)
            found.guessed.append("set")

    def _sets(self, but: str) -> list[str]:
        """Return the texts of the other keys that name a set."""
        others = (key for key in self.old if key != but and key not in self.right)
        named = (key for key in others if slot_of(key, self.model) == Slot("set"))
        return [text for key in named if isinstance(text := self.old[key], str)]

    def _place_photos(self, found: Moved, key: str, photos: list[Tree]) -> bool:
        """Move the photos that are there; with one that is not, the key is left over as well."""
        there: list[Tree] = [
            one
            for one in photos
            if isinstance(one, dict) and str(one.get("file")) in self.context.files
        ]
        if not there or "photos" in found.tree:
            return False
        found.tree["photos"] = there
        found.moved[key] = "photos"
        if len(there) < len(photos):
            found.left.append(key)
        named = self.old[key]
        if self.kind == "product" and "alt" not in str(named):
            found.guessed.append("photos")
        return True

    def _name(self, found: Moved) -> str:
        name = found.tree.get("name") or found.tree.get("title")
        if name is None:
            slots = ((key, slot_of(key, self.model)) for key in self.old)
            tops = (key for key, slot in slots if slot and slot.top in ("name", "title"))
            name = next((self.old[key] for key in tops), None)
        if isinstance(name, dict):
            name = name.get(self.context.language) or next(iter(name.values()), None)
        return name if isinstance(name, str) else ""


def kind_in(name: str) -> str | None:
    """Return what kind of producer a name begins with ("HTX …"); None where it does not say."""
    values, _ = attempt(ProducerFile, {"name": name, "kind": name}, Context(SourcePath("x"), _VI))
    return None if values is None else str(values["kind"])
