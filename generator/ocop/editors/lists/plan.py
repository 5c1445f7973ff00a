"""What an import would do, entry by entry, before anything is written.

Owns the decision: new, added to, unchanged, different or faulty. Every value is checked by the
same rules as ``ocop check`` before the first file is touched. Called by :mod:`ocop.cli.import_`.
"""

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from msgspec import Struct, field

from ocop.config import Config
from ocop.diagnostics import Diagnostic, in_order
from ocop.editors.lists import makers
from ocop.editors.lists.builder import Builder
from ocop.editors.lists.built import Built, Setting
from ocop.editors.lists.compose import changed
from ocop.editors.lists.draft import Draft, Kind, Spot
from ocop.editors.lists.merge import Change, Merge
from ocop.editors.lists.outcome import Item, Outcome, Plan, Wish
from ocop.editors.lists.pictures import Pictures, Wanted
from ocop.editors.lists.project import Known, Match
from ocop.editors.lists.row import Row
from ocop.editors.lists.soundness import Soundness
from ocop.paths import EntryId, is_entry_id
from ocop.schema.fieldtype import Context
from ocop.source.document import Document, Tree
from ocop.source.entry import Entry
from ocop.source.names import proposed_id


def plan_import(
    rows: Sequence[Row],
    found: Iterable[Diagnostic],
    known: Known,
    config: Config,
    today: dt.date,
    wish: Wish,
    beside: Path,
) -> Plan:
    """Return what importing ``rows`` does to the entries ``known``.

    ``found`` are the faults of reading so far, ``beside`` the folder that the list lies in.
    """
    setting = Setting(config.language, config.scope, wish.province)
    built = Builder(setting).take(rows)
    planner = _Planner(known, config, Soundness(config, today), wish, Pictures(beside, wish.photos))
    items = tuple(planner.items(built))
    guesses = _written(built.guesses, built, items)
    if guesses:
        planner.faults.append(guesses[0].spot.fault("OCOP719", count=len(guesses)))
    return Plan(items, in_order((*found, *built.faults, *planner.faults)))


def _written(guesses: Sequence[Draft], built: Built, items: Sequence[Item]) -> list[Draft]:
    """Return the drafts whose guessed set comes into the content with this import."""
    drafts = (*built.producers, *built.products)
    gaining = {
        id(draft)
        for draft, item in zip(drafts, items, strict=True)
        if item.outcome == "new" or any(one.where == ("set",) for one in item.changes)
    }
    return list({id(one): one for one in guesses if id(one) in gaining}.values())


