"""What is wrong when the YAML library gives up, and where a person would mend it.

Owns the translation of libyaml's complaints into the project's diagnostics. The library
names the place where it noticed; the editor must look where the mistake was made: at the
quote that was opened, not at the end of the file. Called by :mod:`ocop.source.events`.
"""

import re

import yaml
from msgspec import Struct

from ocop.diagnostics import Diagnostic
from ocop.paths import SourcePath

_KEY_WITHOUT_SPACE = re.compile(r"(?P<before>\s*(?:- +)*[^\s:#\"'\[{]+:)(?P<after>[^\s:].*)")
_VALUE = re.compile(r"(?:\s|- +)*[^:]*?:\s+|\s*(?:- +)+")


class Span(Struct, frozen=True):
    """A scalar that was read: its first and last place (line, column from 0), and its style."""

    start: tuple[int, int]
    end: tuple[int, int]
    quoted: bool

    @property
    def spills(self) -> bool:
        """Tell whether it goes over several lines."""
        return self.start[0] != self.end[0]


def quoted(text: str) -> str:
    """Return ``text`` as a quoted YAML scalar on one line, in the quotes that suit it."""
    if '"' not in text and "\\" not in text:
        return f'"{text}"'
    return "'" + text.replace("'", "''") + "'"


def quoted_line(line: str, column: int) -> str:
    """Return ``line`` with everything from ``column`` (from 0) in quotes."""
    value = line[column:].strip()
    if len(value) > 1 and value[0] == value[-1] and value[0] in "\"'":
        value = value[1:-1]
    return line[:column] + quoted(value)


def diagnose(
    path: SourcePath, lines: list[str], error: yaml.YAMLError, last: Span | None
) -> Diagnostic:
    """Return the diagnostic for ``error``; ``last`` is the scalar that was read before it."""
    if not isinstance(error, yaml.MarkedYAMLError) or error.problem_mark is None:
        return Diagnostic("OCOP010", path)
    return _Case(path, lines, error, last).diagnostic()


class _Case:
    """One complaint, with what is needed to understand it."""

    def __init__(
        self, path: SourcePath, lines: list[str], error: yaml.MarkedYAMLError, last: Span | None
    ) -> None:
        self.path, self.lines, self.last = path, lines, last
        self.problem, self.context = error.problem or "", error.context or ""
        mark, opened = error.problem_mark, error.context_mark or error.problem_mark
        assert mark is not None
        assert opened is not None
        self.at = (mark.line, mark.column)
        self.opened = (opened.line, opened.column)

    def diagnostic(self) -> Diagnostic:
        """Try the known mistakes, the most telling first."""
        return (
            self._tab()
            or self._unclosed_quote()
            or self._escape()
            or self._colon()
            or self._bracket()
            or self._special_sign()
            or self._text_after_value()
            or self._indentation()
            or self._fault("OCOP010", self.at)
        )

    def _fault(self, code: str, at: tuple[int, int], **args: str) -> Diagnostic:
        line = min(at[0], max(len(self.lines) - 1, 0))
        column = at[1] if line == at[0] else len(self._line(line))
        return Diagnostic(code, self.path, line + 1, column + 1, args)

    def _line(self, number: int) -> str:
        return self.lines[number] if number < len(self.lines) else ""

    def _indent(self, number: int) -> int:
        line = self._line(number)
        return len(line) - len(line.lstrip())

    def _tab(self) -> Diagnostic | None:
        line, column = self.at
        if "tab character" in self.problem or (
            "cannot start any token" in self.problem
            and self._line(line)[column : column + 1] == "\t"
        ):
            return self._fault("OCOP013", self.at)
        return None

    def _unclosed_quote(self) -> Diagnostic | None:
        if "scanning a quoted scalar" in self.context:
            return self._fault("OCOP011", self.opened)
        last = self.last
        # An open quote is often closed by the opening one of a later line.
        if last is not None and last.quoted and last.spills and last.end[0] == self.at[0]:
            return self._fault("OCOP011", last.start)
        return None

    def _escape(self) -> Diagnostic | None:
        if "parsing a quoted scalar" in self.context:
            return self._fault("OCOP030", self.at)
        return None

    def _colon(self) -> Diagnostic | None:
        if "could not find expected ':'" in self.problem:
            return self._missing_colon(self.opened)
        if "mapping values are not allowed" not in self.problem:
            return None
        last = self.last
        if last is None:
            return self._fault("OCOP015", (self.at[0], self._indent(self.at[0])))
        if last.start[0] == self.at[0]:
            fixed = quoted_line(self._line(self.at[0]), last.start[1]).strip()
            return self._fault("OCOP014", last.start, fixed=fixed)
        if last.start[1] == self._indent(last.start[0]):
            return self._missing_colon(last.start)
        return self._fault("OCOP015", (self.at[0], self._indent(self.at[0])))

    def _missing_colon(self, at: tuple[int, int]) -> Diagnostic:
        line = self._line(at[0])
        found = _KEY_WITHOUT_SPACE.fullmatch(line)
        fixed = "{before} {after}".format(**found.groupdict()) if found else f"{line.rstrip()}: …"
        return self._fault("OCOP016", at, fixed=fixed.strip())

    def _bracket(self) -> Diagnostic | None:
        if "while parsing a flow" in self.context and "flow node" not in self.context:
            return self._fault("OCOP017", self.opened)
        return None

    def _special_sign(self) -> Diagnostic | None:
        signs = ("scanning an alias", "scanning an anchor", "a tag", "a directive")
        if (
            "cannot start any token" in self.problem
            or "not allowed in this context" in self.problem
            or any(sign in self.context for sign in signs)
            or ("node content" in self.problem and self.at[1] > self._indent(self.at[0]))
        ):
            return self._quote_from(self.opened, "OCOP019")
        return None

    def _text_after_value(self) -> Diagnostic | None:
        line, column = self.at
        if "did not find expected key" not in self.problem or column <= self._indent(line):
            return None
        start = _VALUE.match(self._line(line))
        return self._quote_from((line, start.end() if start else column), "OCOP018")

    def _quote_from(self, at: tuple[int, int], code: str) -> Diagnostic:
        line = self._line(at[0])
        sign = line[at[1] : at[1] + 1]
        return self._fault(code, at, sign=sign, fixed=quoted_line(line, at[1]).strip())

    def _indentation(self) -> Diagnostic | None:
        line, column = self.at
        misplaced = "expected key" in self.problem or "'-' indicator" in self.problem
        if misplaced and column <= self._indent(line) and self._line(line)[column:][:1] != ":":
            return self._fault("OCOP015", self.at)
        return None
