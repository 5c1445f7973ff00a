"""Keys of the home page and of the page from which everything is found."""

from ocop.pages.artifact import Artifact
from ocop.pages.keys.entries import fairs_mark
from ocop.pages.keys.kinds import Kind
from ocop.pages.keys.marks import joined, mark
from ocop.pages.keys.places import provinces_mark
from ocop.pages.keys.products import letters_mark
from ocop.pages.keys.reading import Reading
from ocop.pages.keys.shelves import months_mark, sets_mark, stars_mark
from ocop.text import Language


def home_kind(_: Artifact) -> Kind:
    """Return the kind of the home page."""
    return HOME


def search_kind(_: Artifact) -> Kind:
    """Return the kind of the search page."""
    return SEARCH


def _home(read: Reading, artifact: Artifact) -> tuple[bytes, ...]:
    """Return the marks of the home page, which chooses among all products by all their cards."""
    catalogue = read.site.catalogue
    return (
        read.frames.of("pages/home.html", Language(str(artifact.args[0]))),
        joined(
            (
                read.all_cards(),
                _awarded(read),
                mark([one.season for one in catalogue.products.values()]),
            )
        ),
        counts_mark(read),
        fairs_mark(read),
        mark(catalogue.today),
    )


def _awarded(read: Reading) -> bytes:
    """Return the mark of when the shown stars were awarded."""
    found = (one.recognition for one in read.site.catalogue.ratings.values())
    return mark([one and one.date for one in found])


def _search(read: Reading, artifact: Artifact) -> tuple[bytes, ...]:
    language = Language(str(artifact.args[0]))
    return (
        read.frames.of("pages/search.html", language),
        letters_mark(read, language),
        counts_mark(read),
        mark(read.site.catalogue.today.month),
    )


def counts_mark(read: Reading) -> bytes:
    """Return the mark of what the catalogue counts, altogether and by every way into it."""
    catalogue = read.site.catalogue

    def made() -> bytes:
        whole = (len(catalogue.products), len(catalogue.producers), len(catalogue.by_commune))
        parts = (sets_mark(read), stars_mark(read), months_mark(read), provinces_mark(read))
        return joined((mark(whole), *parts))

    return read.once("counts", made)


HOME = Kind("home", ("frame", "cards", "counts", "fairs", "today"), _home)
SEARCH = Kind("search", ("frame", "letters", "counts", "today"), _search)
