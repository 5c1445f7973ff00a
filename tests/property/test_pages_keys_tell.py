"""A key tells everything: whatever is edited, a page with the same key has the same bytes."""

import datetime as dt
import os
import re
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import fields, replace

from ocop.domain.catalogue import Catalogue
from ocop.pages.findable import documents
from ocop.pages.keys.all import keys_of
from ocop.pages.keys.finding import product_marks, texts_mark
from ocop.pages.plan import make, plan
from ocop.pages.site import Site
from ocop.paths import SitePath
from ocop.search.document import SearchDoc
from support.rich_site import edits, rich_site
from support.small_site import TEMPLATES

KINDS = ("products", "producers", "places", "fairs", "programmes", "news", "pages")
SOAK = bool(os.environ.get("OCOP_SOAK"))
_ALIKE = re.compile("/p[1-4][0-9].html$")
"""Pages of products that differ by a number alone: those of the first few stand for them."""

EDITED = {"products": ("tra", "p00"), "producers": ("htx", "ho")}
"""The records that are edited: one of which everything is known, one of which nearly nothing."""


@cache
def before() -> tuple[Site, Mapping[SitePath, bytes], Mapping[SitePath, bytes]]:
    """The rich site, its keys and its bytes."""
    site = rich_site()
    artifacts = plan(site)
    return site, keys_of(site, artifacts).by_path, {one.path: make(site, one) for one in artifacts}


def stale(site: Site) -> list[SitePath]:
    """The pages whose bytes are no longer what their unchanged key stands for."""
    _, keys, made = before()
    artifacts = plan(site)
    now = keys_of(site, artifacts).by_path
    same = [
        one
        for one in artifacts
        if now[one.path] == keys.get(one.path) and not _ALIKE.search(one.path)
    ]
    pages = [one.path for one in same if make(site, one) != made[one.path]]
    return pages + stale_documents(site)


@cache
def documents_before() -> tuple[bytes, Mapping[str, bytes], Mapping[str, SearchDoc]]:
    """What the products of the rich site are in its search, and the marks of that."""
    return searched(before()[0])


def searched(site: Site) -> tuple[bytes, Mapping[str, bytes], Mapping[str, SearchDoc]]:
    return texts_mark(site), product_marks(site), {one.id: one for one in documents(site)}


def stale_documents(site: Site) -> list[SitePath]:
    """The products that the search would show as they were, by an unchanged mark."""
    texts, marks, docs = documents_before()
    texts_now, marks_now, docs_now = searched(site)
    same = [key for key, mark in marks.items() if marks_now.get(key) == mark]
    changed = [key for key in same if docs_now[key] != docs[key]]
    return [SitePath(f"search/{key}") for key in changed if texts_now == texts]


def with_records(site: Site, kind: str, records: Mapping[str, Any]) -> Site:
    """The site with other records of one kind, everything else as it was."""
    old = site.catalogue
    known = {one.name: getattr(old, one.name) for one in fields(Catalogue)}
    return replace(site, catalogue=Catalogue(**{**known, kind: records}))


def cases() -> Iterator[Any]:
    """Every edit of a single field, and the loss of each record."""
    catalogue = rich_site().catalogue
    for kind in KINDS:
        records = getattr(catalogue, kind)
        for entry in EDITED.get(kind, tuple(records)[:2]):
            for said, edited in edits(records[entry]):
                yield pytest.param(kind, entry, edited, id=f"{kind} {entry} {said}")
            if kind not in ("products", "producers", "fairs"):
                yield pytest.param(kind, entry, None, id=f"{kind} {entry} gone")


@pytest.mark.parametrize(("kind", "entry", "edited"), tuple(cases())[:: 1 if SOAK else 11])
def test_an_edit_of_a_field_changes_the_key_of_every_page_that_shows_it(
    kind: str, entry: str, edited: Any
) -> None:
    site = before()[0]
    records = dict(getattr(site.catalogue, kind))
    if edited is None:
        del records[entry]
    else:
        records[entry] = edited

    assert stale(with_records(site, kind, records)) == []


