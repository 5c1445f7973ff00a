"""Broken templates of a project, as diagnostics.

Owns telling a project's fault (a diagnostic with file and line) from our own (an exception).
Must not know pages. Called by :mod:`ocop.pages.press` and before a build.
"""

from collections.abc import Iterator
from pathlib import Path

from jinja2 import Environment, TemplateSyntaxError

from ocop.diagnostics import Diagnostic
from ocop.pages.assets import PARTS, kind_of
from ocop.paths import SourcePath

SYNTAX, FAILED = "OCOP510", "OCOP511"
"""A template that cannot be read, and one that fails while a page is made."""


class TemplateFault(Exception):
    """A template of the project is broken; carries the diagnostic to show."""

    def __init__(self, diagnostic: Diagnostic) -> None:
        super().__init__(diagnostic)
        self.diagnostic = diagnostic


def check_templates(folders: tuple[str, ...]) -> Iterator[Diagnostic]:
    """Yield a diagnostic for every template in the project's own folders that cannot be read.

    So too for a part of a script that a list names and no folder has. ``folders`` are all
    template folders; the last is the built-in one and not looked at.
    """
    environment = Environment(autoescape=True)
    for folder in folders[:-1]:
        for path in sorted(Path(folder).rglob("*.html")):
            try:
                environment.parse(path.read_text("utf-8"))
            except TemplateSyntaxError as error:
                yield _diagnostic(SYNTAX, path, folder, error.lineno, error)
            except UnicodeDecodeError as error:
                yield _diagnostic(SYNTAX, path, folder, 1, error)
    yield from _lists(folders)


def blame(error: Exception, folders: tuple[str, ...]) -> Diagnostic | None:
    """Return the diagnostic for ``error`` if one of the project's own templates raised it.

    The innermost of them is blamed. None means that the fault is not the project's.
    """
    if isinstance(error, TemplateSyntaxError) and error.filename:
        places = [(error.filename, error.lineno)]
    else:
        from traceback import extract_tb

        frames = extract_tb(error.__traceback__)
        places = [(frame.filename, frame.lineno or 1) for frame in reversed(frames)]
    code = SYNTAX if isinstance(error, TemplateSyntaxError) else FAILED
    for name, line in places:
        for folder in folders[:-1]:
            if Path(name).is_relative_to(folder):
                return _diagnostic(code, Path(name), folder, line, error)
    return None


def _lists(folders: tuple[str, ...]) -> Iterator[Diagnostic]:
    """Yield a diagnostic for every file that a project's own list of parts names in vain."""
    for folder in folders[:-1]:
        for path in sorted(Path(folder).glob(f"static/**/{PARTS}")):
            place = path.parent.relative_to(folder)
            kind = kind_of(place.relative_to("static").as_posix())
            for line, names in enumerate(path.read_text("utf-8", "replace").splitlines(), start=1):
                for part in (place / f"{name}.{kind}" for name in names.split()):
                    if not any((Path(one) / part).is_file() for one in folders):
                        yield _diagnostic(SYNTAX, path, folder, line, FileNotFoundError(part.name))


def _diagnostic(code: str, path: Path, folder: str, line: int, error: Exception) -> Diagnostic:
    name = SourcePath(f"templates/{path.relative_to(folder).as_posix()}")
    return Diagnostic(code, name, line, 1, _args(path, error))


def _args(path: Path, error: Exception) -> dict[str, str]:
    return {"file": path.name, "error": " ".join(str(error).split()).rstrip(".")}
