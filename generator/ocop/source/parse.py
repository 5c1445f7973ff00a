"""YAML bytes to a :class:`Document`: a plain tree that knows the place of everything.

Owns the choice of the reader: one for the forms that nearly every content file has, which
takes a tenth of the time, and libyaml's events for all else and for every fault. Knows no
schema and touches no disk. Called by :mod:`ocop.source.walk` and :mod:`ocop.source.project`.
"""

from ocop.diagnostics import Diagnostic
from ocop.paths import SourcePath
from ocop.source.decode import decode
from ocop.source.document import Document
from ocop.source.marks import Marks
from ocop.source.plain import read_plain


def parse_document(path: SourcePath, raw: bytes) -> tuple[Document | None, tuple[Diagnostic, ...]]:
    """Return the YAML file ``raw`` and every fault of its form.

    The document is None where a fault leaves its content unsure; where it is only untidy
    (a key written twice: the first counts), both are returned.
    """
    text, faults = decode(path, raw)
    if faults:
        return None, faults
    tree = read_plain(text)
    if tree is not None:
        return Document(path, tree, Marks(raw)), ()
    from ocop.source.events import read_events  # rare, and long to import

    return read_events(path, text)
