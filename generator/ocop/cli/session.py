"""What one run of the command line knows of its surroundings.

Owns the values that the rest of the program may not look up by itself: the project's folder,
the language, the form of the output, the terminal and today's date. Made by
:mod:`ocop.cli.verbs` and handed to every command.
"""

import datetime as dt
import os
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Literal

from msgspec import Struct

from ocop.cli.usage import WrongUse
from ocop.text import Language

Format = Literal["text", "json", "github", "md"]
FORMATS: tuple[Format, ...] = ("text", "json", "github")
"""The forms of output that all commands have."""

WITH_MARKDOWN: tuple[Format, ...] = ("text", "json", "md")
"""Those of a command whose output may stand in a comment of a forge."""


class Session(Struct, frozen=True):
    """One run: ``directory`` is where it was started, ``chosen`` the ``--project`` if given."""

    language: Language
    format: Format
    directory: Path
    chosen: Path | None
    environment: Mapping[str, str]

    def say(self, key: str, **args: object) -> str:
        """Return the text ``key`` in the user's language, filled in."""
        from ocop.messages import say  # reads YAML: not for ``--version``

        return say(key, self.language, **args)

    def project(self) -> Path:
        """Return the project's folder; :class:`WrongUse` if the run is not in one."""
        from ocop.source.project import find_project  # reads YAML: not for ``--version``

        if self.chosen is not None:
            if not self.chosen.is_dir():
                raise WrongUse("usage.no-such-project", folder=self.chosen)
            return self.chosen.resolve()
        project = find_project(self.directory)
        if project is None:
            raise WrongUse("usage.no-project", folder=self.directory)
        return project

    def today(self, asked: dt.date | None) -> dt.date:
        """Return the day of the run: ``--today``, else ``SOURCE_DATE_EPOCH``, else the clock."""
        if asked is not None:
            return asked
        epoch = self.environment.get("SOURCE_DATE_EPOCH")
        if not epoch:
            return dt.datetime.now().astimezone().date()
        try:
            return dt.datetime.fromtimestamp(int(epoch), dt.UTC).date()
        except (ValueError, OverflowError, OSError):
            raise WrongUse("usage.bad-epoch", value=epoch) from None

    def jobs(self, asked: int | None) -> int:
        """Return how many processes to use: ``--jobs``, else the processors that are free to us."""
        if asked is not None:
            return asked
        if hasattr(os, "sched_getaffinity"):
            return len(os.sched_getaffinity(0))
        return os.cpu_count() or 1

    @property
    def program(self) -> str:
        """The Python that runs this program."""
        return sys.executable

    @property
    def colour(self) -> bool:
        """Tell whether results may be coloured."""
        return sys.stdout.isatty() and self._may_colour()

    @property
    def moving(self) -> bool:
        """Tell whether somebody watches: progress may be shown and redrawn."""
        dumb = self.environment.get("TERM") == "dumb" or bool(self.environment.get("CI"))
        return self.format == "text" and sys.stderr.isatty() and not dumb

    @property
    def interactive(self) -> bool:
        """Tell whether questions may be asked."""
        return self.format == "text" and sys.stdin.isatty() and sys.stdout.isatty()

    def _may_colour(self) -> bool:
        return not self.environment.get("NO_COLOR") and self.environment.get("TERM") != "dumb"


def surroundings() -> tuple[Path, Mapping[str, str]]:
    """Return the folder that the program was started in, and the environment."""
    return Path.cwd(), os.environ
