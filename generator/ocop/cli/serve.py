"""``ocop serve``: the site on this computer, renewed at every change."""

import click

from ocop.cli.edge import GOOD
from ocop.cli.session import Session
from ocop.cli.verbs import Verb
from ocop.text import Language


def command(language: Language) -> click.Command:
    """Return the command with its help in ``language``."""
    params: list[click.Parameter] = [
        click.Option(["--host"], default="127.0.0.1", metavar="HOST"),
        click.Option(["--port"], type=click.IntRange(0, 65535), default=8000, metavar="N"),
        click.Option(["--drafts/--no-drafts"], default=True),
        click.Option(["--polling"], is_flag=True),
    ]
    return Verb("serve", language, run, params)


def run(session: Session, host: str, port: int, drafts: bool, polling: bool) -> int:
    """Serve until Ctrl-C; return the exit code."""
    from ocop.serve.session import ServeRequest, serve  # loads the build: not for ``--help``

    request = ServeRequest(
        session.project(),
        lambda: session.today(None),
        session.language,
        host=host,
        port=port,
        jobs=session.jobs(None),
        drafts=drafts,
        polling=polling,
    )
    serve(request, click.echo)
    return GOOD
