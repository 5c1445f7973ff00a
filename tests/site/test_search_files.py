"""The files of the search in a site: what they hold, which stay, and until when."""

import json
import os
from collections.abc import Mapping
from pathlib import Path

import pytest
from msgspec.structs import replace

from ocop.build import build_project
from ocop.request import Request
from ocop.ways import build_site
from support.earlier import earlier, led_to
from support.project import PRODUCT, SMALL, TODAY, project
from support.publishing import files_in

TEA = "content/products/che/product.yaml"


@pytest.fixture
def parted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Request:
    """A project whose search has many files, built once."""
    monkeypatch.setattr("ocop.search.index.BUNDLE", 0)
    request = Request(project(tmp_path, SMALL), TODAY)
    assert build_project(request).pages
    return request


def named(request: Request, name: str) -> dict[str, bytes]:
    """The site's files once the product has another name."""
    path = request.project / TEA
    path.write_text(PRODUCT.replace("Chè xanh", name), "utf-8")
    assert build_site(request).pages
    return site(request)


def site(request: Request) -> dict[str, bytes]:
    """Every file of the site."""
    return files_in(request.project / "site")


def listed(request: Request) -> set[str]:
    """The files that the manifest lists."""
    manifest: Mapping[str, Mapping[str, object]] = json.loads(
        (request.project / "site/.ocop-manifest.json").read_bytes()
    )
    return set(manifest["files"])


def test_what_the_search_had_stays_until_it_changes_again(parted: Request) -> None:
    first = site(parted)
    assert led_to(first)
    assert not earlier(first)

    second = named(parted, "Mật ong")
    assert earlier(second) == led_to(first) - led_to(second)
    assert {path: second[path] for path in earlier(second)}.items() <= first.items()
    assert listed(parted) == second.keys()

    third = named(parted, "Gạo nếp")
    assert earlier(third) == led_to(second) - led_to(third)
    assert listed(parted) == third.keys()


def test_what_the_search_had_stays_while_it_is_the_same(parted: Request) -> None:
    before = named(parted, "Mật ong")
    assert earlier(before)
    assert build_site(parted).written == 0
    assert site(parted) == before

    (parted.project / "content/producers/htx/story.vi.md").write_text("Chuyện.\n", "utf-8")
    build_site(parted)
    assert earlier(site(parted)) == earlier(before)

    build_site(replace(parted, clean=True))
    assert earlier(site(parted)) == earlier(before)
    for path in (parted.project / ".ocop/state").iterdir():
        path.unlink()
    build_site(parted)
    assert earlier(site(parted)) == earlier(before)


def test_a_name_that_comes_back_finds_its_files_there(parted: Request) -> None:
    first = site(parted)
    second = named(parted, "Mật ong")

    back = named(parted, "Chè xanh")

    assert led_to(back) == led_to(first)
    assert earlier(back) == led_to(second) - led_to(first)


@pytest.mark.parametrize("how", ["lost", "touched"])
def test_a_file_of_the_search_that_is_not_as_it_was_is_made_again(
    parted: Request, how: str
) -> None:
    whole = named(parted, "Mật ong")
    now, before = sorted(led_to(whole))[0], sorted(earlier(whole))[0]
    for path in (now, before):
        one = parted.project / "site" / path
        one.unlink() if how == "lost" else one.write_bytes(b"garbage")
        os.utime(one.parent)

    assert build_site(parted).pages

    expected = {path: content for path, content in whole.items() if path != before}
    assert site(parted) == expected, "what is of an earlier search cannot be made again"


def test_drafts_are_not_found(tmp_path: Path) -> None:
    draft = PRODUCT.replace("Chè xanh", "Zốc lạ") + "draft: true\n"
    files = {**SMALL, "content/products/nhap/product.yaml": draft}
    request = Request(project(tmp_path, files), TODAY)

    assert build_project(request).pages
    assert b"zoc" not in site(request)["search/vi.js"]
    assert build_project(replace(request, drafts=True)).pages
    assert b"zoc" in site(request)["search/vi.js"]


def test_the_headers_let_hashed_files_be_kept_and_entries_be_asked_for(parted: Request) -> None:
    rules = site(parted)["_headers"].decode().split("\n\n")
    kept = [rule.split("\n")[0].removesuffix("*")[1:] for rule in rules if "immutable" in rule]

    assert all(path.startswith(tuple(kept)) for path in led_to(site(parted)))
    assert not "search/vi.js".startswith(tuple(kept))
