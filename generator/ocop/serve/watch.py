"""Notice what changed in the project.

Owns which files matter: the settings, the content, the project's templates and trade sheets.
Everything else in a project's folder, above all what builds write, is not looked at. What is told
here is a hint, not the truth: a build looks for itself.
"""

import threading
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from msgspec import Struct, field
from watchfiles import Change, watch

from ocop.state.survey import look_again, survey

_FOLDERS = ("content", "templates", "sheets")
_TOP = ("config.yaml", *_FOLDERS)
_STEP_MS, _MOST_MS = 10, 200
"""A save is over when nothing came for a step, at the latest after the most."""

_PAUSE, _SHARE = 1.0, 10
"""Seconds between two looks, and how many times as long as a look a pause is at least."""


class Changes:
    """The paths that changed since the last look, relative to the project, with ``/``."""

    def __init__(self) -> None:
        self._came = threading.Condition()
        self._paths: set[str] = set()

    def wait(self, seconds: float) -> frozenset[str]:
        """Return what changed, as soon as there is any; nothing after ``seconds`` without."""
        with self._came:
            self._came.wait_for(lambda: bool(self._paths), seconds)
            found, self._paths = frozenset(self._paths), set()
            return found

    def note(self, paths: Iterable[str]) -> None:
        """Remember that some paths changed."""
        with self._came:
            self._paths.update(paths)
            self._came.notify_all()


class _Watcher(Struct, frozen=True):
    """What the threads share; ``again`` is set when a watched folder came or went."""

    project: Path
    changes: Changes
    deaf: Callable[[], None]
    stop: threading.Event = field(default_factory=threading.Event)
    again: threading.Event = field(default_factory=threading.Event)

    def note(self, found: Iterable[tuple[Change, str]]) -> None:
        paths = (Path(path) for _, path in found)
        self.changes.note(
            path.relative_to(self.project).as_posix()
            for path in paths
            if path.is_relative_to(self.project)
        )


@contextmanager
def watching(
    project: Path, *, polling: bool, deaf: Callable[[], None] = lambda: None
) -> Iterator[Changes]:
    """Watch a project; ``polling`` looks at the files' times where the system tells nothing.

    ``deaf`` is called when the system cannot tell of changes, and polling begins by itself: Linux
    watches only so many folders. The folder itself is watched for the settings and for folders
    that come and go, because an editor that saves by renaming takes a watched file away.
    """
    watcher = _Watcher(project, Changes(), deaf)
    deeds = [_poll] if polling else [_watch_top, _watch_folders]
    threads = [threading.Thread(target=deed, args=(watcher,), daemon=True) for deed in deeds]
    for thread in threads:
        thread.start()
    try:
        yield watcher.changes
    finally:
        watcher.stop.set()
        watcher.again.set()
        for thread in threads:
            thread.join()


def _watch_top(watcher: _Watcher) -> None:
    project = watcher.project

    def matters(_change: Change, path: str) -> bool:
        return Path(path).name in _TOP and Path(path).parent == project

    try:
        for found in watch(
            project,
            watch_filter=matters,
            stop_event=watcher.stop,
            recursive=False,
            debounce=_MOST_MS,
            step=_STEP_MS,
            rust_timeout=500,
        ):
            if any(Path(path).name in _FOLDERS for _, path in found):
                watcher.again.set()  # a folder came or went: look at it anew
            watcher.note(found)
    except (OSError, RuntimeError):  # the folder is gone, or no more can be watched: see below
        return


def _watch_folders(watcher: _Watcher) -> None:
    while not watcher.stop.is_set():
        watcher.again.clear()
        folders = [watcher.project / name for name in _FOLDERS]
        there = [folder for folder in folders if folder.is_dir()]
        if not there:
            watcher.again.wait(_PAUSE)
            continue
        try:
            for found in watch(
                *there,
                stop_event=watcher.again,
                debounce=_MOST_MS,
                step=_STEP_MS,
                rust_timeout=500,
            ):
                watcher.note(found)
        except (OSError, RuntimeError):
            if all(folder.is_dir() for folder in there):  # else one went at this very moment
                watcher.deaf()
                _poll(watcher)


def _poll(watcher: _Watcher) -> None:
    """Look at everything again and again, most of the time not."""
    known, pause = survey(watcher.project, _TOP), _PAUSE
    while not watcher.stop.wait(pause):
        began = time.monotonic()
        known, changed = look_again(watcher.project, _TOP, known)
        watcher.changes.note(changed)
        pause = max(_PAUSE, _SHARE * (time.monotonic() - began))
