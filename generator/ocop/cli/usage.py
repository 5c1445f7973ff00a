"""Wrong use of the command line, said in the user's language.

Owns the wording of click's complaints, which are English only. Called by
:mod:`ocop.cli.edge`, which prints them and leaves with exit code 2.
"""

import click

from ocop.text import Language


class WrongUse(click.UsageError):
    """A mistake in calling the program: ``key`` of the command line's texts, filled in."""

    def __init__(self, key: str, **args: object) -> None:
        super().__init__(key)
        self.key, self.args_ = key, args


def explain(error: click.UsageError, language: Language) -> str:
    """Return what was wrong with the call, and the way to help on it."""
    from ocop.messages import say  # reads YAML: only for who made a mistake

    path = error.ctx.command_path if error.ctx is not None else "ocop"
    return f"{_problem(error, language)}\n{say('usage.help', language, command=path)}"


def _problem(error: click.UsageError, language: Language) -> str:
    from ocop.messages import say  # reads YAML: only for who made a mistake

    key, args = _wording(error)
    return say(key, language, **args)


def _wording(error: click.UsageError) -> tuple[str, dict[str, object]]:
    if isinstance(error, WrongUse):
        return error.key, error.args_
    if isinstance(error, click.NoSuchOption):
        close = ", ".join(error.possibilities or ())
        key = "usage.no-such-option-near" if close else "usage.no-such-option"
        return key, {"option": error.option_name, "near": close}
    if isinstance(error, click.BadOptionUsage):
        return "usage.option-value", {"option": error.option_name}
    if isinstance(error, click.MissingParameter):
        return _missing(error)
    if isinstance(error, click.BadParameter):
        return _bad_value(error)
    return "usage.other", {"message": error.format_message()}


def _missing(error: click.MissingParameter) -> tuple[str, dict[str, object]]:
    kind = error.param.type if error.param is not None else None
    if isinstance(kind, click.Choice):
        choices = ", ".join(map(str, kind.choices))
        return "usage.missing-choice", {"name": _name(error), "choices": choices}
    return "usage.missing", {"name": _name(error)}


def _name(error: click.BadParameter) -> str:
    if error.param is None:
        return str(error.param_hint or "")
    if isinstance(error.param, click.Argument):
        return error.param.make_metavar(error.ctx or click.Context(click.Command("ocop")))
    return max(error.param.opts, key=len)


def _bad_value(error: click.BadParameter) -> tuple[str, dict[str, object]]:
    kind = error.param.type if error.param is not None else None
    name = _name(error)
    if isinstance(kind, click.Choice):
        return "usage.choice", {"name": name, "choices": ", ".join(map(str, kind.choices))}
    if isinstance(kind, click.IntRange):
        key = "usage.range" if kind.max is not None else "usage.at-least"
        return key, {"name": name, "min": kind.min, "max": kind.max}
    return "usage.value", {"name": name, "message": error.message}
