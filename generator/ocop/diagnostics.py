"""Faults of the content as values: code, place, and what fills the message.

Owns the shape and the order of diagnostics. Wording, severity and documentation of each
code are data (``locale/diagnostics/*.yaml``), read by :mod:`ocop.messages`.
"""

from collections.abc import Iterable, Mapping

from msgspec import Struct, field

from ocop.messages import severity_of
from ocop.paths import SourcePath


class Diagnostic(Struct, frozen=True):
    """One fault: ``line`` and ``column`` count from 1, where a person would mend it."""

    code: str
    path: SourcePath
    line: int = 1
    column: int = 1
    args: Mapping[str, str] = field(default_factory=dict)

    @property
    def severity(self) -> str:
        """``error`` or ``warning``, fixed for the code."""
        return severity_of(self.code)


def in_order(diagnostics: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """Return ``diagnostics`` by file, place and code, each once."""
    unique = {
        (d.path, d.line, d.column, d.code, tuple(sorted(d.args.items()))): d for d in diagnostics
    }
    return tuple(unique[key] for key in sorted(unique))


def has_errors(diagnostics: Iterable[Diagnostic]) -> bool:
    """Tell whether any of ``diagnostics`` forbids publishing."""
    return any(d.severity == "error" for d in diagnostics)
