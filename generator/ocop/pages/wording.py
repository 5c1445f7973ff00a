"""Built-in templates with the interface's words already in them.

Owns putting ``{{ t('key') }}`` of a built-in template in place before it is compiled, for it is
the same on all pages of a language. A project's own template is taken as it is. Called by
:mod:`ocop.pages.environment`.
"""

import re
from collections.abc import Callable
from pathlib import Path

from jinja2 import Environment, FileSystemLoader
from markupsafe import escape

from ocop.pages.texts import Texts
from ocop.patterns import late

_ASKED = late(r"\{\{ t\('([a-z0-9_.]+)'\) \}\}")
_READ = late(r"[{}\n\r]")
"""What a template's reader might take for its own."""


class WordedLoader(FileSystemLoader):
    """Loads templates from ``folders``; ours, in the last of them, say ``texts`` by themselves."""

    def __init__(self, folders: tuple[str, ...], texts: Texts) -> None:
        super().__init__(folders)
        self._built_in = Path(folders[-1])
        self._texts = texts

    def get_source(
        self, environment: Environment, template: str
    ) -> tuple[str, str, Callable[[], bool]]:
        """Return a template's source and file."""
        source, name, unchanged = super().get_source(environment, template)
        if Path(name).is_relative_to(self._built_in):
            source = _ASKED.sub(self._said, source)
        return source, name, unchanged

    def _said(self, asked: re.Match[str]) -> str:
        # Plural forms, unknown keys and words that look like a template are for the page.
        text = self._texts.table.get(asked[1])
        return str(escape(text)) if isinstance(text, str) and _is_plain(text) else asked[0]


def _is_plain(text: str) -> bool:
    return bool(text.strip()) and not _READ.search(text)
