"""Keys of producer pages and of the list of them."""

from ocop.domain.producer import Producer
from ocop.pages.artifact import Artifact
from ocop.pages.keys import days
from ocop.pages.keys.kinds import Kind
from ocop.pages.keys.marks import NONE, joined, mark
from ocop.pages.keys.reading import Reading
from ocop.pages.lists import on_page
from ocop.pages.producer_list import everybody
from ocop.paths import EntryId
from ocop.text import Language


def kind_of(artifact: Artifact) -> Kind:
    """Return the kind of an artifact of the view of producers."""
    return PRODUCER if artifact.args[0] == "one" else LIST


def _producer(read: Reading, artifact: Artifact) -> tuple[bytes, ...]:
    language, entry = Language(str(artifact.args[1])), EntryId(str(artifact.args[2]))
    catalogue, marks = read.site.catalogue, read.producers[entry]
    producer = catalogue.producers[entry]
    fairs = catalogue.fairs_of_producer.get(entry, ())
    lapsed = days.lapsed(producer.certificates, catalogue.today)
    papers = (one.file for one in producer.certificates)
    return (
        read.frames.of("pages/producer.html", language),
        marks.facts,
        marks.story,
        mark(lapsed) if lapsed else NONE,
        read.place(producer.origin),
        read.cards_of(catalogue.by_producer.get(entry, ())),
        read.fairs(fairs) if fairs else NONE,
        read.files(producer.photos, papers),
    )


def _list(read: Reading, artifact: Artifact) -> tuple[bytes, ...]:
    language = Language(str(artifact.args[1]))
    found = everybody(read.here(language))
    shown = on_page(found, int(artifact.args[2]))
    return (
        read.frames.of("pages/producers.html", language),
        joined([_row(read, one) for one in shown]),
        mark(len(found)),
    )


def _row(read: Reading, producer: Producer) -> bytes:
    """Return the mark of a producer's row: who, where, and the face of its first product."""
    products = read.site.catalogue.by_producer.get(producer.id, ())
    photos = producer.photos or next((one.photos for one in products if one.photos), ())
    first = (products[0].id, products[0].set) if products else None
    shown = (producer.origin, len(products), first, photos[:1])
    return joined((read.producers[producer.id].head, mark(shown), read.pictures(photos[:1])))


PRODUCER = Kind(
    "producer",
    ("frame", "facts", "story", "today", "place", "cards", "fairs", "files"),
    _producer,
)
LIST = Kind("producers", ("frame", "rows", "counts"), _list)
