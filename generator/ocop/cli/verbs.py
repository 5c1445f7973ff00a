"""What all commands share: options good before and after the verb, and the session.

Owns the class of commands. Called by the command modules and :mod:`ocop.cli.app`.
"""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import click

from ocop.cli.language import CHOICES
from ocop.cli.session import FORMATS, Session, surroundings
from ocop.cli.usage import WrongUse
from ocop.text import Language

Run = Callable[..., int]
"""A command: takes the session and its own options by name, returns the exit code."""

_SHARED = ("project", "lang", "format", "debug")


def shared_options() -> list[click.Parameter]:
    """Return the options that are good before and after the verb."""
    return [
        click.Option(["--project"], type=click.Path(path_type=Path), metavar="DIR"),
        click.Option(["--lang"], type=click.Choice(CHOICES)),
        click.Option(["--format"], type=click.Choice(FORMATS)),
        click.Option(["--debug"], is_flag=True),
    ]


class Verb(click.Command):
    """One command; ``run`` gets the session and the options of its own."""

    def __init__(
        self, name: str, language: Language, run: Run, params: Sequence[click.Parameter] = ()
    ) -> None:
        super().__init__(
            name,
            params=[*params, *shared_options()],
            callback=self._call,
            context_settings={"allow_extra_args": True},
        )
        self.language, self.run = language, run

    def _call(self, **options: Any) -> int:
        context = click.get_current_context()
        if context.args:
            raise WrongUse("usage.extra", arguments=" ".join(context.args))
        settled = {**_before(context), **_given(options)}
        own = {name: value for name, value in options.items() if name not in _SHARED}
        directory, environment = surroundings()
        session = Session(
            self.language,
            settled.get("format", "text"),
            directory,
            settled.get("project"),
            environment,
        )
        return self.run(session, **own)

    def format_help(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write what it does, its options, two examples and the exit codes."""
        from ocop.cli.help import write_verb  # reads YAML: only for help

        write_verb(ctx, formatter, self.language)


def _given(options: dict[str, Any]) -> dict[str, Any]:
    """Return the shared options that were given."""
    return {name: options[name] for name in _SHARED if options.get(name) is not None}


def _before(context: click.Context) -> dict[str, Any]:
    """Return the shared options given before the verb."""
    return _given(context.parent.params) if context.parent is not None else {}
