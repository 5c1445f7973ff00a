"""The edge of the program: exit codes, and the one place that catches everything.

Owns what a user sees when something fails: wrong use (2), the outside world (1), a bug of
ours (3). Never a raw traceback. Called by :mod:`ocop.__main__`.
"""

import errno
import io
import os
import sys
from collections.abc import Sequence
from pathlib import Path

import click

from ocop.cli.app import App
from ocop.cli.language import choose_language
from ocop.cli.session import surroundings
from ocop.cli.usage import explain
from ocop.text import Language

GOOD, FAULTS, WRONG_USE, BUG, INTERRUPTED = 0, 1, 2, 3, 130
_OUTSIDE = (
    *(errno.ENOSPC, errno.EDQUOT, errno.EACCES, errno.EPERM, errno.EROFS, errno.EIO),
    *(errno.EFBIG, errno.EADDRINUSE, errno.EADDRNOTAVAIL, errno.ENAMETOOLONG, errno.EMFILE),
)


def run(arguments: Sequence[str]) -> int:
    """Run one call of the program and return its exit code."""
    _speak_utf8()
    language = choose_language(arguments, os.environ)
    try:
        return _call(arguments, language)
    except click.UsageError as error:
        click.echo(explain(error, language), err=True)
        return WRONG_USE
    except (KeyboardInterrupt, click.Abort):
        click.echo(f"\n{_say('edge.interrupted', language)}", err=True)
        return INTERRUPTED
    except BrokenPipeError:
        _drop_output()
        return FAULTS
    except Exception as error:
        if isinstance(error, OSError) and error.errno in _OUTSIDE:
            return _outside(error, language)
        return _bug(error, arguments, language)


def _call(arguments: Sequence[str], language: Language) -> int:
    result = App(language).main(list(arguments), prog_name="ocop", standalone_mode=False)
    sys.stdout.flush()
    return result if isinstance(result, int) else GOOD


def describe(error: Exception, arguments: Sequence[str], language: Language) -> str:
    """Return in words what failed, outside or by a bug of ours, whose story is kept in a file."""
    if isinstance(error, OSError) and error.errno in _OUTSIDE:
        return _refusal(error, language)
    return _bug_text(error, arguments, language)


def _outside(error: OSError, language: Language) -> int:
    """Report what the system refused: a full disk, a right that lacks, a port in use."""
    click.echo(_refusal(error, language), err=True)
    return FAULTS


def _refusal(error: OSError, language: Language) -> str:
    reason = errno.errorcode.get(error.errno or 0, "")
    text = _say(f"edge.{reason}", language) or error.strerror or str(error)
    name = f": {error.filename}" if error.filename else ""
    return _say("edge.outside", language, problem=f"{text}{name}")


def _bug(error: Exception, arguments: Sequence[str], language: Language) -> int:
    click.echo(_bug_text(error, arguments, language), err=True)
    return BUG


def _bug_text(error: Exception, arguments: Sequence[str], language: Language) -> str:
    import traceback  # only for bugs

    story = "".join(traceback.format_exception(error))
    if "--debug" in arguments:
        click.echo(story, err=True)
    kept = _keep(f"ocop {' '.join(arguments)}\nPython {sys.version}\n\n{story}")
    key = "edge.bug" if kept else "edge.bug-not-kept"
    text = _say(key, language, error=f"{type(error).__name__}: {error}", file=kept)
    return text or story


def _keep(story: str) -> Path | None:
    """Write ``story`` where a maintainer finds it; return the file, or None if it cannot be."""
    directory, _ = surroundings()
    for home in _projects(directory):
        file = home / ".ocop" / "bug.txt"
        try:
            file.parent.mkdir(exist_ok=True)
            file.write_text(story, encoding="utf-8", errors="backslashreplace")
        except OSError:
            return None
        return file
    return None


def _projects(directory: Path) -> list[Path]:
    # Not ocop.source: it may be what failed to load.
    return [home for home in (directory, *directory.parents) if (home / "config.yaml").is_file()][
        :1
    ]


def _say(key: str, language: Language, **args: object) -> str:
    """Return a text; empty where even the texts cannot be read, or there is none."""
    try:
        from ocop.messages import say  # reads YAML: not for ``--version``

        return say(key, language, **args)
    except Exception:  # whatever is broken must not hide the failure that is being reported
        return ""


def _speak_utf8() -> None:
    """Make output hold Vietnamese also in pipes on Windows and under an odd locale."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def _drop_output() -> None:
    """Send the rest of the output nowhere: its reader has left."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
