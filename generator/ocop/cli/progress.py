"""One line that says how far a long run is, for who watches a terminal.

Owns the drawing on standard error: the stage, how much of it is done, how fast, how long it will
still take, and the photo that everything waits for. Silent in pipes and in CI, and for what
takes less than a second. Called by :mod:`ocop.cli.build` and :mod:`ocop.cli.check`.
"""

import sys
import time

import click

from ocop.cli.session import Session
from ocop.text import Language

_PATIENCE = 1.0
_PAUSE = 0.1
_TRUSTWORTHY = 1.0
"""Seconds of a stage after which its rate says something about its rest."""

_CLEAR = "\r\x1b[2K"


class Progress:
    """Called with a stage, what is done and the total; clears its line at the end."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._next = time.monotonic() + _PATIENCE if session.moving else float("inf")
        self._drawn = False
        self._stage, self._since, self._from = "", 0.0, 0
        self._state = (0, 0)

    def __call__(self, stage: str, done: int, total: int) -> None:
        """Show the state of ``stage`` unless that was done a moment ago."""
        if self._next == float("inf"):
            return
        now = time.monotonic()
        if stage != self._stage or done < self._from or not self._state[1]:
            self._stage, self._since, self._from = stage, now, done
        self._state = done, total
        if now >= self._next:
            self._draw(now)

    def slow(self, photo: str) -> None:
        """Show which photo has been in the making for a while."""
        if (now := time.monotonic()) >= self._next:
            self._draw(now, self._session.say("progress.slow", photo=photo))

    def wait(self) -> None:
        """Say that another build of the project has to end first."""
        click.echo(self._session.say("progress.waiting"), err=True)

    def _draw(self, now: float, note: str = "") -> None:
        from shutil import get_terminal_size  # only for who waits

        self._next = now + _PAUSE
        self._drawn = True
        done, total = self._state
        title = self._session.say(f"progress.{self._stage}")
        share = f" {done}/{total}" if total else ""
        parts = (title + share, *self._forecast(now), note)
        text = " · ".join(part for part in parts if part)
        # A line that wraps could not be cleared.
        sys.stderr.write(f"{_CLEAR}{text[: get_terminal_size().columns - 1]}")
        sys.stderr.flush()

    def _forecast(self, now: float) -> tuple[str, ...]:
        """Return the rate and the time left, once there is something to reckon them from."""
        done, total = self._state
        made, taken = done - self._from, now - self._since
        if made <= 0 or taken < _TRUSTWORTHY:
            return ()
        rate = made / taken
        shown = self._session.say("progress.rate", rate=_plain(rate, self._session.language))
        seconds = round((total - done) / rate)
        if seconds < 1:
            return (shown,)
        unit, number = ("seconds", seconds) if seconds < 90 else ("minutes", round(seconds / 60))
        left = self._session.say(f"progress.{unit}", number=number)
        return shown, self._session.say("progress.left", left=left)

    def __enter__(self) -> "Progress":
        return self

    def __exit__(self, *_: object) -> None:
        if self._drawn:
            sys.stderr.write(_CLEAR)
            sys.stderr.flush()


def _plain(rate: float, language: Language) -> str:
    """Return a rate without more digits than it deserves."""
    text = f"{rate:.0f}" if rate >= 10 else f"{rate:.2g}"
    return text.replace(".", ",") if language == "vi" else text
