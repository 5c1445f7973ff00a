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
    assert shown == (
        f"{clear}Đang làm trang… 2/4 · 1/giây · còn khoảng 2 giây"
        f"{clear}Đang làm trang… 4/4 · 2/giây{clear}"
    )


@pytest.mark.parametrize(
    ("stream", "environment"),
    [(io.StringIO(), {}), (Terminal(), {"CI": "true"}), (Terminal(), {"TERM": "dumb"})],
)
def test_it_is_silent_where_nobody_watches(
    monkeypatch: pytest.MonkeyPatch, stream: io.StringIO, environment: dict[str, str]
) -> None:
    assert drawn(monkeypatch, stream, environment) == ""


def following(monkeypatch: pytest.MonkeyPatch, *told: tuple[float, int]) -> list[str]:
    """What a terminal shows of a stage of 100 units, told at the moments how much is done."""
    clock = iter([-10.0, *(moment for moment, _ in told)])
    screen = Terminal()
    monkeypatch.setattr("ocop.cli.progress.time.monotonic", lambda: next(clock))
    monkeypatch.setattr("sys.stderr", screen)
    monkeypatch.setenv("COLUMNS", "120")
    with Progress(Session(Language("en"), "text", Path(), None, {})) as progress:
        for _, done in told:
            progress("pages", done, 100)
    return [line for line in screen.getvalue().split("\r\x1b[2K") if line]


def test_it_tells_the_rate_and_the_time_left_once_it_can(monkeypatch: pytest.MonkeyPatch) -> None:
    assert following(monkeypatch, (0, 0), (0.5, 10), (4, 20), (5, 100)) == [
        "Making pages… 0/100",
        "Making pages… 10/100",
        "Making pages… 20/100 · 5/s · about 16 s left",
        "Making pages… 100/100 · 20/s",
    ]


def test_slow_work_is_told_in_seconds_a_piece_and_minutes(monkeypatch: pytest.MonkeyPatch) -> None:
    assert following(monkeypatch, (0, 0), (40, 10)) == [
        "Making pages… 0/100",
        "Making pages… 10/100 · 0.25/s · about 6 min left",
    ]


def test_what_was_kept_from_before_does_not_count_for_the_rate(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    assert following(monkeypatch, (0, 80), (5, 90))[-1] == (
        "Making pages… 90/100 · 2/s · about 5 s left"
    )


def test_the_photo_that_everything_waits_for_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    clock = iter([-10.0, 0.0, 1.0])
    screen = Terminal()
    monkeypatch.setattr("ocop.cli.progress.time.monotonic", lambda: next(clock))
    monkeypatch.setattr("sys.stderr", screen)
    monkeypatch.setenv("COLUMNS", "50")
    with Progress(Session(Language("en"), "text", Path(), None, {})) as progress:
        progress("photos", 3, 8)
        progress.slow("content/products/tra/anh-rat-to.jpg")

    shown = screen.getvalue().split("\r\x1b[2K")
    assert shown[2] == "Making photos… 3/8 · a heavy photo: content/produ"
    assert len(shown[2]) == 49


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
