"""``ocop schema``: JSON Schema of the files, for editors that complete and explain keys."""

from pathlib import Path

import click

from ocop.cli.edge import GOOD
from ocop.cli.session import Session
from ocop.cli.verbs import Verb
from ocop.report import as_json
from ocop.text import Language

_NAMES = ("product", "producer", "place", "fair", "programme", "news", "page", "config")
_OWN = ("settings.json", "extensions.json", "ocop.code-snippets")
"""Files that people change: only written where there are none."""


def command(language: Language) -> click.Command:
    """Return the command with its help in ``language``."""
    params: list[click.Parameter] = [
        click.Argument(["kind"], type=click.Choice(_NAMES), required=False, metavar="[KIND]"),
        click.Option(["--out"], type=click.Path(path_type=Path, file_okay=False), metavar="DIR"),
    ]
    return Verb("schema", language, run, params)


def run(session: Session, kind: str | None, out: Path | None) -> int:
    """Print one schema, or write all; return the exit code."""
    from ocop.editors.schemas import folder  # loads the schema: not for ``--help``

    if kind is not None and out is None:
        click.echo(folder.schema_text(kind, session.language), nl=False)
        return GOOD
    if out is None:
        home, files = session.project() / folder.FOLDER, folder.vscode_files(session.language)
    else:
        home, files = session.directory / out, folder.schema_files(session.language)
        files = {name: text for name, text in files.items() if kind in (None, name.split(".")[0])}
    _report(session, home, *_write(home, files))
    return GOOD


def _write(home: Path, files: dict[str, str]) -> tuple[list[str], list[str]]:
    """Write the files; return those written and those left because somebody has changed them."""
    from ocop.fair.deliver import deliver  # only for who writes

    written, kept = [], []
    for name, text in files.items():
        file = home / name
        if name in _OWN and file.exists() and file.read_bytes() != text.encode():
            kept.append(name)
        else:
            deliver(file, text.encode())
            written.append(name)
    return written, kept


def _report(session: Session, home: Path, written: list[str], kept: list[str]) -> None:
    if session.format == "json":
        click.echo(as_json({"folder": str(home), "written": written, "kept": kept}))
        return
    click.echo(session.say("schema.done", files=len(written), folder=home))
    if kept:
        click.echo(session.say("schema.kept", files=", ".join(kept), folder=home))
