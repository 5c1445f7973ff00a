"""Work shared by processes: the same results in the same order, the same faults, no one left."""

import gc
import os
import signal
import subprocess
import sys
import warnings
from collections.abc import Callable
from pathlib import Path

import pytest

from ocop.forks import LostWorker
from ocop.workers import Method, run
from support import toil
from support.killing import ends, killed_at

METHODS: tuple[Method, ...] = ("fork", "spawn")


@pytest.mark.parametrize("method", METHODS)
@pytest.mark.parametrize("jobs", [1, 2, 8])
def test_results_come_in_the_order_of_the_chunks(method: Method, jobs: int) -> None:
    chunks = [range(start, start + 3) for start in range(0, 300, 3)]

    results = list(run(toil.add, chunks, jobs, 1000, method))

    assert [number for result in results for number in result] == list(range(1000, 1300))


def test_more_chunks_than_tickets_are_all_worked_on_once() -> None:
    results = list(run(toil.add, [(number,) for number in range(10_000)], 3, 0, "fork"))

    assert results == [(number,) for number in range(10_000)]


def test_answers_longer_than_a_pipe_come_whole() -> None:
    results = list(run(toil.long_answer, range(12), 3, 3_000_000, "fork"))

    assert [(len(one), one[0], one[-1]) for one in results] == [
        (3_000_000, number, number) for number in range(12)
    ]


@pytest.mark.parametrize("jobs", [0, 1, 2])
def test_nothing_to_do_gives_nothing(jobs: int) -> None:
    assert list(run(toil.add, [], jobs, 0)) == []


def test_one_chunk_or_one_job_starts_no_process(tmp_path: Path) -> None:
    list(run(toil.note_the_process, [1], 8, tmp_path))
    list(run(toil.note_the_process, [1, 2, 3], 1, tmp_path))

    assert [path.name for path in tmp_path.iterdir()] == [str(os.getpid())]


def test_two_jobs_are_this_process_and_another(tmp_path: Path) -> None:
    list(run(toil.work_together, range(50), 2, toil.Shift(os.getpid(), tmp_path), "fork"))

    there = {int(path.name) for path in tmp_path.iterdir()}
    assert len(there) == 2
    assert os.getpid() in there


@pytest.mark.parametrize("method", METHODS)
@pytest.mark.parametrize("jobs", [1, 2, 4])
def test_the_first_fault_in_order_is_raised_after_all_results_before_it(
    method: Method, jobs: int
) -> None:
    results = run(toil.fail_on, range(60), jobs, (40, 41, 55), method)

    assert [next(results) for _ in range(40)] == list(range(40))
    with pytest.raises(ZeroDivisionError, match="no 40"):
        next(results)


def test_a_fault_says_where_in_the_worker_it_came_from(tmp_path: Path) -> None:
    with pytest.raises(ZeroDivisionError) as caught:
        list(run(toil.fail_on, range(60), 2, range(60), "fork"))

    assert "toil.py" in str(caught.value.__cause__)


@pytest.mark.parametrize("work", [toil.fail_oddly, toil.answer_with_a_function])
def test_what_cannot_be_sent_is_an_error_and_no_endless_wait(
    tmp_path: Path, work: Callable[[toil.Shift, int], object]
) -> None:
    with pytest.raises(TypeError):
        list(run(work, range(50), 2, toil.Shift(os.getpid(), tmp_path), "fork"))


def test_a_killed_worker_is_noticed(tmp_path: Path) -> None:
    with pytest.raises(LostWorker):
        list(run(toil.die, range(50), 2, toil.Shift(os.getpid(), tmp_path), "fork"))


def test_nobody_is_left_when_the_caller_loses_interest(tmp_path: Path) -> None:
    shift = toil.Shift(os.getpid(), tmp_path)
    results = run(toil.work_together, range(3000), 4, shift, "fork")
    next(results)
    results.close()  # type: ignore[attr-defined]

    workers = {int(path.name) for path in tmp_path.iterdir()} - {os.getpid()}
    for worker in workers:
        with pytest.raises(ProcessLookupError):
            os.kill(worker, 0)
    assert workers


