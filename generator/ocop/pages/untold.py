"""What a language of the site does not say of the interface.

Owns which texts a language should have: those of the first one, and the names of the taxonomy
where that itself is not written in the language. Called by the checks, which tell of it kindly:
what is missing is shown in Vietnamese.
"""

from collections.abc import Iterator

from ocop.domain.taxonomy import GROUPS, INDUSTRIES, SETS
from ocop.pages.terms import key_of
from ocop.pages.texts import FIRST, own_texts
from ocop.text import Language

_SHOWN = 24
"""Keys that a message names; more would drown it."""


def untold(folders: tuple[str, ...], language: Language) -> tuple[str, ...]:
    """Return the keys of the texts that ``language`` lacks, in the order of the first's file."""
    own = own_texts(folders, language)
    wanted = (*own_texts(folders, FIRST), *_names(language))
    return tuple(key for key in wanted if key not in own)


def listing(keys: tuple[str, ...]) -> str:
    """Return keys as a message names them, the first of very many alone."""
    shown = ", ".join(keys[:_SHOWN])
    return f"{shown} …" if len(keys) > _SHOWN else shown


def _names(language: Language) -> Iterator[str]:
    for units in (INDUSTRIES, GROUPS, SETS):
        for unit in units.values():
            if language not in unit.name:
                yield from (f"{key_of(unit)}.{form}" for form in ("name", "short"))
