"""What of the content has changed since it was last read.

Owns ``.ocop/state/content.bin``, the survey of ``content/``, which all builds and checks of a
project share. Called by :mod:`ocop.remembered` and, through what it returns, by
:mod:`ocop.reading`.
"""

import time
from dataclasses import dataclass
from pathlib import Path

from ocop.state import box
from ocop.state.moment import moment
from ocop.state.survey import Survey, look_again, survey

_FORM = "ocop content survey 1"
_TOPS = ("content",)
_FILE = "content.bin"


@dataclass(slots=True)
class Seen:
    """The content as it was before anything of it was read.

    ``changed`` are the paths that came, went or changed since the survey ``mark`` was kept; with
    None nothing is known from before, and ``mark`` is empty.
    """

    survey: Survey
    changed: frozenset[str] | None
    mark: str
    folder: Path
    started_ns: int
    _kept: str | None = None

    def keep(self) -> str:
        """Keep the survey for the next time; return its mark, empty where that cannot be.

        What changed within the file system's tick of the look counts as unknown: it could change
        again without a trace.
        """
        if self._kept is None:
            self._kept = self.mark if self.mark and not self.changed else self._keep()
        return self._kept

    def _keep(self) -> str:
        began = moment(self.folder, self.started_ns)
        if began is None:
            return ""
        return box.save(self.folder / _FILE, _FORM, {}, [self.survey.settled(began).columns()])


def see(project: Path, work: Path) -> Seen:
    """Look at the content of ``project``; ``work`` is its private folder."""
    started, folder = time.monotonic_ns(), work / "state"
    try:
        mark, _, ((names, numbers),) = box.load(folder / _FILE, _FORM)
        known = Survey.of(names, numbers)
    except ValueError:
        return Seen(survey(project, _TOPS), None, "", folder, started)
    now, changed = look_again(project, _TOPS, known)
    return Seen(now, changed, mark, folder, started)


def kept_mark(folder: Path) -> str:
    """Return the mark under which the survey in ``folder`` was kept; empty where there is none."""
    try:
        return box.load(folder / _FILE, _FORM)[0]
    except ValueError:
        return ""
