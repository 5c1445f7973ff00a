"""What a project has already: its products and producers by all that a list may know them by.

Owns finding the entry that a draft means, and saying why. Reads content, writes nothing. Called
by :mod:`ocop.editors.lists.plan`.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Literal

from msgspec import Struct, field

from ocop.domain.placename import keys_of
from ocop.editors.lists import makers
from ocop.editors.lists.draft import Draft
from ocop.paths import EntryId
from ocop.source.document import Tree
from ocop.source.entry import Entry
from ocop.source.files import read_text_file
from ocop.source.listing import list_entry, list_places
from ocop.source.walk import read_entry
from ocop.text import fold

_APART = re.compile(r"[:,{}\n]")
"""What parts a file into keys and texts, well enough to find a name in it."""

Reason = Literal["id", "alias", "code", "gtin", "name_producer", "name"]
"""Why an entry is taken for the one that a row means."""


class Match(Struct, frozen=True):
    """The entry that a draft means, and why; several where that cannot be told."""

    entries: tuple[Entry, ...]
    reason: Reason


class Known(Struct):
    """The entries of a project, and the ids that are taken."""

    products: dict[EntryId, Entry] = field(default_factory=dict)
    producers: dict[EntryId, Entry] = field(default_factory=dict)
    _by: dict[tuple[str, str, str], list[Entry]] = field(default_factory=dict)
    taken: dict[str, set[str]] = field(
        default_factory=lambda: {"product": set(), "producer": set()}
    )
    _garbled: list[tuple[Entry, frozenset[str]]] = field(default_factory=list)

    def add(self, entry: Entry) -> None:
        """Take in an entry of the project."""
        entries = self.products if entry.kind == "product" else self.producers
        entries[entry.id] = entry
        self.taken[entry.kind].add(entry.id.casefold())
        for key, value in _keys(entry):
            self._by.setdefault((entry.kind, key, value), []).append(entry)
            if key == "alias":
                self.taken[entry.kind].add(value)

    def add_garbled(self, entry: Entry, text: str) -> None:
        """Take in an entry whose file nobody can read but by eye, with what stands in it."""
        words = (part.strip("\"' ") for part in map(fold, _APART.split(text)))
        self._garbled.append((entry, frozenset(words) - {""}))
        self.add(entry)

    def maker(self, draft: Draft) -> Match | None:
        """Return the producer that a draft means: by id, else by name."""
        found = self._stated(draft) or self._by_one(
            "producer", "name", makers.key_of(draft.name), "name"
        )
        return found or self._hidden(draft)

    def product(self, draft: Draft, maker_ids: Iterable[str]) -> Match | None:
        """Return the product that a draft means.

        By its id, its product code or barcode; by name and producer; by name alone where one
        side states no producer.
        """
        found = self._stated(draft)
        for key in ("code", "gtin"):
            value = draft.tree.get(key)
            if found is None and isinstance(value, str):
                found = self._by_one("product", key, value, "code" if key == "code" else "gtin")
        return found or self._named(draft, frozenset(maker_ids)) or self._hidden(draft)

    def _stated(self, draft: Draft) -> Match | None:
        if not draft.stated:
            return None
        entries: Mapping[EntryId, Entry] = (
            self.products if draft.kind == "product" else self.producers
        )
        entry = entries.get(EntryId(draft.stated))
        if entry is not None:
            return Match((entry,), "id")
        return self._by_one(draft.kind, "alias", draft.stated, "alias")

    def _named(self, draft: Draft, ids: frozenset[str]) -> Match | None:
        same = self._by.get(("product", "name", fold(draft.name)), [])
        exact = [one for one in same if ids & makers_of(one)]
        if exact:
            return Match(tuple(exact), "name_producer")
        loose = [one for one in same if not ids or not makers_of(one)]
        near = [one for one in loose if _may_be_one(_origin(one.document.data), draft.tree)]
        return Match(tuple(near), "name") if near and not draft.stated else None

    def _hidden(self, draft: Draft) -> Match | None:
        """Return an entry that cannot be read, as with marks of a conflict, but has the name."""
        name = fold(draft.name)
        for entry, words in self._garbled:
            if entry.kind == draft.kind and name in words:
                return Match((entry,), "name")
        return None

    def _by_one(self, kind: str, key: str, value: str, reason: Reason) -> Match | None:
        found = self._by.get((kind, key, value)) if value else None
        return Match(tuple({one.id: one for one in found}.values()), reason) if found else None


def known_entries(project: Path) -> Known:
    """Return the products and producers of a project.

    What cannot be read is known by its id, and by the words in its file.
    """
    known = Known()
    places, _ = list_places(project)
    for place in places:
        if place[0] in ("product", "producer"):
            found, _ = list_entry(project, place)
            entry, _ = read_entry(project, found)
            if entry.broken:
                raw, _ = read_text_file(project, entry.document.path)
                known.add_garbled(entry, raw.decode("utf-8", "replace"))
            else:
                known.add(entry)
    return known


def makers_of(entry: Entry) -> frozenset[str]:
    """Return the ids of a product's producers as its file states them."""
    value = entry.document.data.get("producer")
    parts = value if isinstance(value, list) else [value]
    return frozenset(part for part in parts if isinstance(part, str))


def _keys(entry: Entry) -> Iterator[tuple[str, str]]:
    data = entry.document.data
    names = data.get("name")
    for name in names.values() if isinstance(names, dict) else [names]:
        if isinstance(name, str):
            yield "name", fold(name) if entry.kind == "product" else makers.key_of(name)
    for key in ("code", "gtin"):
        value = data.get(key)
        if isinstance(value, str) and value.strip():
            yield key, value.replace(" ", "")
    aliases = data.get("aliases")
    for alias in aliases if isinstance(aliases, list) else [aliases]:
        if isinstance(alias, str):
            yield "alias", alias


def _may_be_one(ours: Mapping[str, Tree], theirs: Mapping[str, Tree]) -> bool:
    """Tell whether two origins leave it open that they are one place."""
    origin = theirs.get("origin")
    for level in ("commune", "district", "province"):
        one, other = ours.get(level), origin.get(level) if isinstance(origin, dict) else None
        if isinstance(one, str) and isinstance(other, str):
            return bool(keys_of(one, level) & keys_of(other, level))
    return True


def _origin(data: Mapping[str, Tree]) -> Mapping[str, Tree]:
    found = data.get("origin")
    return (
        {"commune": found} if isinstance(found, str) else found if isinstance(found, dict) else {}
    )
