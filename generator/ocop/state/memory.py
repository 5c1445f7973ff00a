"""The last good build: what it read, what it left behind, and what it said.

Owns the short cut of a build that has nothing to do. The memory is a file in ``.ocop/state/``, one
an output folder. Called by :mod:`ocop.remembered`,
:mod:`ocop.retelling` and :mod:`ocop.build`.
"""

import hashlib
import os
import sys
import time
from collections.abc import Callable, Collection, Mapping, Sequence
from contextlib import suppress
from functools import cached_property
from pathlib import Path
from typing import Any

from msgspec import Struct

from ocop.state import box
from ocop.state.content import Seen, see
from ocop.state.moment import moment
from ocop.state.program import Area, program_areas
from ocop.state.survey import Survey, look_again, patched, survey, survey_with

_FORM = "ocop build memory 3"


class Touched(Struct, frozen=True):
    """The folders of a site in which a build replaced files, if it did nothing else to the site.

    Or ``all`` that there are of a site that a build began, but for those that were there before.
    """

    folders: Collection[str]
    all: bool = False


class Memory:
    """The memory of builds of one project into one output folder.

    ``facts`` are the inputs that are no files (the day, the options, the version); ``package``
    is the program's folder, ``folders`` are those of the templates. ``meanwhile`` is done while
    another process looks at the site, if one does.
    """

    def __init__(
        self,
        project: Path,
        out: Path,
        work: Path,
        facts: Mapping[str, str],
        package: Path,
        folders: Sequence[Path],
    ) -> None:
        out = Path(os.path.realpath(out))  # unlike resolve(), does not mind a loop of links
        self._project, self._work = project, work
        self._facts = {**facts, "python": sys.version, "out": str(out)}
        self._inputs: tuple[Area, ...] = (
            (project, ("config.yaml", "templates", "sheets"), "files"),
            (project, _beside(project), "tops"),
            *((folder, (".",), "files") for folder in folders),
            *program_areas(package),
        )
        self._output: Area = (out, (".", ".ocop-manifest.json"), "folders")
        name = hashlib.sha256(os.fsencode(out)).hexdigest()[:12]
        self._file = work / "state" / f"{name}.bin"
        self._before: list[Survey] | None = None
        self.meanwhile: Callable[[], None] = lambda: None

    @cached_property
    def content(self) -> Seen:
        """The content as it is before this build reads it."""
        return see(self._project, self._work)

    @property
    def almanac(self) -> Path:
        """Where what pages ask of the whole site lies, beside this memory."""
        return self._file.with_suffix(".site")

    @cached_property
    def last(self) -> "Last | None":
        """The last build, if nothing but the content can have changed since."""
        try:
            _, header, columns = box.load(self._file, _FORM)
            surveys = list(map(Survey.of, columns))
            areas = (*self._inputs, self._output)
            if header["facts"] != self._facts or len(surveys) != len(areas):
                return None
            last = Last(header["said"], header["content"], surveys)
        except (ValueError, KeyError, TypeError):
            return None
        known = zip(areas, surveys, strict=True)
        looks = (
            look_again(root, tops, one, reach, self.meanwhile)[1]
            for (root, tops, reach), one in known
        )
        return None if any(looks) else last

    def recall(self) -> Mapping[str, Any] | None:
        """Return what the last build said if neither its inputs nor its site have changed."""
        last = None if self.content.changed else self.same_but_content()
        return last.said if last else None

    def same_but_content(self) -> "Last | None":
        """Return the last build if nothing but the content can be another than what it read."""
        return self.last if self.last and self.content.mark == self.last.content else None

    def begin(self) -> None:
        """Take note of what the inputs look like before they are read.

        What changes while a build runs is then seen by the next one. The old memory goes:
        a build that is killed leaves none.
        """
        last = self.last
        with suppress(OSError):
            self._file.unlink(missing_ok=True)
        if last:
            self._before = list(last.surveys[:-1])
            return
        started = time.monotonic_ns()
        found = [survey(*area) for area in self._inputs]
        began = moment(self._file.parent, started)
        self._before = None if began is None else [one.settled(began) for one in found]

    def keep(self, said: Mapping[str, Any], content: str, touched: Touched | None = None) -> None:
        """Remember a good build of the content that was kept under the mark ``content``.

        A full disk or a strange file system only cost the short cut.
        """
        if self._before and content:
            surveys = [*self._before, self._site(touched)]
            header = {"facts": self._facts, "said": dict(said), "content": content}
            box.save(self._file, _FORM, header, [one.columns() for one in surveys])

    def _site(self, touched: Touched | None) -> Survey:
        """Return what the site looks like, by what it looked like."""
        root, tops, reach = self._output
        known = self.last and self.last.surveys[-1]
        if touched and touched.all:
            return survey_with(root, (*tops, *touched.folders))
        if touched and known:
            return patched(root, known, (*tops, *touched.folders))
        return look_again(root, tops, known, reach)[0] if known else survey(*self._output)


class Last(Struct, frozen=True):
    """A build: what it ``said``, the mark of the ``content`` that it read, and what it saw."""

    said: Mapping[str, Any]
    content: str
    surveys: Sequence[Survey]


def _beside(project: Path) -> tuple[str, ...]:
    """Return the files beside ``config.yaml``, such as a logo."""
    with suppress(OSError):
        return tuple(sorted(one.name for one in project.iterdir() if not one.is_dir()))
    return ()