class _Planner(Struct):
    known: Known
    config: Config
    soundness: Soundness
    wish: Wish
    pictures: Pictures
    faults: list[Diagnostic] = field(default_factory=list)
    _ids: dict[int, EntryId] = field(default_factory=dict)
    _claimed: dict[tuple[str, str], Spot] = field(default_factory=dict)
    _current: dict[tuple[str, EntryId], dict[str, Tree]] = field(default_factory=dict)

    def items(self, built: Built) -> Iterator[Item]:
        named = {id(draft): (spot, names) for draft, spot, names in built.photos}
        for draft in (*built.producers, *built.products):
            item = self._item(draft, *named.get(id(draft), (draft.spot, ())))
            if item.outcome != "problem":
                self._ids[id(draft)] = item.id
            yield item

    def _item(self, draft: Draft, spot: Spot, names: tuple[str, ...]) -> Item:
        match = self._match(draft)
        if match is not None and len(match.entries) > 1:
            ids = ", ".join(one.id for one in match.entries)
            self.faults.append(draft.spot.fault("OCOP717", name=draft.name, ids=ids))
            return self._problem(draft)
        if match is None and not draft.name:
            self.faults.append(draft.spot.fault("OCOP707", found=draft.stated, heading="id"))
            return self._problem(draft)
        if draft.kind == "producer":
            self._settle_kind(draft, new=match is None)
        elif not self._settle_makers(draft):
            return self._problem(draft)
        if match is not None:
            return self._old(draft, match, spot, names)
        return self._new(draft, spot, names)

    def _match(self, draft: Draft) -> Match | None:
        if draft.kind == "producer":
            return self.known.maker(draft)
        ids = [self._ids[id(one)] for one in draft.makers if id(one) in self._ids]
        return self.known.product(draft, ids)

    def _settle_makers(self, draft: Draft) -> bool:
        """Name the producers of a product; tell whether all of them could be settled."""
        ids = [self._ids.get(id(one)) for one in draft.makers]
        if None in ids:
            return False
        told = list(dict.fromkeys(str(one) for one in ids))
        if told:
            draft.put(
                ("producer",), told[0] if len(told) == 1 else list(told), draft.makers[0].spot
            )
        return True

    def _settle_kind(self, draft: Draft, *, new: bool) -> None:
        """Settle what kind of producer it is: as stated, else by its name, else a household."""
        stated = draft.tree.get("kind")
        if isinstance(stated, str):
            kind = makers.kind_of(stated)
            if kind:
                draft.tree["kind"] = kind
                return
            spot = draft.spots[("kind",)]
            self.faults.append(spot.fault("OCOP707", found=stated, heading="kind"))
            draft.drop(("kind",))
        kind = makers.kind_of(draft.name)
        draft.assumed.add("kind")
        if not kind:
            if not new:
                return
            kind = "household"
            self.faults.append(draft.spot.fault("OCOP714", found=draft.name))
        draft.put(("kind",), kind, draft.spot)

    # New entries.

    def _new(self, draft: Draft, spot: Spot, names: tuple[str, ...]) -> Item:
        taken = self.known.taken[draft.kind]
        stated = is_entry_id(draft.stated) and draft.stated not in taken
        entry = EntryId(draft.stated) if stated else proposed_id(draft.name, taken, draft.kind)
        wanted = self._wanted(draft, entry, (), spot, names)
        if draft.kind == "product" and not self._is_complete(draft):
            return self._problem(draft)
        self._claim(draft)
        sound, found = self.soundness.settle(draft, entry, [one.name for one in wanted])
        self.faults += found
        if not sound:
            return self._problem(draft)
        taken.add(entry)
        draft.closed()
        return Item(
            draft.kind, entry, draft.name, draft.cell, "new", tree=draft.tree, pictures=wanted
        )

    def _is_complete(self, draft: Draft) -> bool:
        """Tell whether a product has the keys without which there is none; report those."""
        complete = True
        if "set" not in draft.tree:
            self.faults.append(draft.spot.fault("OCOP711", found=draft.name))
            complete = False
        origin = draft.tree.get("origin")
        parts = origin if isinstance(origin, dict) else {}
        if not parts or not (self.config.scope or {"province", "now"} & parts.keys()):
            if self.config.scope and not parts:
                draft.tree["origin"] = {"province": _province(self.config.scope)}
                return complete
            self.faults.append(draft.spot.fault("OCOP718", found=draft.name))
            complete = False
        return complete

    def _claim(self, draft: Draft) -> None:
        """Let nothing have a number that another row of the list has."""
        for key in ("code", "gtin"):
            value = draft.tree.get(key)
            if not isinstance(value, str):
                continue
            spot = draft.spots[(key,)]
            first = self._claimed.setdefault((key, value), spot)
            if first is not spot:
                at = first.sheet.cell(first.row, first.column)
                self.faults.append(spot.fault("OCOP713", found=value, kept=value, first=at))
                draft.drop((key,))

    # Entries that are there already.

    def _old(self, draft: Draft, match: Match, spot: Spot, names: tuple[str, ...]) -> Item:
        entry = match.entries[0]
        if entry.broken:
            self.faults.append(draft.spot.fault("OCOP716", id=entry.id, path=entry.document.path))
            return self._problem(draft)
        wanted = self._wanted(draft, entry.id, entry.files, spot, names)
        self.faults += self.soundness.spare(draft, entry.id, [one.name for one in wanted])
        merge = Merge(draft, self._data(entry), self._context(entry), whole=self.wish.update)
        found = merge.changes()
        added = tuple(one for one in found if one.old is None)
        differing = tuple(one for one in found if one.old is not None)
        for one in differing:
            self._report(draft, entry, one)
        making = found if self.wish.update else added
        if making and not self._may_become(entry, making, wanted):
            self.faults.append(draft.spot.fault("OCOP716", id=entry.id, path=entry.document.path))
            return self._problem(draft)
        outcome: Outcome = "same"
        if making:
            outcome = "changed" if any(one.old is not None for one in making) else "added"
        elif differing:
            outcome = "differs"
        return Item(
            draft.kind,
            entry.id,
            draft.name or _named(entry),
            draft.cell,
            outcome,
            match.reason,
            changes=making,
            differing=() if self.wish.update else differing,
            pictures=wanted if making else (),
        )

    def _may_become(
        self, entry: Entry, changes: Sequence[Change], wanted: Sequence[Wanted]
    ) -> bool:
        """Tell whether the entry has no more errors afterwards; it counts as changed then."""
        current = self._data(entry)
        data = changed(current, changes)
        document = Document(entry.document.path, data, {})
        standing = Document(entry.document.path, current, {})
        files = (*entry.files, *(one.name for one in wanted))
        kind, count = _kind(entry), self.soundness.errors
        if count(kind, entry.id, document, files) > count(kind, entry.id, standing, entry.files):
            return False
        self._current[entry.kind, entry.id] = data
        return True

    def _data(self, entry: Entry) -> Mapping[str, Tree]:
        """Return what an entry says, with what earlier rows have added to it."""
        return self._current.get((entry.kind, entry.id), entry.document.data)

    def _report(self, draft: Draft, entry: Entry, change: Change) -> None:
        if self.wish.update:
            return
        said = {"found": _shown(change.new), "kept": _shown(change.old)}
        said |= {"id": entry.id, "key": ".".join(map(str, change.where))}
        self.faults.append(draft.nearest(change.where).fault("OCOP712", **said))

    def _context(self, entry: Entry) -> Context:
        return Context(entry.folder, self.config.language, self.config.scope is not None)

    # Both.

    def _wanted(
        self, draft: Draft, entry: EntryId, there: Sequence[str], spot: Spot, names: tuple[str, ...]
    ) -> tuple[Wanted, ...]:
        """Put the pictures of an entry into its draft; return those to be copied."""
        found, missing = self.pictures.of(entry, draft.name, names)
        self.faults += [spot.fault("OCOP715", found=name) for name in missing]
        if not found or "photos" in draft.tree:
            return ()
        alt = draft.name or entry
        draft.put(("photos",), [{"file": one.name, "alt": alt} for one in found], spot)
        draft.assumed.add("photos")
        if draft.kind == "product":
            listed = draft.tree.setdefault("guessed", [])
            if isinstance(listed, list):
                listed.append("photos")
            draft.spots.setdefault(("guessed",), spot)
        return tuple(one for one in found if one.name not in there)

    def _problem(self, draft: Draft) -> Item:
        return Item(
            draft.kind, EntryId(draft.stated), draft.name or draft.stated, draft.cell, "problem"
        )


def _province(code: str) -> str:
    from ocop.domain.gazetteer import province  # reads the units: only where a row names none

    found = province(code)
    return found.full_name if found else code


def _kind(entry: Entry) -> Kind:
    return "product" if entry.kind == "product" else "producer"


def _named(entry: Entry) -> str:
    name = entry.document.data.get("name")
    return name if isinstance(name, str) else entry.id


def _shown(value: Tree) -> str:
    if isinstance(value, dict):
        return ", ".join(_shown(one) for one in value.values())
    return ", ".join(map(_shown, value)) if isinstance(value, list) else value or ""
