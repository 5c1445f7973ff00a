"""``ocop explain CODE``: what a diagnostic means, and before and after."""

import difflib
import re

import click

from ocop.cli.edge import GOOD
from ocop.cli.session import Session
from ocop.cli.usage import WrongUse
from ocop.cli.verbs import Verb
from ocop.report import Style, as_json
from ocop.text import Language


def command(language: Language) -> click.Command:
    """Return the command with its help in ``language``."""
    return Verb("explain", language, run, [click.Argument(["code"], metavar="CODE")])


def run(session: Session, code: str) -> int:
    """Print the documentation of ``code``; return the exit code."""
    from ocop.messages import catalogue  # reads all wording, which ``--help`` does without

    codes = catalogue()
    name = _full(code)
    if name not in codes:
        near = difflib.get_close_matches(name, codes, n=3)
        raise WrongUse("explain.unknown", code=code, near=", ".join(near) or "OCOP012")
    entry, words = codes[name], codes[name][session.language]
    if session.format == "json":
        click.echo(
            as_json(
                {
                    "code": name,
                    "severity": entry["severity"],
                    **{part: _plain(words[part]) for part in words},
                    **{part: str(entry[part]) for part in ("before", "after")},
                }
            )
        )
        return GOOD
    style = Style(session.language, session.colour)
    severity = str(entry["severity"])
    title = (
        f"{style.paint(name, 'path')} · {style.paint(session.say(f'report.{severity}'), severity)}"
    )
    hint = _plain(words["hint"]).replace("\n", "\n  ")
    parts = [title, _plain(words["message"]), _plain(words["means"]), f"→ {hint}"]
    for part in ("before", "after"):
        if entry.get(part):
            text = "\n".join(f"    {line}" for line in str(entry[part]).rstrip().split("\n"))
            parts.append(f"{session.say(f'explain.{part}')}\n{text}")
    click.echo("\n\n".join(parts), color=session.colour)
    return GOOD


def _full(code: str) -> str:
    """Return the code's full form: ``12`` and ``ocop12`` are ``OCOP012``."""
    digits = code.upper().removeprefix("OCOP")
    return f"OCOP{digits.zfill(3)}"


def _plain(template: str) -> str:
    """Return a text with ``…`` where a run would fill in names and numbers."""
    return re.sub(r"\{\w+\}", "…", template.strip()).replace("{{", "{").replace("}}", "}")
