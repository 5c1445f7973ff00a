"""Notice that the project changed.

Owns which files matter: the settings, the content, the project's templates and trade sheets.
Everything else in a project's folder, above all what builds write, is not looked at.
"""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from watchfiles import Change, watch

_FOLDERS = ("content", "templates", "sheets")
_TOP = ("config.yaml", *_FOLDERS)


class Changes:
    """Says whether anything changed since the last look."""

    def __init__(self) -> None:
        self._event = threading.Event()

    def wait(self) -> None:
        """Return after the next change; at once if there was one meanwhile."""
        while not self._event.wait(1.0):  # in slices, so that Ctrl-C works on every system
            pass
        self._event.clear()

    def note(self) -> None:
        """Remember that something changed."""
        self._event.set()


@contextmanager
def watching(project: Path, *, polling: bool) -> Iterator[Changes]:
    """Watch a project; ``polling`` looks at the files' times where the system tells nothing.

    The folder itself is watched for the settings and for folders that come and go, because an
    editor that saves by renaming takes a watched file away.
    """
    changes = Changes()
    stop = threading.Event()
    again = threading.Event()
    threads = [
        threading.Thread(target=_watch_top, args=(project, changes, stop, again, polling)),
        threading.Thread(target=_watch_folders, args=(project, changes, stop, again, polling)),
    ]
    for thread in threads:
        thread.daemon = True
        thread.start()
    try:
        yield changes
    finally:
        stop.set()
        again.set()
        for thread in threads:
            thread.join()


def _watch_top(
    project: Path, changes: Changes, stop: threading.Event, again: threading.Event, polling: bool
) -> None:
    def matters(_change: Change, path: str) -> bool:
        return Path(path).name in _TOP and Path(path).parent == project

    for found in watch(
        project,
        watch_filter=matters,
        stop_event=stop,
        recursive=False,
        force_polling=polling or None,
        debounce=200,
        step=20,
        rust_timeout=500,
    ):
        if any(Path(path).name in _FOLDERS for _, path in found):
            again.set()  # a folder came or went: look at it anew
        changes.note()


def _watch_folders(
    project: Path, changes: Changes, stop: threading.Event, again: threading.Event, polling: bool
) -> None:
    while not stop.is_set():
        again.clear()
        folders = [project / name for name in _FOLDERS if (project / name).is_dir()]
        if not folders:
            again.wait()
            continue
        for _ in watch(
            *folders,
            stop_event=again,
            force_polling=polling or None,
            debounce=200,
            step=20,
            rust_timeout=500,
        ):
            changes.note()
