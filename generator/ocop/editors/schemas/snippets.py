"""Texts to fill in, for editors that complete a word to several lines.

Owns reading ``snippets.yaml``. Called by :mod:`ocop.editors.schemas.folder`.
"""

from pathlib import Path
from typing import Any

from ocop.tables import read_table
from ocop.text import Language


def snippets(language: Language) -> dict[str, dict[str, Any]]:
    """Return the snippets by name: ``title``, ``description``, ``prefix`` and lines of ``body``."""
    table = read_table(Path(__file__).with_name("snippets.yaml"))
    return {
        name: {
            "title": one[language]["title"],
            "description": one[language]["text"],
            "prefix": one["prefix"],
            "body": one[language]["body"].rstrip("\n").split("\n"),
        }
        for name, one in table.items()
    }
