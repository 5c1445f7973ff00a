"""What ``ocop serve`` is asked for, and how it may end.

Owns the shapes between the command line and the preview.
"""

import datetime as dt
from collections.abc import Callable
from pathlib import Path

from msgspec import Struct, field

from ocop.project import CACHE
from ocop.serve.routes import Routes
from ocop.text import Language


class ServeRequest(Struct, frozen=True):
    """What to serve; ``today`` is asked before each build, ``polling`` for shared folders.

    ``lan`` shows the preview to the local network, ``colour`` is whether the terminal can draw a
    code for phones. ``link`` opens a file in the editor's program (:mod:`ocop.serve.doors`),
    ``routes`` are answers besides the site (:mod:`ocop.serve.routes`), and ``form`` is where
    these show an entry for editing (:data:`ocop.serve.editor.FORM`).
    ``describe`` puts a bug of ours into words.
    """

    project: Path
    today: Callable[[], dt.date]
    language: Language
    host: str = "127.0.0.1"
    port: int = 8000
    jobs: int = 1
    drafts: bool = True
    polling: bool = False
    lan: bool = False
    colour: bool = False
    link: str = ""
    form: str = ""
    routes: Routes = field(default_factory=dict)
    describe: Callable[[Exception], str] = repr

    @property
    def folder(self) -> Path:
        """Where the preview's files lie; what shows no drafts lies apart."""
        return self.project / CACHE / ("preview" if self.drafts else "preview-published")


class Gone(Exception):
    """The project's folder is not where it was."""
