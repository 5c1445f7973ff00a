"""The ``ocop`` command itself: its verbs by who uses them, each loaded when it is called.

Owns the list of verbs. A verb's module has ``command(language)``. Called by
:mod:`ocop.cli.edge`.
"""

from importlib import import_module
from keyword import iskeyword
from typing import cast

import click

from ocop import __version__
from ocop.cli.usage import WrongUse
from ocop.cli.verbs import shared_options
from ocop.text import Language

VERBS: dict[str, tuple[str, ...]] = {
    "editors": (
        *("new", "import", "recognise", "rename", "photos"),
        *("check", "diff", "log", "status", "export"),
        *("fmt", "serve", "search", "explain"),
    ),
    "fairs": ("book", "labels", "sheets", "pack"),
    "publishers": ("build",),
    "maintainers": ("init", "hooks", "migrate", "schema", "doctor", "cache"),
}
"""The verbs by who uses them, in the order of their day."""


class App(click.Group):
    """``ocop`` in one language; the modules of its verbs are imported one at a time."""

    def __init__(self, language: Language) -> None:
        super().__init__("ocop", params=shared_options(), invoke_without_command=True)
        self.language = language
        self.params.append(
            click.Option(
                ["--version"], is_flag=True, is_eager=True, expose_value=False, callback=_version
            )
        )
        self.callback = self._without_verb

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002
        """Return the verbs in the order of the help."""
        return [verb for verbs in VERBS.values() for verb in verbs]

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Return a verb, loading its module."""
        if cmd_name not in self.list_commands(ctx):
            return None
        # A module may not be called as a word of the language is: ``import`` is ``import_``.
        module = import_module(f"ocop.cli.{cmd_name}{'_' if iskeyword(cmd_name) else ''}")
        return cast(click.Command, module.command(self.language))

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Find the verb of a call, or say which one is near."""
        name = args[0]
        verb = self.get_command(ctx, name)
        if verb is None and not name.startswith("-"):
            import difflib  # only for who mistyped

            near = difflib.get_close_matches(name, self.list_commands(ctx), n=1, cutoff=0.5)
            key = "usage.no-such-verb-near" if near else "usage.no-such-verb"
            raise WrongUse(key, verb=name, near="".join(near))
        return super().resolve_command(ctx, args)

    def format_help(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the verbs by who uses them."""
        from ocop.cli.help import write_overview  # reads YAML: not for ``--version``

        write_overview(ctx, formatter, VERBS, self.language)

    def _without_verb(self, **_: object) -> None:
        ctx = click.get_current_context()
        if ctx.invoked_subcommand is None:
            click.echo(self.get_help(ctx))


def _version(ctx: click.Context, _: click.Parameter, asked: bool) -> None:
    if asked:
        click.echo(f"ocop {__version__}")
        ctx.exit()
