"""Where things are: the project's private folder, its templates and the program's own.

Called by everything that opens a project; reads no content.
"""

from pathlib import Path

CACHE = ".ocop"
"""The project's private folder: safe to delete at any time, never published."""

PACKAGE = Path(__file__).parent
"""The program's own files."""


def template_folders(project: Path) -> tuple[str, ...]:
    """Return where templates are looked for: the project's own, then the built-in ones."""
    packaged = PACKAGE / "templates"
    built_in = packaged if packaged.is_dir() else PACKAGE.parents[1] / "templates"
    own = project / "templates"
    if own.is_dir() and not own.samefile(built_in):
        return str(own), str(built_in)
    return (str(built_in),)
