"""How help looks: one sentence an option, two examples, the exit codes.

Owns the layout; the words are data (``locale/cli.<language>.yaml``): ``<verb>.short`` for
the overview, ``<verb>.help``, ``<verb>.examples`` and ``<verb>.<option>`` or
``option.<option>``. Loaded only when help is asked for. Called by :mod:`ocop.cli.verbs` and
:mod:`ocop.cli.app`.
"""

from collections.abc import Mapping, Sequence

import click

from ocop.messages import say
from ocop.text import Language

WIDTH = 92
_NAMES = 30


def write_verb(ctx: click.Context, formatter: click.HelpFormatter, language: Language) -> None:
    """Write the help of one command."""
    verb = ctx.command.name or ""
    pieces = [piece for piece in ctx.command.collect_usage_pieces(ctx) if piece != "[OPTIONS]"]
    usage = " ".join([*pieces, say("help.options-mark", language)])
    formatter.width = WIDTH
    formatter.write(f"{say('help.usage', language)} {ctx.command_path} {usage}\n\n")
    formatter.write_text(say(f"{verb}.help", language))
    _write_options(ctx, formatter, language)
    _write_ending(formatter, verb, language)


def write_overview(
    ctx: click.Context,
    formatter: click.HelpFormatter,
    verbs: Mapping[str, Sequence[str]],
    language: Language,
) -> None:
    """Write all verbs by who uses them."""
    formatter.width = WIDTH
    formatter.write(f"{say('ocop.help', language)}\n\n{say('help.usage', language)} ")
    formatter.write(f"{ctx.command_path} {say('ocop.usage', language)}\n")
    for audience, names in verbs.items():
        rows = [(name, say(f"{name}.short", language)) for name in names]
        _write_section(formatter, say(f"help.{audience}", language), rows)
    _write_options(ctx, formatter, language)
    _write_ending(formatter, "ocop", language)


def _write_options(ctx: click.Context, formatter: click.HelpFormatter, language: Language) -> None:
    rows = [(_signature(param, ctx), _meaning(param, ctx, language)) for param in _params(ctx)]
    _write_section(formatter, say("help.options", language), rows)


def _params(ctx: click.Context) -> list[click.Parameter]:
    return ctx.command.get_params(ctx)


def _meaning(param: click.Parameter, ctx: click.Context, language: Language) -> str:
    """Return what an option does: in this command, else in all that have it."""
    if "--help" in param.opts:
        return say("option.help", language)
    try:
        return say(f"{ctx.command.name}.{param.name}", language)
    except KeyError:
        return say(f"option.{param.name}", language)


def _signature(param: click.Parameter, ctx: click.Context) -> str:
    if isinstance(param, click.Argument):
        return param.make_metavar(ctx)
    names = ", ".join((*param.opts, *param.secondary_opts))
    if isinstance(param, click.Option) and param.is_flag:
        return names
    return f"{names} {param.make_metavar(ctx)}"


def _write_section(
    formatter: click.HelpFormatter, title: str, rows: Sequence[tuple[str, str]]
) -> None:
    formatter.write(f"\n{title}\n")
    formatter.indent()
    formatter.write_dl(rows, col_max=_NAMES)
    formatter.dedent()


def _write_ending(formatter: click.HelpFormatter, verb: str, language: Language) -> None:
    formatter.write(f"\n{say('help.examples', language)}\n")
    for line in say(f"{verb}.examples", language).splitlines():
        formatter.write(f"  {line}\n")
    formatter.write(f"\n{say('help.exits', language)}\n")
