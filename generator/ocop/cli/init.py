"""``ocop init DIR``: a new project that builds at once.

Owns the copying of the starter (``starter/``); never overwrites a file.
"""

from collections.abc import Iterator
from pathlib import Path

import click

from ocop.cli.edge import GOOD
from ocop.cli.session import Session
from ocop.cli.usage import WrongUse
from ocop.cli.verbs import Verb
from ocop.source.project import CONFIG
from ocop.text import Language

_STARTER = Path(__file__).parent / "starter"


def command(language: Language) -> click.Command:
    """Return the command with its help in ``language``."""
    directory = click.Argument(["directory"], type=click.Path(path_type=Path), metavar="DIR")
    return Verb("init", language, run, [directory])


def run(session: Session, directory: Path) -> int:
    """Make the project; return the exit code."""
    folder = (session.directory / directory).resolve()
    if folder.exists() and not folder.is_dir():
        raise WrongUse("init.no-folder", folder=folder)
    if (folder / CONFIG).exists():
        raise WrongUse("init.exists", folder=folder)
    written, kept = _copy(folder, session.language)
    if kept:
        click.echo(session.say("init.kept", files=", ".join(kept)))
    key = "init.done-here" if folder == session.directory else "init.done"
    click.echo(session.say(key, folder=folder, cd=directory, files=written))
    return GOOD


def _copy(folder: Path, language: Language) -> tuple[int, list[str]]:
    """Write what is not there yet; return how many files, and what was left as it is."""
    own_content = (folder / "content").exists()
    written, kept = 0, ["content/"] if own_content else []
    for name, content in _starter(language):
        file = folder / name
        if own_content and name.startswith("content/"):
            continue
        file.parent.mkdir(parents=True, exist_ok=True)
        try:
            with file.open("xb") as output:
                output.write(content)
        except FileExistsError:
            kept.append(name)
        else:
            written += 1
    return written, kept


def _starter(language: Language) -> Iterator[tuple[str, bytes]]:
    """Yield name and content of every file of a new project.

    Names that begin with a dot are kept as ``dot_…``: git and packagers act on the real ones.
    """
    for file in sorted(_STARTER.rglob("*")):
        if file.is_file():
            name = file.relative_to(_STARTER).as_posix()
            yield name.replace("dot_", "."), file.read_bytes()
    from ocop.editors.schemas.folder import FOLDER, vscode_files  # loads the schema

    for name, text in vscode_files(language).items():
        yield f"{FOLDER}/{name}", text.encode()
