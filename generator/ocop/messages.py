"""What the program says, in the language of its user.

Owns the wording of the command line (``locale/cli.<language>.yaml``) and of every
diagnostic (``locale/diagnostics/*.yaml``: severity, message, hint, documentation).
Reads only the package's own data; the shopper's texts live in ``templates/i18n``.
"""

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from ocop.patterns import late
from ocop.tables import read_table
from ocop.text import Language

LANGUAGES = (Language("vi"), Language("en"))
_LOCALE = Path(__file__).parent / "locale"


_DATE = late(r"([0-9]{4})-([0-9]{2})(?:-([0-9]{2}))?")


class _Defaults(dict[str, str]):
    """Leaves a placeholder that nothing fills visible instead of failing on it."""

    def __missing__(self, key: str) -> str:
        return "{" + key + "}"


@cache
def catalogue() -> Mapping[str, Mapping[str, Any]]:
    """Return every diagnostic code with its severity, wording and documentation."""
    entries: dict[str, Mapping[str, Any]] = {}
    for path in sorted((_LOCALE / "diagnostics").glob("*.yaml")):
        entries.update(read_table(path))
    return dict(sorted(entries.items()))


def severity_of(code: str) -> str:
    """Return ``error`` or ``warning`` for a diagnostic code; KeyError for an unknown one."""
    return str(catalogue()[code]["severity"])


def message(code: str, args: Mapping[str, str], language: Language) -> str:
    """Return the one-sentence message of a diagnostic, filled in.

    A fault in a spreadsheet (``cell``) names its cell, also where the wording knows of none.
    """
    text = _fill(catalogue()[code][language]["message"], _spoken(args, language))
    cell = args.get("cell", "")
    return text if cell in text else f"{cell}: {text}"


def hint(code: str, args: Mapping[str, str], language: Language) -> str:
    """Return how to mend a diagnostic, filled in."""
    return _fill(catalogue()[code][language]["hint"], _spoken(args, language))


def _spoken(args: Mapping[str, str], language: Language) -> Mapping[str, str]:
    """Return ``args`` with days and months as ``language`` writes them.

    What was ``found`` in a file stays as the editor wrote it.
    """
    if language != "vi":
        return args
    return {name: text if name == "found" else _vietnamese(text) for name, text in args.items()}


def _vietnamese(text: str) -> str:
    match = _DATE.fullmatch(text)
    return "/".join(part for part in reversed(match.groups()) if part) if match else text


@cache
def _cli(language: Language) -> Mapping[str, str]:
    return read_table(_LOCALE / f"cli.{language}.yaml")


def say(key: str, language: Language, **args: object) -> str:
    """Return the command line's text ``key``, filled in; KeyError for an unknown key."""
    return _fill(_cli(language)[key], {name: str(value) for name, value in args.items()})


def _fill(template: str, args: Mapping[str, str]) -> str:
    return template.strip().format_map(_Defaults(args))
