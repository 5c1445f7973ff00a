"""What the web editor says, in one language.

Owns reading ``locale/admin.yaml`` and the names of choices. Called by what makes its forms.
"""

from collections.abc import Mapping
from functools import cache
from pathlib import Path

from msgspec import Struct

from ocop.domain.taxonomy import SETS
from ocop.pages.texts import read_texts
from ocop.project import PACKAGE, template_folders
from ocop.tables import read_table
from ocop.text import Language, localise

_NAMES = {"kind": ("kind",), "what": ("programme.what",), "state": ("programme.state",)}
"""Where the texts of the pages have names for the values of a key."""


class Words(Struct, frozen=True):
    """The words of ``language``; ``languages`` are those that content is written in."""

    language: Language
    languages: tuple[Language, ...]

    def __call__(self, key: str, **args: object) -> str:
        """Return the text ``key`` with ``args`` filled in; KeyError for an unknown key."""
        return _table()[key][self.language].format(**args)

    def tongue(self, language: Language) -> str:
        """Return the name of a language, its code where it has none."""
        found = _table().get(f"language.{language}")
        return found[self.language] if found else language

    def choice(self, key: str, value: str) -> str:
        """Return what a value of the key is called; the value itself where it has no name.

        The program's own names for kinds and states, and the product sets by number.
        """
        if key == "set" and value.isdecimal() and int(value) in SETS:
            name, _ = localise(SETS[int(value)].name, self.language, self.language)
            return f"{value}. {name}"
        if key in ("stars", "proposed"):
            return self("stars", n=value)
        site = read_texts(template_folders(PACKAGE)[-1:], self.language).table
        found = (site.get(f"{prefix}.{value}") for prefix in _NAMES.get(key, ()))
        name = next((one for one in found if isinstance(one, str)), "")
        if name:
            return name[0].upper() + name[1:]
        own = _table().get(f"choice.{value}")
        return own[self.language] if own else value


@cache
def _table() -> Mapping[str, Mapping[Language, str]]:
    return read_table(Path(__file__).parents[2] / "locale" / "admin.yaml")
