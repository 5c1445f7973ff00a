"""One line that says how far a long run is, for who watches a terminal.

Owns the drawing on standard error. Silent in pipes and in CI, and for what takes less than
a second. Called by :mod:`ocop.cli.build` and :mod:`ocop.cli.check`.
"""

import sys
import time

import click

from ocop.cli.session import Session

_PATIENCE = 1.0
_PAUSE = 0.1
_CLEAR = "\r\x1b[2K"


class Progress:
    """Called with a stage, what is done and the total; clears its line at the end."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._next = time.monotonic() + _PATIENCE if session.moving else float("inf")
        self._drawn = False

    def __call__(self, stage: str, done: int, total: int) -> None:
        """Show the state of ``stage`` unless that was done a moment ago."""
        now = time.monotonic()
        if now < self._next:
            return
        self._next = now + _PAUSE
        self._drawn = True
        share = f"{done}/{total}" if total else ""
        sys.stderr.write(f"{_CLEAR}{self._session.say(f'progress.{stage}')} {share}")
        sys.stderr.flush()

    def wait(self) -> None:
        """Say that another build of the project has to end first."""
        click.echo(self._session.say("progress.waiting"), err=True)

    def __enter__(self) -> "Progress":
        return self

    def __exit__(self, *_: object) -> None:
        if self._drawn:
            sys.stderr.write(_CLEAR)
            sys.stderr.flush()
