"""Progress on a terminal: shown after a second, gone at the end, silent elsewhere."""

import io
from pathlib import Path

import pytest

from ocop.cli.progress import Progress
from ocop.cli.session import Session
from ocop.text import Language


class Terminal(io.StringIO):
    """A screen that somebody looks at."""

    def isatty(self) -> bool:
        return True


def drawn(monkeypatch: pytest.MonkeyPatch, stream: io.StringIO, environment: dict[str, str]) -> str:
    """What two seconds of work leave on the error stream."""
    clock = iter([0.0, 0.5, 1.5, 1.55, 2.0])
    monkeypatch.setattr("ocop.cli.progress.time.monotonic", lambda: next(clock))
    monkeypatch.setattr("sys.stderr", stream)
    session = Session(Language("vi"), "text", Path(), None, environment)
    with Progress(session) as progress:
        for done in (1, 2, 3, 4):
            progress("pages", done, 4)
    return stream.getvalue()


def test_it_waits_a_second_skips_what_is_too_quick_and_clears_its_line(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    shown = drawn(monkeypatch, Terminal(), {})

    clear = "\r\x1b[2K"
    assert shown == f"{clear}Đang làm trang… 2/4{clear}Đang làm trang… 4/4{clear}"


@pytest.mark.parametrize(
    ("stream", "environment"),
    [(io.StringIO(), {}), (Terminal(), {"CI": "true"}), (Terminal(), {"TERM": "dumb"})],
)
def test_it_is_silent_where_nobody_watches(
    monkeypatch: pytest.MonkeyPatch, stream: io.StringIO, environment: dict[str, str]
) -> None:
    assert drawn(monkeypatch, stream, environment) == ""


@pytest.mark.parametrize(
    ("environment", "coloured"),
    [({}, True), ({"NO_COLOR": "1"}, False), ({"TERM": "dumb"}, False)],
)
def test_colour_is_for_terminals_that_want_it(
    monkeypatch: pytest.MonkeyPatch, environment: dict[str, str], coloured: bool
) -> None:
    monkeypatch.setattr("sys.stdout", Terminal())

    session = Session(Language("vi"), "text", Path(), None, environment)

    assert session.colour is coloured
