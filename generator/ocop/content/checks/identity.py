"""What must be unique: former ids, short codes, barcodes, product codes, names, places."""

from collections.abc import Callable, Iterator, Mapping
from itertools import chain
from operator import itemgetter

from ocop.content.leaf import Leaf
from ocop.content.records import Records
from ocop.diagnostics import Diagnostic
from ocop.domain.short_code import computed, oldest_id
from ocop.paths import EntryId
from ocop.source.entry import Kind


def check(records: Records) -> Iterator[Diagnostic]:
    """Find two entries with one address, number, name or place."""
    return chain(_aliases(records), _claims(records))


def _aliases(records: Records) -> Iterator[Diagnostic]:
    owners: dict[tuple[Kind, EntryId], EntryId] = {}
    for (kind, key), leaf in sorted(records.leaves.items(), key=itemgetter(0)):
        for where, alias in leaf.aliases:
            if (kind, alias) in records.leaves:
                yield records.document(kind, key).fault("OCOP205", where, found=alias)
            elif owners.setdefault((kind, alias), key) != key:
                other = owners[kind, alias]
                yield records.document(kind, key).fault("OCOP206", where, found=alias, other=other)


def _claims(records: Records) -> Iterator[Diagnostic]:
    """Find claims that two entries make; the first of them by id keeps it."""
    owners: dict[tuple[str, str], EntryId] = {}
    for _, leaf in sorted(records.leaves.items(), key=itemgetter(0)):
        for claim in leaf.claims.items():
            other = owners.setdefault(claim, leaf.id)
            if other != leaf.id:
                yield from _FAULTS[claim[0]](records, leaf, other)


def _short(records: Records, leaf: Leaf, other: EntryId) -> Iterator[Diagnostic]:
    product = records.products[leaf.id]
    if not product.short and oldest_id(product) == oldest_id(records.products[other]):
        return  # two claims to one former id are reported as such
    yield records.document("product", leaf.id).fault(
        "OCOP207",
        ("short",),
        found=leaf.claims["short"],
        other=other,
        suggestion=_free(leaf.id, records),
    )


def _free(key: EntryId, records: Records) -> str:
    """Return a short code that no product has."""
    taken = {leaf.claims.get("short") for leaf in records.leaves.values()}
    number = 2
    while (code := computed(f"{key}-{number}")) in taken:
        number += 1
    return code


def _number(code: str, key: str) -> Callable[[Records, Leaf, EntryId], Iterator[Diagnostic]]:
    def fault(records: Records, leaf: Leaf, other: EntryId) -> Iterator[Diagnostic]:
        found = getattr(records.products[leaf.id], key)
        yield records.document("product", leaf.id).fault(code, (key,), found=found, other=other)

    return fault


def _twin(records: Records, leaf: Leaf, other: EntryId) -> Iterator[Diagnostic]:
    document = records.document("product", leaf.id)
    yield document.fault("OCOP214", ("name",), key=True, other=other)


def _place(records: Records, leaf: Leaf, other: EntryId) -> Iterator[Diagnostic]:
    where = ("commune",) if records.places[leaf.id].commune else ("province",)
    document = records.document("place", leaf.id)
    yield document.fault("OCOP219", where, found=leaf.claims["place"], other=other)


_FAULTS: Mapping[str, Callable[[Records, Leaf, EntryId], Iterator[Diagnostic]]] = {
    "short": _short,
    "gtin": _number("OCOP215", "gtin"),
    "code": _number("OCOP216", "code"),
    "name": _twin,
    "place": _place,
}
