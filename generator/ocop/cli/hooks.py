"""``ocop hooks``: no commit with a fault in what it changes."""

import click

from ocop.cli.diff import repository_of
from ocop.cli.edge import GOOD
from ocop.cli.session import Session
from ocop.cli.usage import WrongUse
from ocop.cli.verbs import Verb
from ocop.text import Language


def command(language: Language) -> click.Command:
    """Return the command with its help in ``language``."""
    return Verb("hooks", language, run, [click.Option(["--remove"], is_flag=True)])


def run(session: Session, remove: bool) -> int:
    """Put the hook into the project's repository, or take it away; return the exit code."""
    from ocop.editors.hooks import Hook  # loads what runs programs: not for ``--help``

    hook = Hook.of(repository_of(session), session.program)
    if remove:
        key = "hooks.removed" if hook.remove() else "hooks.none"
    elif hook.install():
        key = "hooks.done"
    else:
        raise WrongUse("hooks.taken", file=hook.file)
    click.echo(session.say(key, file=hook.file))
    return GOOD
