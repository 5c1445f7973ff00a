"""What of the content has changed since it was last read.

Owns ``.ocop/state/content.bin``, the survey of ``content/``, which all builds and checks of a
project share. While nothing comes or goes only what differs from it is written, to
``content-since.bin``. Called by :mod:`ocop.remembered` and, through what it returns, by
:mod:`ocop.reading`.
"""

import time
from pathlib import Path

from msgspec import Struct

from ocop.state import box
from ocop.state.moment import moment
from ocop.state.survey import Survey, look_again, survey

_FORM = "ocop content survey 2"
_TOPS = ("content",)
_FILE, _SINCE = "content.bin", "content-since.bin"


class _Kept(Struct, frozen=True):
    """The survey as it was kept, and under which mark.

    ``base`` is the mark of the file that most of it came from, ``since`` what differs from that.
    """

    survey: Survey
    mark: str
    base: str
    since: frozenset[str]


class Seen(Struct):
    """The content as it was before anything of it was read.

    ``changed`` are the paths that came, went or changed since the survey ``mark`` was kept; with
    None nothing is known from before, and ``mark`` is empty. ``since`` are the paths that differ
    from the survey ``base``; None where others came or went.
    """

    survey: Survey | None
    changed: frozenset[str] | None
    mark: str
    folder: Path
    started_ns: int
    base: str = ""
    since: frozenset[str] | None = None
    _kept: str | None = None

    def keep(self) -> str:
        """Keep the survey for the next time; return its mark, empty where that cannot be.

        What changed within the file system's tick of the look counts as unknown: it could change
        again without a trace.
        """
        if self._kept is None:
            self._kept = self.mark if self.mark and not self.changed else self._keep()
            self.survey = None  # megabytes that nobody asks for any more
        return self._kept

    def _keep(self) -> str:
        began = moment(self.folder, self.started_ns)
        if began is None or self.survey is None:
            return ""
        if self.since is None or not box.is_small_change(len(self.since), len(self.survey.paths)):
            return box.save(self.folder / _FILE, _FORM, {}, [self.survey.settled(began).columns()])
        # All else is as it was when it was kept: settled.
        part, header = self.survey.part(self.since).settled(began), {"base": self.base}
        return box.save(self.folder / _SINCE, _FORM, header, [part.columns()])


def see(project: Path, work: Path) -> Seen:
    """Look at the content of ``project``; ``work`` is its private folder."""
    started, folder = time.monotonic_ns(), work / "state"
    known = _known(folder)
    if known is None:
        return Seen(survey(project, _TOPS), None, "", folder, started)
    now, changed = look_again(project, _TOPS, known.survey)
    since = known.since | changed if now.paths is known.survey.paths else None
    return Seen(now, changed, known.mark, folder, started, known.base, since)


def kept_mark(folder: Path) -> str:
    """Return the mark under which the survey in ``folder`` was kept; empty where there is none."""
    known = _known(folder)
    return known.mark if known else ""


def _known(folder: Path) -> _Kept | None:
    """Return the survey that was kept; None where there is none."""
    try:
        base, _, (column,) = box.load(folder / _FILE, _FORM)
        whole = Survey.of(column)
    except ValueError:
        return None
    try:
        mark, header, (column,) = box.load(folder / _SINCE, _FORM)
        if header["base"] == base:
            part = Survey.of(column)
            return _Kept(whole.with_part(part), mark, base, frozenset(part.paths))
    except (ValueError, KeyError):
        pass
    return _Kept(whole, base, base, frozenset())