def with_files(site: Site, kind: str, files: Any) -> Site:
    """The site with other published photos or papers."""
    return replace(site, pictures=files) if kind == "pictures" else replace(site, papers=files)


def others() -> Iterator[Any]:
    """Edits of everything that is no record: settings, day, published files, templates."""
    site = before()[0]
    for said, edited in edits(site.config):
        if not said.startswith(("url", "short_url", "languages", "scope", "accent")):
            yield pytest.param(replace(site, config=edited), id=f"config {said}")
    for day in (
        dt.date(2026, 11, 22),
        dt.date(2027, 1, 1),
        dt.date(2028, 5, 31),
        dt.date(2030, 1, 1),
    ):
        catalogue = replace(site.catalogue, today=day)
        yield pytest.param(replace(site, catalogue=catalogue), id=f"on {day}")
    for kind in ("pictures", "papers"):
        files = getattr(site, kind)
        for name, found in files.items():
            for said, edited in edits(found):
                yield pytest.param(
                    with_files(site, kind, {**files, name: edited}), id=f"{name} {said}"
                )
            rest = {key: one for key, one in files.items() if key != name}
            yield pytest.param(with_files(site, kind, rest), id=f"{name} gone")
    shares = {code: SitePath(f"static/share/{code}-2.jpg") for code in site.shares}
    yield pytest.param(replace(site, shares=shares), id="share pictures")
    config = replace(site.config, languages=site.config.languages[:1])
    yield pytest.param(replace(site, config=config), id="one language")


@pytest.mark.parametrize("site", tuple(others())[:: 1 if SOAK else 3])
def test_an_edit_of_anything_else_changes_the_key_of_every_page_that_shows_it(site: Site) -> None:
    assert stale(site) == []


@pytest.mark.parametrize("kind", ["products", "producers", "fairs"])
def test_a_new_record_changes_the_key_of_every_page_that_shows_it(kind: str) -> None:
    site = before()[0]
    records = getattr(site.catalogue, kind)
    entry, first = next(iter(records.items()))
    numbers = {"gtin": None} if kind == "products" else {}
    new = replace(first, id=f"{entry}-2", aliases=(), **numbers)

    assert stale(with_records(site, kind, {f"{entry}-2": new, **records})) == []


TEMPLATE_FILES = sorted(
    path.relative_to(TEMPLATES).as_posix()
    for path in TEMPLATES.rglob("*")
    if path.suffix == ".html"
)


@pytest.mark.parametrize("name", TEMPLATE_FILES)
def test_a_project_s_own_template_changes_the_key_of_every_page_made_of_it(
    tmp_path: Path, name: str
) -> None:
    own = tmp_path / name
    own.parent.mkdir(exist_ok=True)
    text = (TEMPLATES / name).read_text("utf-8")
    own.write_text(
        text.replace("<", "<!-- own --><", 1) if name == "base.html" else mended(text), "utf-8"
    )
    site = replace(before()[0], templates=(str(tmp_path), str(TEMPLATES)))

    assert stale(site) == []


def mended(text: str) -> str:
    """A template with a mark after its first element."""
    head, end, tail = text.partition(">\n")
    return f"{head}{end}<!-- own -->{tail}" if end else text


@pytest.mark.parametrize("code", ["vi", "en"])
def test_a_project_s_own_texts_change_the_key_of_every_page_that_says_them(
    tmp_path: Path, code: str
) -> None:
    own = tmp_path / "i18n" / f"{code}.yaml"
    own.parent.mkdir(exist_ok=True)
    own.write_text(
        "menu: {products: Hàng}\nredirect: {moved: Sang}\nkind: {company: Hãng}\n", "utf-8"
    )
    site = replace(before()[0], templates=(str(tmp_path), str(TEMPLATES)))

    assert stale(site) == []
