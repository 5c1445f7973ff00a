"""Entries that may be one and the same, for an editor to look at.

Owns what makes two entries suspect; decides nothing, for two households may well make one thing
under one name. Reads nothing; called by :mod:`ocop.cli.status`.
"""

import re
from collections.abc import Callable, Hashable, Iterable, Iterator
from itertools import combinations, pairwise
from typing import Literal, TypeVar

from msgspec import Struct

from ocop.domain.catalogue import Catalogue
from ocop.domain.producer import Producer
from ocop.domain.product import Product
from ocop.paths import EntryId
from ocop.text import Localised, fold

T = TypeVar("T")
Why = Literal["maker", "unmade", "commune", "name", "phone"]
"""What two share. Products have one name, and one maker, no maker known of one, or one commune;
producers have one name but for their kind of business, or one phone."""

_FORMS = re.compile(
    r"\b(?:lien hiep|hop tac xa|htxnn|htx|to hop tac|tht|cong ty|cty|tnhh|mtv|mot thanh vien"
    r"|trach nhiem huu han|co phan|ctcp|cp|doanh nghiep tu nhan|dntn|doanh nghiep|dn"
    r"|ho kinh doanh|ho san xuat|hkd|ho|co so san xuat|co so|cssx|san xuat|sx|nong nghiep|nn"
    r"|dich vu|dv|thuong mai|tm|va|tong hop)\b"
)
"""Words for what kind of business it is; lists write them in as many ways as there are lists."""
_FEW = 8
_WORD = re.compile(r"[a-z0-9]+")


class Twins(Struct, frozen=True):
    """Two entries of a kind that may be one, and what they share."""

    kind: Literal["product", "producer"]
    one: EntryId
    other: EntryId
    name: str
    why: Why


def duplicates(catalogue: Catalogue) -> tuple[Twins, ...]:
    """Return every two products or producers that may be one, by kind and id."""
    return (*_products(catalogue.products.values()), *_producers(catalogue.producers.values()))


def _products(products: Iterable[Product]) -> Iterator[Twins]:
    for one, other in _alike(products, lambda one: (_words(one.name), one.origin.province_now)):
        if why := _why(one, other):
            yield Twins("product", one.id, other.id, _first(one.name), why)


def _why(one: Product, other: Product) -> Why | None:
    if set(one.producers) & set(other.producers):
        return "maker"
    if not one.producers or not other.producers:
        return "unmade"
    commune = one.origin.commune_now
    return "commune" if commune and commune == other.origin.commune_now else None


def _producers(producers: Iterable[Producer]) -> Iterator[Twins]:
    listed = tuple(producers)
    named = {
        (one.id, other.id): Twins("producer", one.id, other.id, _first(one.name), "name")
        for one, other in _alike(listed, lambda one: _business(one.name))
    }
    called = {
        (one.id, other.id): Twins("producer", one.id, other.id, _first(one.name), "phone")
        for one, other in _alike(listed, lambda one: _number(one.phone or ""))
    }
    both = {**called, **named}
    yield from (both[ids] for ids in sorted(both))


def _alike(entries: Iterable[T], key: Callable[[T], Hashable]) -> Iterator[tuple[T, T]]:
    """Yield every two entries with one key; a group of many gives those beside each other."""
    groups: dict[Hashable, list[T]] = {}
    for one in entries:
        if found := key(one):
            groups.setdefault(found, []).append(one)
    for group in groups.values():
        yield from combinations(group, 2) if len(group) <= _FEW else pairwise(group)


def _words(name: Localised) -> frozenset[str]:
    return frozenset(_WORD.findall(fold(_first(name))))


def _business(name: Localised) -> frozenset[str]:
    """Return the words of a name but those for its kind of business; maybe none."""
    return frozenset(_WORD.findall(_FORMS.sub(" ", fold(_first(name)))))


def _number(phone: str) -> str:
    """Return the digits of a phone number, however it is written."""
    digits = "".join(filter(str.isdecimal, phone))
    return digits.removeprefix("84").removeprefix("0")


def _first(name: Localised) -> str:
    return next(iter(name.values()), "")
