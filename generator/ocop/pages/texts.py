"""The shopper's interface in one language.

Owns reading ``i18n/<language>.yaml`` of the template folders and choosing plural forms.
A language is added by adding a file. Must not know pages. Called by :mod:`ocop.pages.render`
and by views that prepare sentences.
"""

from collections.abc import Iterator, Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any

from msgspec import Struct

from ocop.pages import by_heart
from ocop.tables import parse_table, read_table
from ocop.text import Language

FIRST = Language("vi")
"""The built-in language whose texts are complete; a key missing elsewhere is taken from it."""

_FORMS = frozenset({"zero", "one", "two", "few", "many", "other"})

Text = str | Mapping[str, str]
"""One text, or its plural forms by CLDR name; ``other`` is always among them."""


class Texts(Struct, frozen=True):
    """The texts of one language by dotted key."""

    language: Language
    table: Mapping[str, Text]

    def under(self, prefix: str) -> dict[str, Text]:
        """Return the texts whose keys begin with ``prefix``, by what follows it, unfilled."""
        found = self.table.items()
        return {key.removeprefix(prefix): text for key, text in found if key.startswith(prefix)}

    def __call__(self, key: str, **args: object) -> str:
        """Return the text ``key`` with ``args`` filled in; KeyError for an unknown key.

        Where a key has plural forms, ``n`` chooses one by the language's CLDR rule.
        """
        text = self.table[key]
        if not isinstance(text, str):
            text = text.get(plural_form(self.language, args.get("n"))) or text["other"]
        return text.format(**args) if args else text


def plural_form(language: Language, number: object) -> str:
    """Return the CLDR plural form of a number; ``other`` where it or the language is unknown."""
    return _plural_form(language, number) if isinstance(number, int) else "other"


@lru_cache(maxsize=1024)
def _plural_form(language: Language, number: int) -> str:
    if language in by_heart.NAMES:
        return by_heart.plural_form(number, language)
    from babel import Locale, UnknownLocaleError

    try:
        return str(Locale.parse(language, sep="-").plural_form(number))
    except (UnknownLocaleError, ValueError):
        return "other"


def read_texts(folders: tuple[str, ...], language: Language) -> Texts:
    """Return the texts of ``language``: a project's file over the built-in one over ``FIRST``.

    ``folders`` are template folders, the project's own before the built-in one.
    """
    return Texts(language, {**own_texts(folders, FIRST), **own_texts(folders, language)})


def own_texts(folders: tuple[str, ...], language: Language) -> Mapping[str, Text]:
    """Return what the files of ``language`` say by themselves, by dotted key."""
    table: dict[str, Text] = {}
    for folder in reversed(folders):
        path = Path(folder) / "i18n" / f"{language}.yaml"
        if not path.is_file():
            continue
        if folder == folders[-1]:
            state = path.stat()
            table.update(_built_in(path, (state.st_mtime_ns, state.st_size)))
        else:
            table.update(_flat(parse_table(path), ""))
    return table


@lru_cache(maxsize=16)
def _built_in(path: Path, _state: tuple[int, int]) -> Mapping[str, Text]:
    """Return what a built-in file says, read again when it has changed: a build asks often."""
    return dict(_flat(read_table(path), ""))


def _flat(tree: Mapping[str, Any], prefix: str) -> Iterator[tuple[str, Text]]:
    for key, value in tree.items():
        if isinstance(value, Mapping) and "other" in value and set(value) <= _FORMS:
            yield f"{prefix}{key}", {form: str(text).strip() for form, text in value.items()}
        elif isinstance(value, Mapping):
            yield from _flat(value, f"{prefix}{key}.")
        else:
            yield f"{prefix}{key}", str(value).strip()
