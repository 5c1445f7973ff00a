"""Diagnostics for people, for programs and for a forge's annotations.

Owns the three forms of a report (the contract, part 2). Knows the wording through
:mod:`ocop.messages`; reads no file itself. Called by :mod:`ocop.cli` and the dev server.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from msgspec import Struct

from ocop.diagnostics import Diagnostic, in_order
from ocop.excerpt import excerpt
from ocop.messages import hint, message, say
from ocop.paths import SourcePath
from ocop.text import Language

Lines = Callable[[SourcePath], Sequence[str]]
"""Gives the lines of a project's file; none where there is nothing to show."""

_ROOM = 96
_FILES = 12
_CODES = {"error": "31", "warning": "33", "path": "1", "quiet": "2", "caret": "32"}


class Style(Struct, frozen=True):
    """How a text report looks: in whose language, and whether in colour."""

    language: Language
    colour: bool = False

    def paint(self, text: str, role: str) -> str:
        """Return ``text`` in the colour of its role, where colour is wanted."""
        return f"\x1b[{_CODES[role]}m{text}\x1b[0m" if self.colour and text else text


def count(diagnostics: Iterable[Diagnostic]) -> tuple[int, int]:
    """Return the number of errors and of warnings."""
    found = Counter(diagnostic.severity for diagnostic in diagnostics)
    return found["error"], found["warning"]


def as_data(diagnostics: Iterable[Diagnostic], language: Language) -> dict[str, Any]:
    """Return the object that ``--format json`` prints, in the order of files and lines."""
    ordered = in_order(diagnostics)
    errors, warnings = count(ordered)
    listed = [
        {
            "code": diagnostic.code,
            "severity": diagnostic.severity,
            "path": diagnostic.path,
            "line": diagnostic.line,
            "column": diagnostic.column,
            "message": message(diagnostic.code, diagnostic.args, language),
            "hint": hint(diagnostic.code, diagnostic.args, language),
            **_cell(diagnostic),
        }
        for diagnostic in ordered
    ]
    return {"diagnostics": listed, "errors": errors, "warnings": warnings}


def _cell(diagnostic: Diagnostic) -> dict[str, str]:
    """Return the cell of a fault in a spreadsheet, as its users know it."""
    return {"cell": diagnostic.args["cell"]} if diagnostic.args.get("cell") else {}


def as_json(data: Mapping[str, Any] | Sequence[Any]) -> str:
    """Return one JSON object or list in readable lines, letters as they are."""
    import json  # only for programs

    return json.dumps(data, ensure_ascii=False, indent=2)


def as_github(diagnostics: Iterable[Diagnostic], language: Language, prefix: str = "") -> str:
    """Return workflow commands that GitHub and Gitea show beside the lines of a change.

    ``prefix`` is the project's folder within the repository, empty or with a ``/`` at its end.
    """
    commands = []
    for diagnostic in in_order(diagnostics):
        where = {
            "file": prefix + diagnostic.path,
            "line": str(diagnostic.line),
            "col": str(diagnostic.column),
            "title": diagnostic.code,
        }
        listed = ",".join(f"{name}={_property(value)}" for name, value in where.items())
        text = message(diagnostic.code, diagnostic.args, language)
        advice = hint(diagnostic.code, diagnostic.args, language)
        commands.append(f"::{diagnostic.severity} {listed}::{_escaped(f'{text} {advice}')}")
    return "\n".join(commands)


def as_text(diagnostics: Iterable[Diagnostic], style: Style, lines: Lines) -> str:
    """Return every diagnostic with its line and a caret, then the count of the worst files."""
    ordered = in_order(diagnostics)
    blocks = [_block(diagnostic, style, lines) for diagnostic in ordered]
    if len({diagnostic.path for diagnostic in ordered}) > 1:
        blocks.append(_by_file(ordered, style))
    return "\n\n".join(blocks)


def _block(diagnostic: Diagnostic, style: Style, lines: Lines) -> str:
    place = f"{diagnostic.path}:{diagnostic.line}:{diagnostic.column}:"
    severity = say(f"report.{diagnostic.severity}", style.language)
    text = message(diagnostic.code, diagnostic.args, style.language)
    advice = hint(diagnostic.code, diagnostic.args, style.language)
    head = (
        f"{style.paint(place, 'path')} {style.paint(severity, diagnostic.severity)}: {text} "
        f"{style.paint(f'[{diagnostic.code}]', 'quiet')}"
    )
    return "\n".join([head, *_excerpt(diagnostic, style, lines), f"  → {advice}"])


def _excerpt(diagnostic: Diagnostic, style: Style, lines: Lines) -> list[str]:
    found = lines(diagnostic.path)
    if not 0 < diagnostic.line <= len(found) or not found[diagnostic.line - 1].strip():
        return []
    text, caret = excerpt(found[diagnostic.line - 1], diagnostic.column, _ROOM)
    number = f"{diagnostic.line:>5} │ "
    margin = " " * 5 + " │ "
    return [
        f"{style.paint(number, 'quiet')}{text}",
        f"{style.paint(margin, 'quiet')}{style.paint(caret, 'caret')}",
    ]


def _by_file(ordered: Sequence[Diagnostic], style: Style) -> str:
    files: dict[SourcePath, list[Diagnostic]] = {}
    for diagnostic in ordered:
        files.setdefault(diagnostic.path, []).append(diagnostic)
    most = sorted(files.items(), key=lambda item: -len(item[1]))[:_FILES]
    rows = [(faults(*count(found), style.language), path) for path, found in most]
    widest = max(len(counts) for counts, _ in rows)
    listed = [f"  {counts:<{widest}}  {path}" for counts, path in rows]
    if rest := len(files) - len(rows):
        listed.append(f"  {say('report.more-files', style.language, number=rest)}")
    return "\n".join(listed)


def faults(errors: int, warnings: int, language: Language) -> str:
    """Return ``3 lỗi, 1 cảnh báo`` without what is none; empty for no fault."""
    parts = [(errors, "errors"), (warnings, "warnings")]
    return ", ".join(counted(number, thing, language) for number, thing in parts if number)


def counted(number: int, thing: str, language: Language) -> str:
    """Return a number with its noun: ``1 product``, ``1.204 sản phẩm``."""
    form = "one" if number == 1 else "many"
    grouped = f"{number:,}".replace(",", "." if language == "vi" else ",")
    return say(f"count.{thing}.{form}", language, number=grouped)


def _escaped(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _escaped(text).replace(":", "%3A").replace(",", "%2C")
