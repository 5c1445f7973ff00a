"""Trade sheets that lie in the project, made earlier by ``ocop sheets``: which still hold.

Owns their names and what a sheet depends on. A name ends with the digest of the facts that the
sheet tells, so that a build links no sheet that tells what no longer holds. Knows nothing of
their making. Called by checks, the build, product pages and :mod:`ocop.fair.sheets`.
"""

from collections.abc import Iterator, Mapping
from pathlib import Path

from msgspec import Struct

from ocop.config import Config
from ocop.diagnostics import Diagnostic
from ocop.domain.catalogue import Catalogue
from ocop.domain.product import Product
from ocop.pages.here import Here
from ocop.pages.keys import days
from ocop.pages.keys.marks import joined, mark
from ocop.pages.keys.records import facts_mark
from ocop.pages.paper_links import PaperLink, paper_link
from ocop.papers.sheet import Sheet
from ocop.paths import EntryId, SitePath, SourcePath
from ocop.patterns import late
from ocop.source.inside import signature
from ocop.text import Language

FOLDER = "sheets"
"""Where a project keeps its sheets, and where the site has them."""

_NAME = late(r"([a-z0-9-]{1,80})\.([A-Za-z-]{2,12})\.([0-9a-f]{16})\.pdf")

_MAGIC = b"%PDF-"


class Standing(Struct, frozen=True):
    """The sheets of a project.

    ``good`` are those that hold, by the name by which pages ask for them: their file, and what
    is published. ``old`` tell what no longer holds; ``strange`` are no sheets.
    """

    good: Mapping[SourcePath, tuple[SourcePath, Sheet]]
    old: tuple[SourcePath, ...] = ()
    strange: tuple[SourcePath, ...] = ()


class SheetLink(Struct, frozen=True):
    """The way to a sheet, in the language that it is in; ``spoken`` if the page is in another."""

    link: PaperLink
    label: str
    language: Language
    spoken: Language | None


def facts_digest(config: Config, catalogue: Catalogue, product: Product) -> str:
    """Return the digest, 16 hex digits, of all that the sheet of ``product`` tells today."""
    shown = (config.title, config.publisher, config.short_url)
    today = catalogue.today
    told = (
        days.decided(product, catalogue.ratings[product.id]),
        days.lapsed(product.certificates, today),
        shown,
        config.notices.get(product.set),
    )
    makers = (facts_mark(catalogue.producers[one]) for one in product.producers)
    return joined((facts_mark(product), *makers, mark(told))).hex()


def sheet_file(product: EntryId, language: Language, digest: str) -> str:
    """Return the name of the file of a sheet in :data:`FOLDER`."""
    return f"{product}.{language}.{digest}.pdf"


def sheet_source(product: EntryId, language: Language) -> SourcePath:
    """Return the name by which pages ask for a sheet, whatever it tells."""
    return SourcePath(f"{FOLDER}/{product}.{language}")


def standing(project: Path, config: Config, catalogue: Catalogue) -> Standing:
    """Return which sheets of a project hold today."""
    good: dict[SourcePath, tuple[SourcePath, Sheet]] = {}
    old: list[SourcePath] = []
    strange: list[SourcePath] = []
    for name in _names(project):
        source, found = SourcePath(f"{FOLDER}/{name}"), _NAME.fullmatch(name)
        size = _size(project, source)
        if found is None or size is None:
            strange.append(source)
            continue
        entry, language = EntryId(found[1]), Language(found[2])
        product = catalogue.products.get(entry) if language in config.languages else None
        if product and facts_digest(config, catalogue, product) == found[3]:
            good[sheet_source(entry, language)] = source, Sheet(SitePath(source), size)
        else:
            old.append(source)
    return Standing(good, tuple(old), tuple(strange))


def sheet_faults(project: Path, config: Config, catalogue: Catalogue) -> Iterator[Diagnostic]:
    """Yield one warning for all sheets that no longer hold, and one for each strange file."""
    found = standing(project, config, catalogue)
    if found.old:
        yield Diagnostic("OCOP642", found.old[0], args={"count": str(len(found.old))})
    for path in found.strange:
        yield Diagnostic("OCOP643", path)


def sheet_links(here: Here, product: Product) -> tuple[SheetLink, ...]:
    """Return the ways to the sheets of a product, that in the page's language first."""
    if not here.site.papers:
        return ()
    codes = sorted(here.site.config.languages, key=lambda code: code != here.language)
    return tuple(_links(here, product, codes))


def _links(here: Here, product: Product, codes: list[Language]) -> Iterator[SheetLink]:
    for code in codes:
        if link := paper_link(here, sheet_source(product.id, code)):
            label = here.press.texts_in(code)("sheets.link")
            yield SheetLink(link, label, code, None if code == here.language else code)


def _names(project: Path) -> list[str]:
    """Return the names in the folder; such as begin with a dot are none of ours."""
    try:
        names = [one.name for one in (project / FOLDER).iterdir()]
    except OSError:  # there is no such folder
        return []
    return sorted(name for name in names if not name.startswith("."))


def _size(project: Path, source: SourcePath) -> int | None:
    """Return the length of a PDF; None for a link, a folder and anything that is none."""
    found = signature(project, source)
    if found is None:
        return None
    try:
        with (project / source).open("rb") as file:
            return found[0] if file.read(len(_MAGIC)) == _MAGIC else None
    except OSError:
        return None
