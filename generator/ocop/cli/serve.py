"""``ocop serve``: the site on this computer, renewed at every change."""

from secrets import token_urlsafe

import click

from ocop.cli.edge import FAULTS, GOOD, describe
from ocop.cli.session import Session
from ocop.cli.usage import WrongUse
from ocop.cli.verbs import Verb
from ocop.text import Language


def command(language: Language) -> click.Command:
    """Return the command with its help in ``language``."""
    params: list[click.Parameter] = [
        click.Option(["--host"], default="127.0.0.1", metavar="HOST"),
        click.Option(["--port"], type=click.IntRange(0, 65535), default=8000, metavar="N"),
        click.Option(["--lan"], is_flag=True),
        click.Option(["--admin"], is_flag=True),
        click.Option(["--editor"], default="vscode", metavar="NAME|LINK"),
        click.Option(["--drafts/--no-drafts"], default=True),
        click.Option(["--polling"], is_flag=True),
    ]
    return Verb("serve", language, run, params)


def run(
    session: Session,
    host: str,
    port: int,
    lan: bool,
    admin: bool,
    editor: str,
    drafts: bool,
    polling: bool,
) -> int:
    """Serve until Ctrl-C; return the exit code."""
    from ocop.serve.doors import link_of  # loads the content's schema: not for ``--help``
    from ocop.serve.editor import FORM, editor_routes
    from ocop.serve.request import Gone, ServeRequest
    from ocop.serve.session import serve

    link = link_of(editor)
    if link is None:
        raise WrongUse("serve.bad-editor", editor=editor)
    project = session.project().resolve()
    request = ServeRequest(
        project,
        lambda: session.today(None),
        session.language,
        host=host,
        port=port,
        jobs=session.jobs(None),
        drafts=drafts,
        polling=polling,
        lan=lan,
        colour=session.colour,
        link=link,
        form=FORM if admin else "",
        routes=editor_routes(project, token_urlsafe(), session.language) if admin else {},
        describe=lambda error: describe(error, ("serve",), session.language),
    )
    try:
        serve(request, click.echo)
    except Gone:
        click.echo(session.say("serve.gone", folder=request.project), err=True)
        return FAULTS
    return GOOD
