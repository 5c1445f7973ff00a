"""Keys of the lists by industry, set, star level and month, and of the page of industries."""

from ocop.domain.taxonomy import INDUSTRIES, SETS
from ocop.pages.artifact import Artifact
from ocop.pages.keys.kinds import Kind
from ocop.pages.keys.marks import mark
from ocop.pages.keys.reading import Reading
from ocop.text import Language

_CODES = tuple(INDUSTRIES)


def kind_of(artifact: Artifact) -> Kind:
    """Return the kind of an artifact of the view of these lists."""
    return OVERVIEW if artifact.args[0] == "industries" else SHELF


def _overview(read: Reading, artifact: Artifact) -> tuple[bytes, ...]:
    language = Language(str(artifact.args[1]))
    return read.frames.of("pages/industries.html", language), sets_mark(read)


def _shelf(read: Reading, artifact: Artifact) -> tuple[bytes, ...]:
    kind, language = str(artifact.args[0]), Language(str(artifact.args[1]))
    number, page = int(artifact.args[2]), int(artifact.args[3])
    which = _CODES[number - 1] if kind == "industry" else number
    shelves = read.shelves(language)
    beside = read.once(("beside", kind), lambda: _beside(read, kind))
    return (
        read.frames.of(f"pages/{kind}.html", language),
        shelves.page(kind, which, page),
        read.told(len(shelves.ids(kind, which)), beside),
    )


def _beside(read: Reading, kind: str) -> bytes:
    """Return the mark of the counts of the lists that are offered beside one of a kind."""
    if kind == "stars":
        return stars_mark(read)
    if kind == "season":
        return mark((months_mark(read), read.site.catalogue.whole_year))
    return sets_mark(read)


def sets_mark(read: Reading) -> bytes:
    """Return the mark of how many products each set has."""
    by_set = read.site.catalogue.by_set
    return read.once("sets", lambda: mark([len(by_set.get(one, ())) for one in SETS]))


def stars_mark(read: Reading) -> bytes:
    """Return the mark of how many products each star level has."""
    by_stars = read.site.catalogue.by_stars
    return read.once("stars", lambda: mark([len(by_stars.get(one, ())) for one in (5, 4, 3)]))


def months_mark(read: Reading) -> bytes:
    """Return the mark of how many products are in season in each month."""
    by_month = read.site.catalogue.by_month
    return read.once("months", lambda: mark([len(by_month.get(n, ())) for n in range(1, 13)]))


OVERVIEW = Kind("industries", ("frame", "counts"), _overview)
SHELF = Kind("shelf", ("frame", "cards", "counts"), _shelf)
