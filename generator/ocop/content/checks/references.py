"""Mentions of other entries: they must exist, and should not be drafts."""

from collections.abc import Iterator

from ocop.content.named import Reference, references
from ocop.content.records import Records
from ocop.diagnostics import Diagnostic
from ocop.schema.guesses import nearest
from ocop.source.entry import FOLDERS, Entry, Kind
from ocop.text import fold

_FOLDER_OF = {kind: folder for folder, kind in FOLDERS.items()}


def check(records: Records) -> Iterator[Diagnostic]:
    """Find mentions of entries that do not exist or are drafts."""
    drafts = {key for key, entry in records.entries.items() if is_draft(entry)}
    for entry in records.entries.values():
        for reference in references(entry):
            target = (reference.kind, reference.id)
            if target not in records.entries:
                yield _unknown(records, entry, reference)
            elif target in drafts and not records.drafts and not is_draft(entry):
                yield entry.document.fault(
                    "OCOP203", reference.where, found=reference.id, folder=_folder(reference.kind)
                )


def is_draft(entry: Entry) -> bool:
    """Tell whether an entry is marked as a draft."""
    return entry.document.data.get("draft") == "true"


def _folder(kind: Kind) -> str:
    return f"content/{_FOLDER_OF[kind]}"


def _unknown(records: Records, entry: Entry, reference: Reference) -> Diagnostic:
    where, found, folder = reference.where, reference.id, _folder(reference.kind)
    if suggestion := _meant(records, reference):
        return entry.document.fault(
            "OCOP201", where, found=found, folder=folder, suggestion=suggestion
        )
    return entry.document.fault("OCOP202", where, found=found, folder=folder)


def _meant(records: Records, reference: Reference) -> str:
    """Return the id that was meant: spelt alike, or part of the name."""
    known = [key for kind, key in records.entries if kind == reference.kind]
    if alike := nearest(reference.id, known):
        return alike
    named = records.products if reference.kind == "product" else records.producers
    wanted = reference.id.replace("-", " ")
    names = ((key, one.name.get(records.config.language, "")) for key, one in named.items())
    return next((key for key, name in names if wanted in fold(name)), "")
