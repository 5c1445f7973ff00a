"""Options that several commands have.

Owns their types and checks. Called by the command modules.
"""

import datetime as dt

import click

from ocop.cli.usage import WrongUse


class Day(click.ParamType[dt.date]):
    """A calendar day written ``YYYY-MM-DD``."""

    name = "YYYY-MM-DD"

    def convert(
        self,
        value: object,
        param: click.Parameter | None,
        ctx: click.Context | None,  # noqa: ARG002
    ) -> dt.date:
        """Return the day; :class:`WrongUse` for anything else."""
        if isinstance(value, dt.date):
            return value
        try:
            return _day(str(value))
        except ValueError:
            name = param.opts[0] if param is not None else ""
            raise WrongUse("usage.date", name=name, value=value) from None


def _day(text: str) -> dt.date:
    if [len(part) for part in text.split("-")] == [4, 2, 2]:
        return dt.date.fromisoformat(text)
    return dt.datetime.strptime(text, "%Y-%m-%d").date()  # loads as much as all options do


def today() -> click.Option:
    """Return ``--today``, for which :meth:`Session.today` has the default."""
    return click.Option(["--today"], type=Day())


def strict() -> click.Option:
    """Return ``--strict``, with which warnings fail the run."""
    return click.Option(["--strict"], is_flag=True)
