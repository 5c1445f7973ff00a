"""What a product's record should say: who makes it, and which of its values are guesses."""

from collections.abc import Iterator

from ocop.content.records import Records
from ocop.diagnostics import Diagnostic
from ocop.source.entry import Entry


def check(records: Records) -> Iterator[Diagnostic]:
    """Find products without a producer, or with guesses about absent keys."""
    for key, product in records.products.items():
        if not product.producers and product.path not in records.unsound:
            yield records.document("product", key).fault("OCOP213", ("producer",))
    if records.entry and records.entry.kind == "product":
        yield from _guesses(records.entry)


def _guesses(entry: Entry) -> Iterator[Diagnostic]:
    guessed = entry.document.data.get("guessed")
    for place, key in enumerate(guessed if isinstance(guessed, list) else ()):
        if isinstance(key, str) and key.strip() and key.strip() not in entry.document.data:
            yield entry.document.fault("OCOP217", ("guessed", place), found=key.strip())
