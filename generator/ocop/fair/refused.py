"""Why nothing could be set, as diagnostics.

Owns the translation of Typst's refusals. Called by the makers of books, labels and sheets.
"""

import re

from ocop.diagnostics import Diagnostic
from ocop.fair.typeset import NoFont, NoTypst, Unset
from ocop.paths import SourcePath

_NO_LETTER = re.compile(r"the text `\"(.+?)\"` could not be displayed", re.DOTALL)


def letters_without_face(error: NoTypst | Unset) -> str:
    """Return the letters that no font has, if that is why nothing was set."""
    found = _NO_LETTER.search(str(error))
    return found[1] if found else ""


def refused(error: NoTypst | Unset, template: str) -> Diagnostic:
    """Return the fault that kept ``template``, a path below ``templates/print``, from print."""
    path = SourcePath(f"templates/print/{template}")
    if isinstance(error, NoTypst):
        return Diagnostic("OCOP630", path, args={"reason": str(error)})
    if isinstance(error, NoFont):
        return Diagnostic("OCOP631", path, args={"font": str(error)})
    return Diagnostic("OCOP632", path, args={"reason": str(error)})
