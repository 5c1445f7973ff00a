"""``ocop fmt``: content files in their canonical form."""

from collections.abc import Iterator
from pathlib import Path

import click

from ocop.cli.edge import FAULTS, GOOD
from ocop.cli.output import exit_code, show
from ocop.cli.session import Session
from ocop.cli.usage import WrongUse
from ocop.cli.verbs import Verb
from ocop.diagnostics import Diagnostic
from ocop.paths import SourcePath
from ocop.source.entry import FOLDERS, Kind
from ocop.source.listing import CONTENT
from ocop.text import Language


def command(language: Language) -> click.Command:
    """Return the command with its help in ``language``."""
    paths = click.Argument(
        ["paths"], nargs=-1, metavar="[PATH]...", type=click.Path(path_type=Path)
    )
    return Verb("fmt", language, run, [paths, click.Option(["--check"], is_flag=True)])


def run(session: Session, paths: tuple[Path, ...], check: bool) -> int:
    """Bring files into their canonical form, or name those that are not; return the exit code."""
    from ocop.content.typed import MODELS  # loads the schema: not for ``--help``
    from ocop.editors.canon import canonical
    from ocop.fair.deliver import deliver

    project = session.project()
    faults: list[Diagnostic] = []
    changed: list[str] = []
    files = list(_asked(session, project, paths))
    for kind, file in files:
        name = file.relative_to(project).as_posix()
        raw = file.read_bytes()
        canon = canonical(SourcePath(name), raw, MODELS[kind])
        faults += canon.faults
        if canon.text is not None and canon.text.encode() != raw:
            changed.append(name)
            if not check:
                deliver(file, canon.text.encode())
    if session.format == "text":
        click.echo("".join(f"{name}\n" for name in changed), nl=False)

    def summary(*_: int) -> str:
        key = "fmt.would" if check and changed else "fmt.done" if changed else "fmt.clean"
        return session.say(key, changed=len(changed), files=len(files))

    show(session, project, faults, summary, {"changed": changed, "files": len(files)})
    return exit_code(faults, strict=False) or (FAULTS if check and changed else GOOD)


def _asked(session: Session, project: Path, paths: tuple[Path, ...]) -> Iterator[tuple[Kind, Path]]:
    """Yield the content files of the project, or those at or below ``paths``."""
    wanted = [(session.directory / path).resolve() for path in paths]
    for path, given in zip(wanted, paths, strict=True):
        if not path.exists() or not path.is_relative_to(project / CONTENT):
            raise WrongUse("fmt.no-path", path=given)
    for folder, kind in FOLDERS.items():
        for file in sorted((project / CONTENT / folder).glob(f"*/{kind}.yaml")):
            if not paths or any(file.resolve().is_relative_to(path) for path in wanted):
                yield kind, file
