"""Which language the user reads, settled before any command exists.

Owns the order of the choice: ``--lang``, else ``OCOP_LANG``, else the locale, else
Vietnamese. Called by :mod:`ocop.cli.edge`.
"""

from collections.abc import Mapping, Sequence

from ocop.text import Language

CHOICES = (Language("vi"), Language("en"))
_LOCALE_VARIABLES = ("LC_ALL", "LC_MESSAGES", "LANG")


def choose_language(arguments: Sequence[str], environment: Mapping[str, str]) -> Language:
    """Return the language for help and messages; a wrong ``--lang`` is refused later."""
    candidates = [_asked(arguments), environment.get("OCOP_LANG", "")]
    candidates += [environment.get(name, "")[:2] for name in _LOCALE_VARIABLES]
    return next((Language(found) for found in candidates if found in CHOICES), CHOICES[0])


def _asked(arguments: Sequence[str]) -> str:
    """Return the last ``--lang`` of the command line, wherever it stands."""
    asked = ""
    for index, argument in enumerate(arguments):
        if argument == "--":
            break
        if argument == "--lang" and index + 1 < len(arguments):
            asked = arguments[index + 1]
        elif argument.startswith("--lang="):
            asked = argument.removeprefix("--lang=")
    return asked
