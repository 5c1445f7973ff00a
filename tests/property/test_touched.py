"""What an edit of a product's words can change is known beforehand: its reach holds every page."""

from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

import pytest
from msgspec.structs import fields, replace

from ocop.domain.catalogue import Catalogue
from ocop.domain.product import Product
from ocop.pages.alike import line_of
from ocop.pages.artifact import Artifact
from ocop.pages.here import Here
from ocop.pages.keys.all import keys_of
from ocop.pages.lists import everything, ids_in, order
from ocop.pages.plan import VIEWS, make, plan
from ocop.pages.product_list import begins
from ocop.pages.respelt import Piece, Unfit, pieces_of, respelt
from ocop.pages.site import Site
from ocop.pages.touched import (
    ELSEWHERE,
    NOT_BY_WORDS,
    TOLD,
    WORDS,
    Orders,
    only_words,
    touched,
)
from ocop.paths import EntryId, SitePath
from support.rich_site import edits, rich_site
from support.small_site import both

SPELT = ("data", "feeds", "kiosk", "shortlist")
"""Views with files in which each product has a piece."""

EDITED = ("tra", "mat", "p00", "p31")


def orders_of(site: Site) -> Orders:
    """The orders of the products of a site."""
    heres = [Here(site, code, SitePath("")) for code in site.config.languages]
    return Orders(
        {here.language: ids_in(everything(here)) for here in heres},
        {here.language: list(order(here)) for here in heres},
        line_of(site).ids,
    )


@cache
def before() -> tuple[Site, Orders, Mapping[SitePath, bytes], Mapping[SitePath, bytes]]:
    """The rich site, its orders, keys and bytes."""
    site = rich_site()
    artifacts = plan(site)
    made = {one.path: make(site, one) for one in artifacts if one.view != "index"}
    return site, orders_of(site), keys_of(site, artifacts).by_path, made


@cache
def letters_before() -> list[Mapping[str, int]]:
    """Where each letter of the rich site begins."""
    return letters(before()[0])


def letters(site: Site) -> list[Mapping[str, int]]:
    """Where each letter begins, by language; other letters go the whole way."""
    return [begins(Here(site, code, SitePath(""))) for code in site.config.languages]


def with_product(one: Product) -> Site:
    """The rich site with another state of a product."""
    site = before()[0]
    known = {each.name: getattr(site.catalogue, each.name) for each in fields(Catalogue)}
    products = {**known["products"], one.id: one}
    return replace(site, catalogue=Catalogue(**{**known, "products": products}))


def cases() -> Iterator[Any]:
    """Edits of every field that holds words, and names that move a product far."""
    products = rich_site().catalogue.products
    for key in EDITED:
        one = products[EntryId(key)]
        for said, edited in edits(one):
            if said.partition(" ")[0].partition(".")[0] in WORDS:
                yield pytest.param(one, edited, id=f"{key} {said}")
        for name in ("Ấm", "Ý dĩ", "Product 30"):
            yield pytest.param(one, replace(one, name=both(name, name)), id=f"{key} {name}")


@pytest.mark.parametrize(("was", "now"), tuple(cases()))
def test_no_page_beyond_the_reach_of_its_words_tells_of_a_product(
    was: Product, now: Product
) -> None:
    _, then, keys, made = before()
    expected, site = letters_before(), with_product(now)
    if not only_words(was, now, site) or letters(site) != expected:
        return  # the whole way is gone
    reached = {one.path for one in touched(site, then, orders_of(site), {was.id: was})}
    artifacts = plan(site)
    after = keys_of(site, artifacts).by_path

    assert after.keys() == keys.keys()
    others = (one for one in artifacts if after[one.path] != keys[one.path])
    stale = [
        one.path
        for one in others
        if one.path not in reached
        and one.view not in ELSEWHERE
        and not is_spelt(one)
        and make(site, one) != made[one.path]
    ]
    assert stale == []


def is_spelt(one: Artifact) -> bool:
    return one.view in SPELT and one.args[0] != "page"


@pytest.mark.parametrize(("was", "now"), tuple(cases())[::4])
def test_files_of_pieces_are_respelt_as_they_would_be_made(was: Product, now: Product) -> None:
    made = before()[3]
    site = with_product(now)
    if not only_words(was, now, site):
        return  # the whole way is gone
    pieces: dict[SitePath, list[Piece]] = {}
    for path, piece in pieces_of(site, was, now):
        pieces.setdefault(path, []).append(piece)
    for one in plan(site):
        if is_spelt(one):
            assert respelt(made[one.path], pieces.get(one.path, ())) == make(site, one), one.path


def test_most_edits_are_of_words_alone() -> None:
    found = [
        only_words(was, now, with_product(now)) for was, now in (one.values for one in cases())
    ]

    assert sum(found) > len(found) // 2


def test_a_piece_that_is_not_there_once_is_refused() -> None:
    for content in (b"[]", b"[a, a]"):
        with pytest.raises(Unfit, match="a"):
            respelt(content, [Piece(b"a", b"b")])
    assert respelt(b"[]", [Piece(b"a", b"b", sign=b"id")]) == b"[]"


def test_every_view_is_one_whose_reach_is_known() -> None:
    """Who adds a view says here where a product's words show in it; else every edit is slow."""
    assert set(VIEWS) == TOLD | NOT_BY_WORDS | ELSEWHERE


@pytest.mark.parametrize("field", [one.name for one in fields(Product)])
def test_only_words_are_taken_for_words(field: str) -> None:
    site = before()[0]
    one = site.catalogue.products[EntryId("tra")]
    versions = [
        edited for said, edited in edits(one) if said.partition(" ")[0].partition(".")[0] == field
    ]

    assert all(not only_words(one, edited, site) for edited in versions if field not in WORDS)
