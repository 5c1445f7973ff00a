"""What people call a product otherwise, by the words that stand in its name.

Owns finding the entries of the curated list (``data/search-aliases.yaml``) and of a project's
own (``search.aliases`` in ``config.yaml``) in a name. Must not know records: a name is its
forms. Called where a product's words are gathered:

    known = table(config.search.aliases)   # once a build
    aliases(known, words("Kẹo lạc vừng"), 7)   # ("peanut candy", …, "mè", "sesame")
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path
from unicodedata import unidata_version

from msgspec import Struct, msgpack

from ocop.beside import kept, stamp_of
from ocop.search.words import ABBREVIATIONS, words
from ocop.tables import read_table

_CURATED = Path(__file__).parents[1] / "data" / "search-aliases.yaml"
_WORDS = Path(__file__).with_name("words.py")


class Entry(Struct, frozen=True):
    """A phrase as its forms, what it is called otherwise, and the product sets it holds for.

    No sets are all sets; no names keep shorter entries away from the phrase.
    """

    forms: tuple[str, ...]
    names: tuple[str, ...]
    sets: frozenset[int] = frozenset()


Table = Mapping[str, tuple[Entry, ...]]
"""The entries by the first form of their phrase, the longest phrases first."""


def table(own: Mapping[str, Sequence[str]]) -> Table:
    """Return the curated entries and those of a project, by phrase as in the curated list.

    A project adds to the curated names of a phrase; with no names it takes them away.
    """
    added = tuple(_entries(own))
    unsaid = {entry.forms for entry in added if not entry.names}
    return _by_first(
        (*added, *(entry for entry in _curated().entries if entry.forms not in unsaid))
    )


def aliases(known: Table, forms: tuple[str, ...], product_set: int = 0) -> tuple[str, ...]:
    """Return the other names for what a name of a product says, each once, in its order.

    ``forms`` are the words of the name; they must have the marks of an entry's phrase.
    """
    found: dict[str, None] = {}
    passed = 0
    for place, form in enumerate(forms):
        if place >= passed and form in known:
            fitting = _longest(known[form], forms, place, product_set)
            found.update((name, None) for entry in fitting for name in entry.names)
            passed = place + len(fitting[0].forms) if fitting else place
    return tuple(found)


def unheard(own: Mapping[str, Sequence[str]], names: Iterable[str]) -> tuple[tuple[str, str], ...]:
    """Return what of a project's own list stands in no name: its key, and the thing in it.

    A thing of several names (``a = b``) is heard where any of them is. Reads only as many of
    ``names`` as it takes to hear all.
    """
    waiting: dict[tuple[str, str], None] = {}
    by_first: dict[str, list[tuple[tuple[str, ...], tuple[str, str]]]] = {}
    for key in own:
        for thing in key.split(","):
            waiting[key, thing.strip()] = None
            for forms in filter(None, map(words, thing.split("="))):
                by_first.setdefault(forms[0], []).append((forms, (key, thing.strip())))
    for name in names:
        said = words(name)
        for place, form in enumerate(said):
            for forms, thing_of in by_first.get(form, ()):
                if said[place : place + len(forms)] == forms:
                    waiting.pop(thing_of, None)
        if not waiting:
            break
    return tuple(waiting)


def gift_names() -> tuple[str, ...]:
    """Return what people call a product that is sold as a gift."""
    return _curated().gifts


def _longest(
    entries: Iterable[Entry], forms: tuple[str, ...], place: int, product_set: int
) -> list[Entry]:
    fitting: list[Entry] = []
    for entry in entries:
        size = len(entry.forms)
        if fitting and size < len(fitting[0].forms):
            break
        here = forms[place : place + size] == entry.forms
        if here and (not entry.sets or product_set in entry.sets):
            fitting.append(entry)
    return fitting


def _by_first(entries: Iterable[Entry]) -> Table:
    found: dict[str, list[Entry]] = {}
    for entry in sorted(entries, key=lambda entry: -len(entry.forms)):
        found.setdefault(entry.forms[0], []).append(entry)
    return {first: tuple(group) for first, group in found.items()}


class _Curated(Struct, frozen=True):
    """The list that comes with the program."""

    entries: tuple[Entry, ...]
    gifts: tuple[str, ...]


@cache
def _curated() -> _Curated:
    """Return that list, kept with the forms of its phrases: there are hundreds to divide."""
    stamp = f"{unidata_version} {stamp_of(_CURATED, ABBREVIATIONS, _WORDS)}"
    made = kept("search-aliases.msgpack", stamp, lambda: msgpack.encode(_read_curated()))
    return msgpack.decode(made, type=_Curated)


def _read_curated() -> _Curated:
    read = read_table(_CURATED)
    inside = (
        entry
        for sets, group in read["in_sets"].items()
        for entry in _entries(group, frozenset(map(int, sets.split())))
    )
    return _Curated((*_entries(read["anywhere"]), *inside), tuple(read["gifts"]))


def _entries(
    group: Mapping[str, Sequence[str]], sets: frozenset[int] = frozenset()
) -> Iterator[Entry]:
    """Yield an entry for each phrase: ``a = b`` are names of one thing, ``c, d`` are not."""
    for key, names in group.items():
        for things in key.split(","):
            phrases = tuple(phrase.strip() for phrase in things.split("="))
            for phrase in phrases:
                others = tuple(other for other in phrases if other != phrase)
                if forms := words(phrase):
                    yield Entry(forms, (*others, *names), sets)
