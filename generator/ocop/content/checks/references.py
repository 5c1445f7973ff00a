"""Mentions of other entries: they must exist, and should not be drafts."""

from collections.abc import Iterator
from typing import cast

from ocop.content.leaf import Leaf
from ocop.content.named import Reference
from ocop.content.records import Records
from ocop.diagnostics import Diagnostic
from ocop.paths import EntryId
from ocop.schema.guesses import nearest
from ocop.source.entry import FOLDERS, Kind
from ocop.text import fold

_FOLDER_OF = {kind: folder for folder, kind in FOLDERS.items()}


def check(records: Records) -> Iterator[Diagnostic]:
    """Find mentions of entries that do not exist or are drafts."""
    for leaf in records.leaves.values():
        for reference in leaf.references:
            target = records.leaves.get((reference.kind, reference.id))
            if target is None:
                yield _unknown(records, leaf, reference)
            elif target.draft and not records.drafts and not leaf.draft:
                yield records.document(leaf.kind, leaf.id).fault(
                    "OCOP203", reference.where, found=reference.id, folder=_folder(reference.kind)
                )
        for lead in leaf.leads:
            kind, entry = cast("Kind", lead.args["kind"]), EntryId(lead.args["id"])
            there = records.leaves.get((kind, entry))
            if there is None or (there.draft and not records.drafts):
                yield lead


def _folder(kind: Kind) -> str:
    return f"content/{_FOLDER_OF[kind]}"


def _unknown(records: Records, leaf: Leaf, reference: Reference) -> Diagnostic:
    where, found, folder = reference.where, reference.id, _folder(reference.kind)
    document = records.document(leaf.kind, leaf.id)
    if suggestion := _meant(records, reference):
        return document.fault("OCOP201", where, found=found, folder=folder, suggestion=suggestion)
    return document.fault("OCOP202", where, found=found, folder=folder)


def _meant(records: Records, reference: Reference) -> str:
    """Return the id that was meant: spelt alike, or part of the name."""
    known = [key for kind, key in records.leaves if kind == reference.kind]
    if alike := nearest(reference.id, known):
        return alike
    named = records.products if reference.kind == "product" else records.producers
    wanted = reference.id.replace("-", " ")
    names = ((key, one.name.get(records.config.language, "")) for key, one in named.items())
    return next((key for key, name in names if wanted in fold(name)), "")
