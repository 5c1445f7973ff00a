"""The files that a page comes from, and the link that opens one in the editor's own program.

Owns the way back from an address of the site to the content, and the links of editors. Called by
:mod:`ocop.serve.told`.
"""

import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from urllib.parse import quote

from msgspec import Struct

from ocop.paths import SitePath, SourcePath, is_entry_id
from ocop.source.entry import FOLDERS
from ocop.text import Language

SETTINGS = SourcePath("config.yaml")
EDITORS = {
    "vscode": "vscode://file{path}:{line}:{column}",
    "vscodium": "vscodium://file{path}:{line}:{column}",
    "cursor": "cursor://file{path}:{line}:{column}",
    "none": "",
}
"""Links by name of a program; ``{path}`` begins with ``/``, also on Windows."""

_TEMPLATE = re.compile(
    r"(?!(?:javascript|data|vbscript|blob):)[a-z][a-z0-9+.-]*:.*\{path\}.*", re.I
)
_STORY = re.compile(r"story\.[a-z]{2,3}\.md")


class Doors(Struct, frozen=True):
    """The ways from a project's site back into its files.

    ``link`` is an editor's link with ``{path}``, ``{line}`` and ``{column}``, or empty; ``form``
    is where the web editor shows an entry, with ``{folder}``, ``{id}`` and ``{kind}``, or empty.
    """

    project: Path
    link: str = ""
    form: str = ""

    def files(self, page: SitePath) -> tuple[SourcePath, ...]:
        """Return the files that a page tells most of, the first to be edited first."""
        folder, name, language = _parted(page)
        entry = self._entry(folder, name)
        if entry is None:
            return (SETTINGS,)
        document = SourcePath(f"{entry}/{FOLDERS[folder]}.yaml")
        return (document, *self._stories(entry, language))

    def open(self, path: SourcePath, line: int = 1, column: int = 1) -> str:
        """Return the link that opens a file of the project; empty where there is no editor."""
        whole = f"/{(self.project / path).as_posix().lstrip('/')}"
        values = {"path": quote(whole, safe="/:"), "line": str(line), "column": str(column)}
        return _filled(self.link, values)

    def edit(self, page: SitePath) -> str:
        """Return where the web editor shows the entry of a page; empty where it does not."""
        folder, name, _ = _parted(page)
        entry = self._entry(folder, name)
        if not self.form or entry is None:
            return ""
        values = {"folder": folder, "id": entry.rpartition("/")[2], "kind": FOLDERS[folder]}
        return _filled(self.form, values)

    def _entry(self, folder: str, name: str) -> SourcePath | None:
        """Return the folder of the entry that a page is of."""
        if folder not in FOLDERS or not (is_entry_id(name) or name.isdigit()):
            return None
        home = SourcePath(f"content/{folder}/{name}")
        if (self.project / home / f"{FOLDERS[folder]}.yaml").is_file():
            return home
        return self._place(name) if folder == "places" else None

    def _place(self, code: str) -> SourcePath | None:
        """Return the entry of a province or commune: it may have any id."""
        wanted = re.compile(rb"^(?:province|commune):\s*[\"']?%s\b" % code.encode(), re.M)
        for document in sorted(self.project.glob("content/places/*/place.yaml")):
            try:
                if wanted.search(document.read_bytes()):
                    return SourcePath(f"content/places/{document.parent.name}")
            except OSError:
                continue
        return None

    def _stories(self, entry: SourcePath, language: Language | None) -> Iterator[SourcePath]:
        """Yield the stories of an entry that are there, that of the page's language first."""
        try:
            names = sorted(one.name for one in (self.project / entry).iterdir())
        except OSError:
            return
        stories = [name for name in names if _STORY.fullmatch(name)]
        own = f"story.{language or 'vi'}.md"
        for name in sorted(stories, key=lambda name: name != own):
            yield SourcePath(f"{entry}/{name}")


def link_of(editor: str) -> str | None:
    """Return the link of an editor by its name, or the template that it is; None for neither."""
    if editor in EDITORS:
        return EDITORS[editor]
    return editor if _TEMPLATE.fullmatch(editor) else None


def mentions(path: SourcePath, files: Sequence[SourcePath]) -> bool:
    """Tell whether a file lies beside one of ``files``, or is one."""
    folders = {file.rpartition("/")[0] for file in files if "/" in file}
    return path in files or path.rpartition("/")[0] in folders


def _parted(page: SitePath) -> tuple[str, str, Language | None]:
    """Return folder and name of a page, and its language where the address tells it."""
    parts = page.removesuffix(".html").split("/")
    language = Language(parts.pop(0)) if len(parts) == 3 else None
    return (parts[0], parts[1], language) if len(parts) == 2 else ("", "", language)


def _filled(template: str, values: dict[str, str]) -> str:
    for name, value in values.items():
        template = template.replace(f"{{{name}}}", value)
    return template
