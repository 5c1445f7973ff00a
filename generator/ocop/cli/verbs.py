"""What all commands share: options good before and after the verb, and the session.

Owns the class of commands. Called by the command modules and :mod:`ocop.cli.app`.
"""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import click

from ocop.cli.language import CHOICES
from ocop.cli.session import FORMATS, WITH_MARKDOWN, Format, Session, surroundings
from ocop.cli.usage import WrongUse
from ocop.text import Language

Run = Callable[..., int]
"""A command: takes the session and its own options by name, returns the exit code."""

ALL_FORMATS = tuple(dict.fromkeys((*FORMATS, *WITH_MARKDOWN)))
"""What may stand before a verb that is not known yet."""

_SHARED = ("project", "lang", "format", "debug")


def shared_options(formats: Sequence[Format] = ALL_FORMATS) -> list[click.Parameter]:
    """Return the options that are good before and after the verb."""
    return [
        click.Option(["--project"], type=click.Path(path_type=Path), metavar="DIR"),
        click.Option(["--lang"], type=click.Choice(CHOICES)),
        click.Option(["--format"], type=click.Choice(formats)),
        click.Option(["--debug"], is_flag=True),
    ]


class Verb(click.Command):
    """One command; ``run`` gets the session and the options of its own."""

    def __init__(
        self,
        name: str,
        language: Language,
        run: Run,
        params: Sequence[click.Parameter] = (),
        formats: Sequence[Format] = FORMATS,
    ) -> None:
        super().__init__(
            name,
            params=[*params, *shared_options(formats)],
            callback=self._call,
            context_settings={"allow_extra_args": True},
        )
        self.language, self.run, self.formats = language, run, formats

    def _call(self, **options: Any) -> int:
        context = click.get_current_context()
        if context.args:
            raise WrongUse("usage.extra", arguments=" ".join(context.args))
        settled = {**_before(context), **_given(options)}
        if settled.get("format", "text") not in self.formats:
            raise WrongUse("usage.choice", name="--format", choices=", ".join(self.formats))
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
