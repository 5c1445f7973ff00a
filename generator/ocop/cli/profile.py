"""Where the time of a build went: by stage, and for pages by their kind.

Owns the clocks and the table. The stages are those that progress is told of, so that both say
the same. Called by :mod:`ocop.cli.build` for ``--profile``.
"""

import time
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from msgspec import Struct, to_builtins

from ocop.cli.session import Session
from ocop.watch import Spent

Following = Callable[[str, int, int], None]

try:
    import resource
except ImportError:  # Windows, where workers are not children whose time is told
    resource = None  # type: ignore[assignment]


class Row(Struct):
    """One stage: seconds on the wall and of the processors, and how many units it did."""

    wall: float = 0.0
    cpu: float = 0.0
    units: int = 0


class Profile:
    """Told of progress, and passes it on; ``follow`` is who else wants to know."""

    def __init__(self, follow: Following) -> None:
        self._follow = follow
        self._rows: dict[str, Row] = {}
        self._stage = "start"
        self._wall, self._cpu = time.perf_counter(), _processors()
        self._spent: Mapping[str, Spent] = {}

    def __call__(self, stage: str, done: int, total: int) -> None:
        """Close the stage before, if this is another one."""
        if stage != self._stage:
            self._close(stage)
        if done:
            row = self._rows.setdefault(stage, Row())
            row.units = max(row.units, done)
        self._follow(stage, done, total)

    def spent(self, spent: Mapping[str, Spent]) -> None:
        """Take note of what the pages of each view took."""
        self._spent = spent

    def data(self) -> dict[str, Any]:
        """Return the stages in order and the views, as plain data; times in seconds."""
        self._close(self._stage)
        total = Row(
            sum(row.wall for row in self._rows.values()),
            sum(row.cpu for row in self._rows.values()),
        )
        return {
            "stages": {
                name: _rounded(to_builtins(row))
                for name, row in (*self._rows.items(), ("total", total))
            },
            "views": {name: _rounded(to_builtins(spent)) for name, spent in self._by_cost()},
        }

    def table(self, session: Session) -> str:
        """Return the same as a table, or that there was nothing to do."""
        data = self.data()
        if len(data["stages"]) == len(("start", "total")):
            return session.say("profile.nothing")
        stages = [
            (
                session.say(f"profile.{name}"),
                f"{row['wall']:.2f}",
                f"{row['cpu']:.2f}",
                f"{row['units'] or ''}",
                _each(row["cpu"], row["units"]),
            )
            for name, row in data["stages"].items()
        ]
        text = _columns(session.say("profile.stages").split("|"), stages)
        if not data["views"]:
            return text
        views = [
            (
                name,
                f"{row['make'] + row['stage'] + row['links']:.2f}",
                f"{row['pages']}",
                *(_each(row[part], row["pages"]) for part in ("make", "stage", "links")),
            )
            for name, row in data["views"].items()
        ]
        return f"{text}\n\n{_columns(session.say('profile.views').split('|'), views)}"

    def _close(self, following: str) -> None:
        wall, cpu = time.perf_counter(), _processors()
        row = self._rows.setdefault(self._stage, Row())
        row.wall += wall - self._wall
        row.cpu += cpu - self._cpu
        self._stage, self._wall, self._cpu = following, wall, cpu

    def _by_cost(self) -> list[tuple[str, Spent]]:
        return sorted(
            self._spent.items(), key=lambda pair: -(pair[1].make + pair[1].stage + pair[1].links)
        )


def _processors() -> float:
    """Return the processor seconds of this process and of the workers that have ended."""
    if resource is None:
        return time.process_time()
    used = (resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return sum(one.ru_utime + one.ru_stime for one in used)


def _each(seconds: float, units: int) -> str:
    return f"{seconds / units * 1e6:.0f}" if units else ""


def _rounded(row: dict[str, Any]) -> dict[str, Any]:
    return {name: round(value, 6) for name, value in row.items()}


def _columns(titles: list[str], rows: Sequence[Sequence[str]]) -> str:
    """Return a table: the first column to the left, numbers to the right."""
    cells = [titles, *map(list, rows)]
    widths = [max(len(row[at]) for row in cells) for at in range(len(titles))]
    return "\n".join(
        "  ".join(
            [
                row[0].ljust(widths[0]),
                *(c.rjust(w) for c, w in zip(row[1:], widths[1:], strict=True)),
            ]
        ).rstrip()
        for row in cells
    )
