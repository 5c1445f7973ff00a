"""A list of products in a file: one to a line, with the number of copies wanted of each.

Owns the list's form and its faults. Called by :mod:`ocop.cli.choosing`.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Protocol

from ocop.cli.near import nearest
from ocop.cli.session import Session
from ocop.cli.usage import WrongUse
from ocop.diagnostics import Diagnostic
from ocop.domain.catalogue import Catalogue
from ocop.paths import EntryId, SourcePath
from ocop.text import Localised

_LINE = re.compile(r"(?P<id>\S+?)(?:[\s,;]+(?P<copies>[1-9][0-9]{0,3}))?")


class _Named(Protocol):
    @property
    def id(self) -> EntryId: ...

    @property
    def name(self) -> Localised: ...


def names_of(entries: Iterable[_Named]) -> Mapping[str, tuple[str, ...]]:
    """Return the names of entries, in whichever languages they have, by id."""
    return {one.id: tuple(one.name.values()) for one in entries}


class ProductNames:
    """The products' names by id, and the present ids of former ones."""

    def __init__(self, catalogue: Catalogue) -> None:
        products = catalogue.products.values()
        self.named = names_of(products)
        self._former = {str(old): one.id for one in products for old in one.aliases}

    def present(self, asked: str) -> EntryId:
        """Return the present id for a former one, anything else as it is."""
        return self._former.get(asked, EntryId(asked))


def read_list(
    session: Session, file: Path | None, names: ProductNames
) -> tuple[Mapping[EntryId, int], tuple[Diagnostic, ...]]:
    """Return the copies of each product that a list names, and a fault for every wrong line.

    A line is an id, present or former, and a number where several copies are wanted:
    ``tra-xanh 12``. What follows ``#`` is a note. A product named twice has the copies of both.
    :class:`WrongUse` for a file that cannot be read or names nothing.
    """
    if file is None:
        return {}, ()
    try:
        lines = (session.directory / file).read_text("utf-8-sig").splitlines()
    except (OSError, UnicodeDecodeError):
        raise WrongUse("choose.no-list", file=file) from None
    asked = [line.partition("#")[0].strip() for line in lines]
    if not any(asked):
        raise WrongUse("choose.empty-list", file=file)
    return _read(SourcePath(file.as_posix()), asked, names)


def _read(
    path: SourcePath, lines: Sequence[str], names: ProductNames
) -> tuple[Mapping[EntryId, int], tuple[Diagnostic, ...]]:
    copies: dict[EntryId, int] = {}
    faults: list[Diagnostic] = []
    for number, line in enumerate(lines, 1):
        match = _LINE.fullmatch(line)
        known = names.present(match["id"] if match else line)
        if known in names.named:
            copies[known] = copies.get(known, 0) + int((match and match["copies"]) or 1)
        elif line:
            near = ", ".join(nearest(known, names.named)) or "—"
            faults.append(Diagnostic("OCOP621", path, number, 1, {"id": known, "near": near}))
    return copies, tuple(faults)
