"""The project folder: where it is, and its ``config.yaml`` as a document.

Owns how a project is known. What the settings mean is :mod:`ocop.schema`'s. Called by
:mod:`ocop.build` and :mod:`ocop.cli`.
"""

from pathlib import Path

from ocop.diagnostics import Diagnostic
from ocop.paths import SourcePath
from ocop.source.document import Document
from ocop.source.files import read_text_file
from ocop.source.parse import parse_document

CONFIG = SourcePath("config.yaml")
"""The file that makes a folder a project."""


def find_project(start: Path) -> Path | None:
    """Return the nearest folder, from the absolute ``start`` upwards, that is a project."""
    for folder in (start, *start.parents):
        if (folder / CONFIG).is_file():
            return folder
    return None


def read_config_document(project: Path) -> tuple[Document | None, tuple[Diagnostic, ...]]:
    """Return the project's settings as written, and the faults of their form."""
    raw, faults = read_text_file(project, CONFIG, missing="OCOP048")
    return (None, faults) if faults else parse_document(CONFIG, raw)
