"""``ocop init DIR``: a new project that builds at once, or what a project needs for git.

Owns the copying of the starter (``starter/``); never overwrites a file.
"""

from collections.abc import Iterable, Iterator
from pathlib import Path

import click

from ocop import __version__
from ocop.cli.edge import GOOD
from ocop.cli.session import Session
from ocop.cli.usage import WrongUse
from ocop.cli.verbs import Verb
from ocop.source.project import CONFIG
from ocop.text import Language

_STARTER = Path(__file__).parent / "starter"
_VERSION = b"{{ocop_version}}"
_OWNERS = "CODEOWNERS"
_FOR_GIT = (
    *(".gitattributes", ".gitignore", ".editorconfig", ".gitlab-ci.yml", ".github/workflows/"),
    *("requirements.txt", _OWNERS),
)
"""What of the starter a project needs for git, besides the hook."""


def command(language: Language) -> click.Command:
    """Return the command with its help in ``language``."""
    directory = click.Argument(["directory"], type=click.Path(path_type=Path), metavar="DIR")
    for_git = click.Option(["--git", "for_git"], is_flag=True)
    return Verb("init", language, run, [directory, for_git])


def run(session: Session, directory: Path, for_git: bool) -> int:
    """Make the project, or what one lacks for git; return the exit code."""
    folder = (session.directory / directory).resolve()
    if folder.exists() and not folder.is_dir():
        raise WrongUse("init.no-folder", folder=folder)
    if (folder / CONFIG).exists() != for_git:
        raise WrongUse("init.no-project" if for_git else "init.exists", folder=folder)
    files = _for_git(session, folder) if for_git else _starter(session.language)
    written, kept = _copy(folder, files)
    if kept:
        click.echo(session.say("init.kept", files=", ".join(kept)))
    new = "init.done-here" if folder == session.directory else "init.done"
    key = "init.git" if for_git else new
    click.echo(session.say(key, folder=folder, cd=directory, files=written))
    if _hooked(session, folder):
        click.echo(session.say("init.hooked"))
    return GOOD


def _for_git(session: Session, folder: Path) -> Iterator[tuple[str, bytes]]:
    """Yield the files for git; who owns what is told by the provinces of the content."""
    for name, content in _starter(session.language):
        if name == _OWNERS:
            yield name, content + _owners(session, folder)
        elif name.startswith(_FOR_GIT):
            yield name, content


def _owners(session: Session, folder: Path) -> bytes:
    from ocop.editors.owners import owners  # loads the checks: only where there is content
    from ocop.fair.opened import open_project
    from ocop.request import Request

    opened = open_project(Request(folder, session.today(None), jobs=session.jobs(None)))
    return owners(opened.site.catalogue).encode() if opened.site else b""


def _hooked(session: Session, folder: Path) -> bool:
    """Put the hook into the folder's own repository; tell whether there is one now.

    A repository around it holds other things too: its hook has to be asked for.
    """
    from ocop.editors.hooks import Hook  # runs git: not for ``--help``
    from ocop.editors.repository import repository_of

    repository = repository_of(folder)
    hook = Hook.of(repository, session.program) if repository else None
    return hook is not None and hook.file.is_relative_to(folder) and hook.install()


def _copy(folder: Path, files: Iterable[tuple[str, bytes]]) -> tuple[int, list[str]]:
    """Write what is not there yet; return how many files, and what was left as it is."""
    own_content = (folder / "content").exists()
    written = 0
    kept: list[str] = []
    for name, content in files:
        file = folder / name
        if own_content and name.startswith("content/"):
            kept += [] if "content/" in kept else ["content/"]
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
            content = file.read_bytes().replace(_VERSION, __version__.encode())
            yield name.replace("dot_", "."), content
    from ocop.editors.schemas.folder import FOLDER, vscode_files  # loads the schema

    for name, text in vscode_files(language).items():
        yield f"{FOLDER}/{name}", text.encode()
