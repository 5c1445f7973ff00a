"""What is handed over: chosen products and their producers, as their files state them now.

Owns that nothing private goes with them unless it was asked for. Called by the command line; the
forms of handing over take what it returns.
"""

import errno
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

from ocop.content.named import beside, ids_at
from ocop.content.typed import MODELS
from ocop.domain.catalogue import Catalogue
from ocop.domain.product import Product
from ocop.editors.handing.facts import Facts, facts_of
from ocop.paths import EntryId, SourcePath
from ocop.source.document import Tree
from ocop.source.entry import Entry
from ocop.source.listing import list_entry
from ocop.source.walk import read_entry
from ocop.text import Language, Localised, localise, sort_key

Listed = Literal["product", "producer"]


class Handed(Struct, frozen=True):
    """One entry: its facts, and ``tree`` as written; ``stories`` also those in files beside it.

    ``files`` are the photos and papers that it names and has, relative to the project.
    """

    kind: Listed
    id: EntryId
    folder: SourcePath
    facts: Facts
    tree: Mapping[str, Tree]
    stories: Mapping[Language, str]
    files: tuple[SourcePath, ...]

    @property
    def name(self) -> Localised:
        """Its name by language."""
        name = self.facts["name"]
        assert isinstance(name, dict)
        return {Language(code): str(text) for code, text in name.items()}


class Handover(Struct, frozen=True):
    """Products in their order, producers by name; ``language`` is the site's first.

    ``private`` tells whether what producers keep to themselves is here; ``keeping`` counts the
    producers that keep something.
    """

    products: Sequence[Handed]
    producers: Sequence[Handed]
    language: Language
    private: bool = False
    keeping: int = 0

    def __iter__(self) -> Iterator[Handed]:
        """Yield all entries."""
        yield from self.products
        yield from self.producers


def handover(
    project: Path,
    catalogue: Catalogue,
    products: Sequence[Product],
    language: Language,
    *,
    producers: Iterable[EntryId] | None = None,
    private: bool = False,
) -> Handover:
    """Read the chosen ``products`` and their producers, or just the ``producers`` named.

    The files must be right: what cannot be read any more is an OSError.
    """
    makers = _makers(catalogue, products) if producers is None else tuple(producers)
    read = [_read(project, "producer", one) for one in makers]
    kept = [_private(one) for one in read]
    people = [
        _handed(one, language, () if private else keys)
        for one, keys in zip(read, kept, strict=True)
    ]
    return Handover(
        [
            _handed(_published(_read(project, "product", one.id), catalogue), language)
            for one in products
        ],
        sorted(people, key=lambda one: (_order(one, language), one.id)),
        language,
        private,
        sum(map(bool, kept)),
    )


def _makers(catalogue: Catalogue, products: Iterable[Product]) -> tuple[EntryId, ...]:
    """Return each producer of some products once, those that the catalogue has."""
    found = dict.fromkeys(maker for one in products for maker in one.producers)
    return tuple(maker for maker in found if maker in catalogue.producers)


def _read(project: Path, kind: Listed, entry: EntryId) -> Entry:
    found, _ = list_entry(project, (kind, entry))
    read, _ = read_entry(project, found)
    if read.broken:
        raise OSError(errno.EIO, "changed while it was read", str(project / found.document))
    return read


def _published(entry: Entry, catalogue: Catalogue) -> Entry:
    """Return a product without the producers that stay behind because they are drafts."""
    told = [one for _, one in ids_at(entry.document.data.get("producer"), ())]
    makers: Tree = [one for one in told if one in catalogue.producers]
    if not told or makers == told:
        return entry
    data = {key: part for key, part in entry.document.data.items() if key != "producer"}
    if makers:
        data["producer"] = makers
    return replace(entry, document=replace(entry.document, data=data))


def _handed(entry: Entry, language: Language, kept: Iterable[str] = ()) -> Handed:
    """Return an entry without the keys that are ``kept`` back, nor what only they name."""
    data = {key: part for key, part in entry.document.data.items() if key not in set(kept)}
    photos, papers = beside(replace(entry, document=replace(entry.document, data=data)))
    kind: Listed = "product" if entry.kind == "product" else "producer"
    stories = {} if "story" in set(kept) else entry.stories
    return Handed(
        kind,
        entry.id,
        entry.folder,
        facts_of(MODELS[kind], data, language),
        data,
        {code: one.text for code, one in stories.items() if one.text.strip()},
        tuple(dict.fromkeys((*photos, *papers))),
    )


def _private(entry: Entry) -> tuple[str, ...]:
    """Return the keys that a producer keeps to itself, and the one that names them."""
    kept = entry.document.data.get("private")
    return ("private", *(str(key).strip() for key in kept)) if isinstance(kept, list) else ()


def _order(one: Handed, language: Language) -> object:
    return sort_key(localise(one.name, language, language)[0])
