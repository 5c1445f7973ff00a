"""The first half of every command: read the whole project and find all its faults.

Owns which checks make up "the content is good": form, types, relations, Markdown, templates,
photos and papers. Publishes nothing. Called by :mod:`ocop.build`.
"""

import datetime as dt
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import chain
from pathlib import Path

from msgspec import Struct, field

from ocop.config import Config
from ocop.content.kept import Grown
from ocop.content.load import relate
from ocop.content.reader import Reader
from ocop.diagnostics import Diagnostic, has_errors, in_order
from ocop.domain.catalogue import Catalogue
from ocop.domain.producer import Producer
from ocop.domain.product import Product
from ocop.pages.logo import logo_files
from ocop.pages.template_faults import check_templates
from ocop.pages.trade_sheets import sheet_faults
from ocop.pages.untold import listing, untold
from ocop.papers.desk import check_papers
from ocop.paths import EntryId
from ocop.photos.identify import check_photos
from ocop.project import CACHE, PACKAGE, template_folders
from ocop.reading import document, read_leaves
from ocop.schema.config import read_config
from ocop.source.document import Document
from ocop.source.project import read_config_document
from ocop.source.walk import read_content
from ocop.state.content import Seen
from ocop.state.program import program_mark

Progress = Callable[[str, int, int], None]
"""Told of a stage's name, how much of it is done and how much there is."""


class Checked(Struct, frozen=True):
    """What checking found; settings and catalogue exist only when there is no error.

    ``marks`` are those of the records in the catalogue, by kind and id.
    """

    diagnostics: tuple[Diagnostic, ...]
    config: Config | None = None
    catalogue: Catalogue | None = None
    counts: Mapping[str, int] = field(default_factory=dict)
    marks: Mapping[str, Mapping[EntryId, bytes]] = field(default_factory=dict)


def check_all(
    project: Path,
    today: dt.date,
    base_url: str | None,
    drafts: bool,
    jobs: int,
    progress: Progress,
    seen: Seen,
    developing: bool = False,
) -> Checked:
    """Read and check a project; every fault of every file is found in one run.

    With ``developing``, the pixels of the catalogue's photos are left to the step that develops
    them next, if there is no error and it will be taken.
    """
    progress("read", 0, 0)
    settings, unread = read_config_document(project)
    config, unset = read_config(settings, base_url) if settings else (None, ())
    found = [*unread, *unset, *check_templates(template_folders(project))]
    if config is None:
        return _without_settings(project, found)
    if settings and config.publisher.logo and not logo_files(project, config):
        found.append(settings.fault("OCOP508", ("publisher", "logo"), file=config.publisher.logo))
    found += _untold(project, settings, config) if settings else ()
    reader = Reader(project, config, today)
    read = read_leaves(
        reader,
        seen,
        program_mark(PACKAGE),
        jobs,
        lambda done, total: progress("read", done, total),
    )
    progress("check", 0, 0)
    leaves, lost = read.leaves, read.faults
    counts: Counter[str] = Counter(leaf.kind for leaf, _ in leaves)
    catalogue, unfit = relate(
        leaves, config, today, lambda *entry: document(reader, *entry), drafts=drafts
    )
    found += (*lost, *unfit)
    if settings and catalogue:
        found += _unheard(settings, config, catalogue)
        found += sheet_faults(project, config, catalogue)
    found += check_papers(
        project,
        chain.from_iterable(leaf.papers for leaf, _ in leaves),
        project / CACHE / "papers",
    )
    progress("photos", 0, 0)
    shown = catalogue.photos if developing and catalogue and not has_errors(found) else ()
    found += check_photos(
        project,
        tuple(chain.from_iterable(leaf.photos for leaf, _ in leaves)),
        config.photos,
        project / CACHE / "photos",
        jobs,
        lambda done, total: progress("photos", done, total),
        later=frozenset(photo.file for photo in shown),
    )
    faults = in_order(found)
    if has_errors(faults):
        return Checked(faults, counts=counts)
    return Checked(faults, config, catalogue, counts, _marks(leaves, catalogue))


def _unheard(settings: Document, config: Config, catalogue: Catalogue) -> Iterator[Diagnostic]:
    """Yield the project's own names for the search that can help no product."""
    if not config.search.aliases or not catalogue.products:
        return
    from ocop.search.aliases import unheard  # reads the abbreviations: only for who has such names

    names = (name for one in catalogue.products.values() for name in one.name.values())
    for key, thing in unheard(config.search.aliases, names):
        yield settings.fault("OCOP509", ("search", "aliases", key), key=True, phrase=thing)


def _untold(project: Path, settings: Document, config: Config) -> Iterator[Diagnostic]:
    """Yield a warning for every language of the site that lacks texts of the interface."""
    folders = template_folders(project)
    for code in config.languages:
        if keys := untold(folders, code):
            yield settings.fault(
                "OCOP512", ("languages",), language=code, count=len(keys), keys=listing(keys)
            )


def _marks(
    leaves: Iterable[Grown], catalogue: Catalogue | None
) -> Mapping[str, Mapping[EntryId, bytes]]:
    """Return the marks of the records that stand in the catalogue as their entries state them.

    As copies: the leaves will be gone, and whatever is left of them keeps the memory around it.
    """
    found: dict[str, dict[EntryId, bytes]] = {"product": {}, "producer": {}}
    stated: dict[str, Mapping[EntryId, Product | Producer]] = {}
    if catalogue:
        stated = {"product": catalogue.products, "producer": catalogue.producers}
    for leaf, record in leaves:
        one = stated[leaf.kind].get(leaf.id) if leaf.kind in stated else None
        if one is not None and one is record:
            found[leaf.kind][one.id] = bytes(memoryview(leaf.marks))
    return found


def _without_settings(project: Path, found: list[Diagnostic]) -> Checked:
    """Return the faults of form: what entries mean hangs on the settings."""
    entries, lost = read_content(project)
    return Checked(in_order((*found, *lost)), counts=Counter(entry.kind for entry in entries))
