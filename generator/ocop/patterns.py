"""Regular expressions that are compiled when they are first asked for.

Owns the delay: to compile all that the program has would take longer than many a run of it. Not
for what is called a million times, to which each call would be a little dearer. Called by modules
whose patterns not every run needs.
"""

import re
from typing import Any, AnyStr, Generic, cast


class _Late(Generic[AnyStr]):
    """Becomes the pattern method by method: what was asked for once is found at once."""

    def __init__(self, text: AnyStr, flags: int) -> None:
        self._said: tuple[AnyStr, int] = text, flags

    def __getattr__(self, name: str) -> Any:
        if name.startswith("_"):
            raise AttributeError(name)
        found = getattr(re.compile(*self._said), name)
        setattr(self, name, found)
        return found


def late(text: AnyStr, flags: int = 0) -> re.Pattern[AnyStr]:
    """Return what is used as ``re.compile(text, flags)`` would be."""
    return cast(re.Pattern[AnyStr], _Late(text, flags))
