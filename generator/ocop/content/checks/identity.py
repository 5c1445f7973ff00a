"""What must be unique: former ids, short codes, barcodes, product codes, names, places."""

from collections.abc import Callable, Iterator, Mapping
from itertools import chain
from operator import itemgetter

from ocop.content.records import Records
from ocop.diagnostics import Diagnostic
from ocop.domain.product import Product
from ocop.domain.short_code import computed, oldest_id, short_code
from ocop.paths import EntryId
from ocop.source.entry import Kind


def check(records: Records) -> Iterator[Diagnostic]:
    """Find two entries with one address, number, name or place."""
    return chain(
        _aliases(records),
        _short_codes(records),
        _twice(records, "OCOP215", "gtin", lambda product: product.gtin and product.gtin.zfill(14)),
        _twice(records, "OCOP216", "code", lambda product: product.code),
        _twins(records),
        _places(records),
    )


def _aliases(records: Records) -> Iterator[Diagnostic]:
    owners: dict[tuple[Kind, EntryId], EntryId] = {}
    for (kind, key), leaf in sorted(records.leaves.items(), key=itemgetter(0)):
        for where, alias in leaf.aliases:
            if (kind, alias) in records.leaves:
                yield records.document(kind, key).fault("OCOP205", where, found=alias)
            elif owners.setdefault((kind, alias), key) != key:
                other = owners[kind, alias]
                yield records.document(kind, key).fault("OCOP206", where, found=alias, other=other)


def _short_codes(records: Records) -> Iterator[Diagnostic]:
    owners: dict[str, EntryId] = {}
    seen: set[EntryId] = set()
    for key, product in sorted(records.products.items()):
        if oldest_id(product) in seen and not product.short:
            continue  # two claims to one former id are reported as such
        seen.add(oldest_id(product))
        code = short_code(product)
        if owners.setdefault(code, key) != key:
            yield records.document("product", key).fault(
                "OCOP207",
                ("short",),
                found=code,
                other=owners[code],
                suggestion=_free(key, records.products),
            )


def _free(key: EntryId, products: Mapping[EntryId, Product]) -> str:
    """Return a short code that no product has."""
    taken = {short_code(product) for product in products.values()}
    number = 2
    while (code := computed(f"{key}-{number}")) in taken:
        number += 1
    return code


def _twice(
    records: Records, code: str, key: str, value_of: Callable[[Product], str | None]
) -> Iterator[Diagnostic]:
    owners: dict[str, EntryId] = {}
    for product in sorted(records.products.values(), key=lambda product: product.id):
        value = value_of(product)
        if value and owners.setdefault(value, product.id) != product.id:
            yield records.document("product", product.id).fault(
                code, (key,), found=getattr(product, key), other=owners[value]
            )


def _twins(records: Records) -> Iterator[Diagnostic]:
    """Find products of one name by the same producers."""
    owners: dict[tuple[str, tuple[EntryId, ...]], EntryId] = {}
    for key, product in sorted(records.products.items()):
        other = owners.setdefault(_identity(product, records), key)
        if other != key:
            document = records.document("product", key)
            yield document.fault("OCOP214", ("name",), key=True, other=other)


def _identity(product: Product, records: Records) -> tuple[str, tuple[EntryId, ...]]:
    name = product.name.get(records.config.language, "")
    # Two products of unknown producers may share a name; they are not twins for that.
    makers = tuple(sorted(product.producers)) or (product.id,)
    return " ".join(name.casefold().split()) or product.id, makers


def _places(records: Records) -> Iterator[Diagnostic]:
    owners: dict[str, EntryId] = {}
    for key, place in sorted(records.places.items()):
        if owners.setdefault(place.code, key) != key:
            where = ("commune",) if place.commune else ("province",)
            yield records.document("place", key).fault(
                "OCOP219", where, found=place.code, other=owners[place.code]
            )
