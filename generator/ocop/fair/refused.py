"""Why nothing could be set, as diagnostics.

Owns the reading of Typst's refusals. Called by the makers of books, labels and sheets.
"""

import json
import re
from collections.abc import Iterable

from ocop.diagnostics import Diagnostic
from ocop.fair.typeset import NoFont, NoTypst, Unset
from ocop.paths import SourcePath

_CONFIG = SourcePath("config.yaml")
_NO_LETTER = re.compile(r"the text `\"(.+?)\"` could not be displayed", re.DOTALL)
_BEYOND = re.compile(r"beyond-fit: (.*?)\"?$", re.DOTALL)
"""How templates name what has no room at its least size (``templates/print/parts/fit.typ``)."""


def letters_without_face(error: NoTypst | Unset) -> str:
    """Return the letters that no font has, if that is why nothing was set."""
    return _named(_NO_LETTER, error)


def at_letters(letters: str, told: Iterable[tuple[SourcePath, object]]) -> Diagnostic:
    """Return the fault that no font has ``letters``, at the first of ``told`` that has them.

    ``told`` are entries with all that is said of them; what no entry says, the settings do.
    """
    found = (path for path, words in told if letters in json.dumps(words, ensure_ascii=False))
    return Diagnostic("OCOP604", next(found, _CONFIG), args={"text": letters})


def beyond_fit(error: NoTypst | Unset) -> str:
    """Return what has no room, as the template calls it, if that is why nothing was set."""
    return _named(_BEYOND, error)


def _named(cause: re.Pattern[str], error: NoTypst | Unset) -> str:
    found = cause.search(str(error))
    return found[1] if found else ""


def refused(error: NoTypst | Unset, template: str) -> Diagnostic:
    """Return the fault that kept ``template``, a path below ``templates/print``, from print."""
    path = SourcePath(f"templates/print/{template}")
    if isinstance(error, NoTypst):
        return Diagnostic("OCOP630", path, args={"reason": str(error)})
    if isinstance(error, NoFont):
        return Diagnostic("OCOP631", path, args={"font": str(error)})
    return Diagnostic("OCOP632", path, args={"reason": str(error)})
