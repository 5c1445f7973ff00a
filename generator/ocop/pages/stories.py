"""Every Markdown text of the content, checked before anything is made.

Owns where Markdown stands in an entry; what is refused is :mod:`ocop.pages.markdown`'s.
Called by :mod:`ocop.reading`.
"""

from collections.abc import Iterator

from ocop.diagnostics import Diagnostic
from ocop.pages.markdown import check_markdown
from ocop.source.document import Document, Where
from ocop.source.entry import Entry

_KEYS = ("story", "rules", "problems")
"""The keys of entries whose text is Markdown; a kind without one of them has it refused."""


def check_stories(entry: Entry) -> Iterator[Diagnostic]:
    """Yield what the pages would refuse of the Markdown of ``entry``, each at its line.

    Every link to another entry is among it, as one to nothing: whether there is such an entry
    is seen when all are known.
    """
    for story in entry.stories.values():
        yield from check_markdown(story.text, story.path, {})
    for key in _KEYS:
        yield from _in_document(entry.document, (key,))


def _in_document(document: Document, where: Where) -> Iterator[Diagnostic]:
    value = document.data.get(str(where[0]))
    texts = value.items() if isinstance(value, dict) else ((None, value),)
    for language, text in texts:
        place = where if language is None else (*where, language)
        if isinstance(text, str) and place in document.marks:
            # A text of several lines is a block: it begins below the line of its key.
            first = document.marks[place].line + (1 if "\n" in text else 0)
            yield from check_markdown(text, document.path, {}, first)
