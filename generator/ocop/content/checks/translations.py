"""Texts that a language of the site lacks: one counted warning for each kind and language."""

from collections.abc import Iterator

from ocop.content.records import Records
from ocop.diagnostics import Diagnostic
from ocop.paths import EntryId
from ocop.source.entry import FOLDERS
from ocop.text import Language


def check(records: Records) -> Iterator[Diagnostic]:
    """Count, by kind and language, the entries with a text that the language lacks."""
    for folder, kind in FOLDERS.items():
        lacking: dict[Language, list[tuple[EntryId, str]]] = {}
        for leaf in records.leaves.values():
            if leaf.kind == kind:
                for language, name in leaf.lacks.items():
                    lacking.setdefault(language, []).append((leaf.id, name))
        for language, found in sorted(lacking.items()):
            first, name = min(found)
            yield records.document(kind, first).fault(
                "OCOP212",
                (name,),
                key=True,
                language=language,
                count=len(found),
                folder=f"content/{folder}",
            )
