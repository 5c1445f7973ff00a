"""The options that every printed thing has: in which languages, with which mark, into which file.

Owns their checks. Called by the commands that make a file for a fair.
"""

import os
from pathlib import Path

import click

from ocop.cli.session import Session
from ocop.cli.usage import WrongUse
from ocop.config import Config
from ocop.project import CACHE
from ocop.text import Language

_BOTH = "both"


class _Mark(click.ParamType[str]):
    """A word that codes carry; see :mod:`ocop.fair.codes`."""

    name = "WORD"

    def convert(
        self,
        value: object,
        param: click.Parameter | None,  # noqa: ARG002
        ctx: click.Context | None,  # noqa: ARG002
    ) -> str:
        """Return the word in capitals; :class:`WrongUse` for one that codes cannot carry."""
        from ocop.fair.codes import mark_of  # loads the pages: only for who asks

        try:
            return mark_of(str(value)) if value else ""
        except ValueError:
            raise WrongUse("printing.bad-mark", mark=value) from None


def languages() -> click.Option:
    """Return ``--in``; the command takes it as ``languages``."""
    return click.Option(["--in", "languages"], metavar="vi|en|both")


def out() -> click.Option:
    """Return ``--out`` for a file."""
    return click.Option(["--out"], type=click.Path(path_type=Path), metavar="FILE")


def mark() -> click.Option:
    """Return ``--mark``: what codes carry to tell where they hung, empty by default."""
    return click.Option(["--mark"], type=_Mark(), default="")


def opening() -> click.Option:
    """Return ``--open``; the command takes it as ``opened``."""
    return click.Option(["--open", "opened"], is_flag=True)


def printed_languages(asked: str | None, config: Config) -> tuple[Language, ...]:
    """Return one or two languages of the site, the more important first; its first by default.

    :class:`WrongUse` for a language that the site has not.
    """
    if asked is None:
        return config.languages[:1]
    if asked == _BOTH and len(config.languages) > 1:
        return config.languages[:2]
    if asked in config.languages:
        return (Language(asked),)
    known = [*config.languages, *([_BOTH] if len(config.languages) > 1 else [])]
    raise WrongUse("usage.choice", name="--in", choices=", ".join(known))


def out_file(
    session: Session, project: Path, asked: Path | None, name: str, *, called: str = "--out"
) -> Path:
    """Return the file to write: ``asked``, else ``name`` where the program was started.

    :class:`WrongUse` for a folder, for a place below a file, and for one in which a build would
    take the file for its input.
    """
    file = Path(os.path.normpath(session.directory / (asked or name)))
    above = next(one for one in file.parents if one.exists())
    if file.is_dir() or not above.is_dir():
        raise WrongUse("printing.no-file", called=called, file=file)
    for folder in ("content", "templates", CACHE):
        if file.resolve().is_relative_to((project / folder).resolve()):
            raise WrongUse("printing.inside", called=called, folder=folder)
    return file


def open_file(file: Path) -> None:
    """Show a file in the program that the system has for it."""
    click.launch(str(file))
