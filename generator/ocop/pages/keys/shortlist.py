"""Keys of the market list's page and of the files of facts and fairs behind it."""

from ocop.pages.artifact import Artifact
from ocop.pages.fair_walks import walked
from ocop.pages.keys import days
from ocop.pages.keys.entries import fairs_mark
from ocop.pages.keys.kinds import Kind
from ocop.pages.keys.marks import joined, mark
from ocop.pages.keys.reading import Reading
from ocop.pages.picked import held
from ocop.pages.views.shortlist import letter_languages
from ocop.text import Language


def kind_of(artifact: Artifact) -> Kind:
    """Return the kind of an artifact of the view of the market list."""
    return {"facts": FACTS, "fairs": WALKS}.get(str(artifact.args[0]), SHORTLIST)


def _page(read: Reading, artifact: Artifact) -> tuple[bytes, ...]:
    language = Language(str(artifact.args[1]))
    return (
        read.frames.of("pages/shortlist.html", language),
        _words(read, letter_languages(read.site)),
        mark(len(held(read.site))),
        mark(bool(walked(read.site))),
    )


def _walks(read: Reading, _: Artifact) -> tuple[bytes, ...]:
    return _words(read, read.site.config.languages), fairs_mark(read)


def _facts(read: Reading, artifact: Artifact) -> tuple[bytes, ...]:
    site, files = read.site, held(read.site)
    one = files[int(artifact.args[1])]
    products, ratings = one.products.values(), site.catalogue.ratings
    return (
        _words(read, site.config.languages),
        mark(len(files)),
        joined((mark(one.elsewhere), *(read.products[each.id].facts for each in products))),
        mark([days.shown_stars(ratings[each.id]) for each in products]),
        joined([read.makers(each.producers) for each in products]),
        joined([read.pictures(each.photos[:1]) for each in products]),
    )


def _words(read: Reading, languages: tuple[Language, ...]) -> bytes:
    return read.once(("words", languages), lambda: joined([*map(read.frames.words, languages)]))


SHORTLIST = Kind("shortlist", ("frame", "letters", "files", "fairs"), _page)
FACTS = Kind("picked", ("texts", "files", "facts", "today", "makers", "photos"), _facts)
WALKS = Kind("walks", ("texts", "fairs"), _walks)
