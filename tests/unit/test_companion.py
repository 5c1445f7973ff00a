"""A process that thinks ahead: it answers in order, and nobody waits for one that has ended."""

import os
import subprocess
import sys
import time
from collections.abc import Generator
from typing import Any

import pytest

from ocop.companion import Companion
from ocop.forks import LostWorker


def adding() -> Generator[Any, Any, None]:
    total = 0
    asked = yield
    while True:
        total += len(asked)
        asked = yield total, asked


def failing() -> Generator[Any, Any, None]:
    yield
    raise RuntimeError


def waiting() -> Generator[Any, Any, None]:
    yield
    time.sleep(600)


def test_questions_are_answered_in_their_order_however_long() -> None:
    companion = Companion(adding)
    try:
        companion.tell("a" * 3_000_000)
        first = companion.hear()
        companion.tell("bc")
        companion.tell("")

        assert first == (3_000_000, "a" * 3_000_000)
        assert [companion.hear(), companion.hear()] == [(3_000_002, "bc"), (3_000_002, "")]
    finally:
        companion.end()


def test_one_that_failed_is_lost_for_who_asks_and_for_who_tells() -> None:
    companion = Companion(failing)
    companion.tell("anything")

    with pytest.raises(LostWorker):
        companion.hear()
    with pytest.raises(LostWorker):
        companion.tell("b" * 3_000_000)

    companion.end()


def test_its_end_need_not_be_waited_for() -> None:
    companion = Companion(waiting)
    companion.tell("anything")

    companion.end()

    with pytest.raises(ChildProcessError):
        os.waitpid(companion._process, os.WNOHANG)


ORPHANED = """
import os, signal
from ocop.companion import Companion

def talk():
    yield

companion = Companion(talk)
print(companion._process, flush=True)
os.kill(os.getpid(), signal.SIGKILL)
"""


def test_one_whose_maker_is_killed_ends() -> None:
    found = subprocess.run(  # its pipe is at its end when no process has it
        [sys.executable, "-c", ORPHANED], capture_output=True, text=True, timeout=60, check=False
    )

    assert int(found.stdout) > 0
