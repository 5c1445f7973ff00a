"""Every Markdown text of the content, checked before anything is made.

Owns where Markdown stands in an entry; what is refused is :mod:`ocop.pages.markdown`'s.
Called by :mod:`ocop.build`.
"""

from collections.abc import Iterable, Iterator, Mapping

from ocop.diagnostics import Diagnostic
from ocop.pages.markdown import FOLDERS, check_markdown
from ocop.source.document import Document, Where
from ocop.source.entry import Entry

_KEYS = ("story", "rules", "problems")
"""The keys of entries whose text is Markdown; a kind without one of them has it refused."""


def check_stories(entries: Iterable[Entry], drafts: bool) -> Iterator[Diagnostic]:
    """Yield what the pages would refuse of the Markdown of ``entries``, each at its line.

    Links to drafts lead nowhere unless ``drafts`` are published.
    """
    entries = tuple(entries)
    known: dict[str, set[str]] = {kind: set() for kind in FOLDERS}
    for entry in entries:
        if entry.kind in known and (drafts or entry.document.data.get("draft") != "true"):
            known[entry.kind].add(entry.id)
    for entry in entries:
        for story in entry.stories.values():
            yield from check_markdown(story.text, story.path, known)
        for key in _KEYS:
            yield from _in_document(entry.document, (key,), known)


def _in_document(
    document: Document, where: Where, known: Mapping[str, set[str]]
) -> Iterator[Diagnostic]:
    value = document.data.get(str(where[0]))
    texts = value.items() if isinstance(value, dict) else ((None, value),)
    for language, text in texts:
        place = where if language is None else (*where, language)
        if isinstance(text, str) and place in document.marks:
            # A text of several lines is a block: it begins below the line of its key.
            first = document.marks[place].line + (1 if "\n" in text else 0)
            yield from check_markdown(text, document.path, known, first)
