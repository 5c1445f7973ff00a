"""Builds the preview, again and again, and says in the terminal what came of it.

Owns what is a reason to build, and in which order things are shown. Reads no clock: the day comes
from the request, and a new one is a reason to build. Called by :mod:`ocop.serve.session`.
"""

from collections.abc import Callable, Mapping
from pathlib import Path
from stat import S_ISREG

from ocop.diagnostics import has_errors
from ocop.messages import say
from ocop.paths import SitePath, SourcePath
from ocop.publish.gate import MANIFEST
from ocop.report import Style, as_text
from ocop.request import Request
from ocop.serve.forehand import Forehand
from ocop.serve.preview import BuildOutcome, News, Preview
from ocop.serve.request import Gone, ServeRequest
from ocop.serve.watch import Changes
from ocop.text import Language
from ocop.ways import build_site

_LOOK = 1.0
"""Seconds between two looks at the day and the folders; in between Ctrl-C works everywhere."""

_SETTLING = (1, 3, 9)
"""The looks after the start at which nobody can be sure yet that changes are told."""

_COURTESY = 0.1
"""Seconds in which browsers fetch what is shown ahead, before the build takes the processor."""

_FEW = 64
"""Files that change together when an editor saves, and not when a whole list is taken in."""

_PATIENCE = 0.2
"""Seconds in which a file that was made empty gets its content."""


class Workshop:
    """Builds the preview, again and again."""

    def __init__(self, request: ServeRequest, tell: Callable[[str], None]) -> None:
        self._request, self._tell = request, tell
        self._forehand = Forehand()
        self._day = request.today()
        self._jobs = request.jobs

    def build(self) -> BuildOutcome:
        """Build the site as ``ocop build`` does, into the preview's folder.

        After few changes this process does it alone: beside its threads no worker can be forked,
        and a new one takes longer to start than what there is to do.
        """
        result = build_site(self._asked())
        return BuildOutcome(result.diagnostics, bool(result.written or result.removed))

    def refresh(self, preview: Preview, *, asked: bool = True, told: bool = False) -> None:
        """Build, tell what came of it, and learn from it for the next time.

        Where nobody ``asked`` for it by a change, only what is new is worth a word. What was
        ``told`` ahead is known already, unless faults of before hid more.
        """
        self._look()
        self._day = self._request.today()
        before = preview.news
        news = preview.refresh(self._request.describe)
        said, says = (_report(one, self._request.language) for one in (before, news))
        if asked or news.version != before.version or said != says:
            self._tell(says)
        if _is_good(news) and not (told and _is_good(before)):
            preview.mark(self._forehand.learn(self._asked()))

    def attend(self, preview: Preview, changes: Changes) -> None:
        """Build after every change, at midnight, and when somebody took the preview away.

        Also a few times soon after the start: what changed before all folders were watched was
        told to nobody.
        """
        looks = 0
        while True:
            looks += 1
            if changed := self._whole(changes.wait(_LOOK), changes):
                self.heed(preview, changed, changes)
            elif looks in _SETTLING or self.is_stale(preview):
                self.refresh(preview, asked=False)
            self._look()

    def heed(self, preview: Preview, changed: frozenset[str], changes: Changes) -> None:
        """Show the pages that some changed files tell, and those that follow at once; build."""
        told = True
        self._jobs = 1 if _are_few(changed) else self._request.jobs
        while changed and told:
            ahead = self._ahead(preview.news, changed)
            told = bool(ahead)
            if ahead:
                preview.show(ahead)
                changed = self._whole(changes.wait(_COURTESY), changes)
        self.refresh(preview, told=told and self._forehand.is_sure)
        self._jobs = self._request.jobs

    def _whole(self, changed: frozenset[str], changes: Changes) -> frozenset[str]:
        """Wait a little for what an editor has only begun to write: it is empty at first."""
        if any(_is_empty(self._request.project / path) for path in changed):
            return changed | changes.wait(_PATIENCE)
        return changed

    def _ahead(self, news: News, changed: frozenset[str]) -> Mapping[SitePath, bytes]:
        """Return the pages to show before the build; none while other files are at fault."""
        at_fault = {one.path for one in news.diagnostics if one.severity == "error"}
        return self._forehand.pages(changed) if at_fault <= changed else {}

    def deaf(self) -> None:
        """Say that the system tells of no changes."""
        self._tell(say("serve.deaf", self._request.language))

    def is_stale(self, preview: Preview) -> bool:
        """Tell whether it is another day, or the files of a good build are gone."""
        is_there = (self._request.folder / MANIFEST).is_file()
        return self._request.today() != self._day or (_is_good(preview.news) and not is_there)

    def _look(self) -> None:
        if not self._request.project.is_dir():  # a build would make a folder of that name
            raise Gone(self._request.project)

    def _asked(self) -> Request:
        request = self._request
        return Request(
            request.project,
            self._day,
            out=request.folder,
            jobs=self._jobs,
            drafts=request.drafts,
        )


def _are_few(changed: frozenset[str]) -> bool:
    """Tell whether some entries alone changed, and not most of them."""
    return len(changed) <= _FEW and all(path.startswith("content/") for path in changed)


def _is_good(news: News) -> bool:
    return not news.failure and not has_errors(news.diagnostics)


def _is_empty(path: Path) -> bool:
    try:
        found = path.lstat()
    except OSError:
        return False
    return S_ISREG(found.st_mode) and found.st_size == 0


def _report(news: News, language: Language) -> str:
    """Return what the terminal shows after a build: the faults, or that all is well."""
    errors = [found for found in news.diagnostics if found.severity == "error"]
    if news.failure:
        return f"{news.failure}\n{say('serve.broken', language)}"
    if errors:
        summary = say("serve.faults", language, count=len(errors))
        return f"{as_text(errors, Style(language), _no_lines)}\n\n{summary}"
    return say("serve.built", language)


def _no_lines(_path: SourcePath) -> tuple[str, ...]:
    return ()
