"""Whether an entry that is not written yet would pass ``ocop check``.

Owns asking those checks of a draft and of an entry with additions, before a file is touched.
Called by :mod:`ocop.editors.lists.plan`.
"""

import datetime as dt
from collections.abc import Mapping, Sequence
from itertools import chain

from msgspec import Struct

from ocop.config import Config
from ocop.content.alone import DAILY, LASTING
from ocop.content.records import Records
from ocop.content.typed import record_of
from ocop.diagnostics import Diagnostic, has_errors
from ocop.editors.lists.draft import Draft, Kind, placed
from ocop.editors.lists.outcome import FOLDER_OF
from ocop.paths import EntryId, SourcePath
from ocop.source.document import Document, Tree
from ocop.source.entry import Entry
from ocop.source.listing import CONTENT

_PASSES = 6
_ENDS = frozenset(("expires", "extended", "revoked", "to"))
_UNSAID = ("OCOP213",)
"""What every list leaves open and ``ocop check`` says anyway: no producer."""


class Soundness(Struct, frozen=True):
    """The checks of one entry, by the project's settings, on a day."""

    config: Config
    today: dt.date

    def settle(
        self, draft: Draft, entry: EntryId, files: Sequence[str]
    ) -> tuple[bool, list[Diagnostic]]:
        """Take out of a draft what the checks refuse; tell whether enough is left of it.

        What is refused is reported at its cell, and so are warnings: they would meet the editor
        with the next check.
        """
        found: list[Diagnostic] = []
        for _ in range(_PASSES):
            document, spots = draft.document(draft.spot.sheet.path)
            faults = self.faults(draft.kind, entry, document, files)
            errors = [one for one in faults if one.severity == "error"]
            if not errors:
                told = [one for one in faults if one.code not in _UNSAID]
                return True, [*found, *(placed(one, spots) for one in told)]
            found += [placed(one, spots) for one in errors]
            if not _dropped(draft, document, errors) or any(one.line == 1 for one in errors):
                break
        return False, found

    def spare(self, draft: Draft, entry: EntryId, files: Sequence[str]) -> list[Diagnostic]:
        """Take faulty values out of what is to be added to an entry; return their faults.

        What a draft lacks is in the entry itself.
        """
        found: list[Diagnostic] = []
        for _ in range(_PASSES):
            document, spots = draft.document(draft.spot.sheet.path)
            faults = self.faults(draft.kind, entry, document, files)
            errors = [one for one in faults if one.severity == "error" and one.line > 1]
            if not errors:
                break
            found += [placed(one, spots) for one in errors]
            _dropped(draft, document, errors)
        draft.closed()
        return found

    def errors(self, kind: Kind, entry: EntryId, document: Document, files: Sequence[str]) -> int:
        """Return how many errors an entry has."""
        found = self.faults(kind, entry, document, files)
        return sum(one.severity == "error" for one in found)

    def faults(
        self, kind: Kind, entry: EntryId, document: Document, files: Sequence[str]
    ) -> list[Diagnostic]:
        """Return the faults of an entry with ``files`` beside it; of a day's only the errors."""
        folder = SourcePath(f"{CONTENT}/{FOLDER_OF[kind]}/{entry}")
        one = Entry(kind, entry, folder, document, {}, tuple(files))
        record, faults = record_of(one, self.config)
        sound = not has_errors(faults)
        alone = Records.alone(
            kind, record, self.config, self.today, lambda *_: document, sound=sound, entry=one
        )
        lasting = (*faults, *chain.from_iterable(check(alone) for check in LASTING))
        found = [one for one in lasting if one.path == document.path]
        if _states_an_end(document.data):
            # What changes from day to day is the business of ``ocop check``, unless it is wrong.
            daily = chain.from_iterable(check(alone) for check in DAILY)
            found += [one for one in daily if one.severity == "error"]
        return found


def _dropped(draft: Draft, document: Document, errors: Sequence[Diagnostic]) -> bool:
    """Drop what stands in the cells of some errors; tell whether there was anything."""
    lines = {one.line for one in errors}
    wheres = [where for where, mark in document.marks.items() if mark.line in lines and where]
    for where in wheres:
        draft.drop(where)
    return bool(wheres)


def _states_an_end(data: Mapping[str, Tree]) -> bool:
    """Tell whether some paper has an end of its own, which may come before its beginning."""
    for key in ("recognitions", "certificates"):
        listed = data.get(key)
        if isinstance(listed, list):
            for one in listed:
                if isinstance(one, dict) and not _ENDS.isdisjoint(one):
                    return True
    return False
