"""``ocop doctor``: whether this computer and this project have all they need.

Owns how findings are shown; the looking is done by :mod:`ocop.cli.examination`.
"""

from collections import Counter
from collections.abc import Mapping

import click

from ocop.cli.edge import FAULTS, GOOD
from ocop.cli.examination import Finding, Level, examine
from ocop.cli.session import Session
from ocop.cli.verbs import Verb
from ocop.report import Style, as_json
from ocop.source.project import find_project
from ocop.text import Language

_ROLES: Mapping[Level, str] = {"ok": "caret", "warn": "warning", "fail": "error"}


def command(language: Language) -> click.Command:
    """Return the command with its help in ``language``."""
    return Verb("doctor", language, run)


def run(session: Session) -> int:
    """Look at everything and print one line each; return 1 if something fails."""
    project = session.project() if session.chosen else find_project(session.directory)
    findings = list(examine(project, session.directory))
    levels = Counter(finding.level for finding in findings)
    if session.format == "json":
        checks = [
            {"check": one.check, "level": one.level, "message": _message(session, one)}
            for one in findings
        ]
        click.echo(as_json({"checks": checks, "fail": levels["fail"], "warn": levels["warn"]}))
    else:
        _print(session, findings, levels)
    return FAULTS if levels["fail"] else GOOD


def _print(session: Session, findings: list[Finding], levels: "Counter[Level]") -> None:
    style = Style(session.language, session.colour)
    words: dict[Level, str] = {level: session.say(f"doctor.{level}") for level in _ROLES}
    widest = max(map(len, words.values()))
    for finding in findings:
        word = words[finding.level]
        padding = " " * (widest - len(word))
        painted = style.paint(word, _ROLES[finding.level])
        click.echo(f"{painted}{padding}  {_message(session, finding)}", color=session.colour)
    key = "some-failures" if levels["fail"] else "some-warnings" if levels["warn"] else "all-good"
    counts = {"failures": levels["fail"], "warnings": levels["warn"]}
    click.echo(f"\n{session.say(f'doctor.{key}', **counts)}")


def _message(session: Session, finding: Finding) -> str:
    return session.say(f"doctor.{finding.check}.{finding.level}", **finding.args)
