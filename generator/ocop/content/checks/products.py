"""What a product's record should say: who makes it, once, and which of its values are guesses."""

from collections.abc import Iterator

from ocop.content.records import Records
from ocop.diagnostics import Diagnostic
from ocop.domain.product import Product
from ocop.paths import EntryId
from ocop.source.entry import Entry


def check(records: Records) -> Iterator[Diagnostic]:
    """Find products without a producer, listed twice, or with guesses about absent keys."""
    twins: dict[tuple[str, tuple[EntryId, ...]], EntryId] = {}
    for key, product in sorted(records.products.items()):
        document = records.document("product", key)
        if not product.producers and document.path not in records.unsound:
            yield document.fault("OCOP213", ("producer",))
        other = twins.setdefault(_identity(product, records), key)
        if other != key:
            yield document.fault("OCOP214", ("name",), key=True, other=other)
    for (kind, _), entry in records.entries.items():
        if kind == "product":
            yield from _guesses(entry)


def _identity(product: Product, records: Records) -> tuple[str, tuple[EntryId, ...]]:
    name = product.name.get(records.config.language, "")
    # Two products of unknown producers may share a name; they are not twins for that.
    makers = tuple(sorted(product.producers)) or (product.id,)
    return " ".join(name.casefold().split()) or product.id, makers


def _guesses(entry: Entry) -> Iterator[Diagnostic]:
    guessed = entry.document.data.get("guessed")
    for place, key in enumerate(guessed if isinstance(guessed, list) else ()):
        if isinstance(key, str) and key.strip() and key.strip() not in entry.document.data:
            yield entry.document.fault("OCOP217", ("guessed", place), found=key.strip())