def test_the_main_process_answers_an_interrupt_and_nobody_is_left(tmp_path: Path) -> None:
    def interrupted() -> None:
        os.setpgid(0, 0)
        signal.signal(signal.SIGINT, signal.default_int_handler)
        shift = toil.Shift(os.getpid(), tmp_path)
        with pytest.raises(KeyboardInterrupt):
            list(run(toil.interrupt_the_main, range(50), 3, shift, "fork"))
        with pytest.raises(ChildProcessError):
            os.waitpid(-1, os.WNOHANG)

    assert not killed_at(10**9, interrupted)


def test_workers_end_with_a_killed_main_process(tmp_path: Path) -> None:
    def be_killed() -> None:
        shift = toil.Shift(os.getpid(), tmp_path)
        for _ in run(toil.work_together, range(50), 4, shift, "fork"):
            os.kill(os.getpid(), signal.SIGKILL)

    assert killed_at(10**9, be_killed)
    assert any(tmp_path.iterdir())
    assert all(ends(int(path.name)) for path in tmp_path.iterdir())


def test_descriptors_and_the_collector_are_as_before() -> None:
    def state() -> tuple[set[Path], int, bool]:
        return set(Path("/proc/self/fd").iterdir()), gc.get_freeze_count(), gc.isenabled()

    before = state()

    list(run(toil.add, [(1,)] * 50, 3, 0, "fork"))

    assert state() == before


def test_nothing_is_forked_beside_threads_or_on_a_mac() -> None:
    told = subprocess.run(
        [sys.executable, "-c", ASKING], capture_output=True, text=True, check=True
    ).stdout.split()

    assert told == ["fork", "spawn", "spawn"]


ASKING = """
import sys, threading
from ocop.workers import usual_method
print(usual_method())
stop = threading.Event()
thread = threading.Thread(target=stop.wait)
thread.start()
print(usual_method())
stop.set()
thread.join()
sys.platform = "darwin"
print(usual_method())
"""
"""A program of its own: whoever runs the tests may have threads."""


def test_no_memory_for_a_worker_leaves_the_work_to_the_others(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def refuse() -> int:
        raise OSError(11, "no")

    monkeypatch.setattr("os.fork", refuse)
    assert list(run(toil.add, [(1,)] * 5, 3, 1, "fork")) == [(2,)] * 5


def test_forking_warns_of_nothing() -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        assert list(run(toil.add, [(1,)] * 5, 2, 1)) == [(2,)] * 5


@pytest.mark.parametrize("aside", [0, 1, 7, 50, 80])
@pytest.mark.parametrize("jobs", [2, 3])
def test_what_is_done_aside_comes_in_its_place(aside: int, jobs: int) -> None:
    chunks = [(number,) for number in range(50)]

    found = list(run(toil.add, chunks, jobs, 1, "fork", aside=aside))

    assert found == [(number + 1,) for number in range(50)]


def test_what_is_done_aside_is_not_done_by_this_process() -> None:
    first, *_ = run(toil.process, range(50), 2, 0, "fork", aside=1)
    every = set(run(toil.process, range(50), 2, 0, "fork", aside=50))

    assert os.getpid() not in {first, *every}


@pytest.mark.parametrize("aside", [1, 5])
def test_no_memory_for_a_worker_leaves_also_that_to_this_process(
    monkeypatch: pytest.MonkeyPatch, aside: int
) -> None:
    def refuse() -> int:
        raise OSError(11, "no")

    monkeypatch.setattr("os.fork", refuse)
    assert list(run(toil.process, range(5), 3, 0, "fork", aside=aside)) == [os.getpid()] * 5


def test_a_worker_killed_aside_is_noticed() -> None:
    with pytest.raises(LostWorker):
        list(run(toil.die_alone, range(50), 2, os.getpid(), "fork", aside=1))
