"""Which files a browser may save of a catalogue, by language."""

import json
from pathlib import Path
from typing import Any

from msgspec.structs import replace

from ocop.config import Config
from ocop.paths import SitePath
from ocop.publish.manifest import Entry
from ocop.publish.output import OutputFolder, open_output
from ocop.publish.stage import Outcome
from ocop.savable import MOST_FILES, lists, savable, staged
from ocop.text import Language

VI, EN = Language("vi"), Language("en")
CONFIG = Config({VI: "x"}, "https://x.vn/", "https://x.vn/", (VI,))
ENTRY = b'ocopSearch.put("entry",0,{"shard":"11111111"});'
SITE = [
    "index.html",
    "products/che.html",
    "P/ABC234/index.html",
    "01/09520000000011/index.html",
    "en/index.html",
    "en/products/che.html",
    "feed.xml",
    "en/feed.xml",
    "sitemap.xml",
    "shortlist/0.js",
    "shortlist.html",
    "robots.txt",
    "manifest.webmanifest",
    "data/products.json",
    "papers/0123456789abcdef.pdf",
    "offline/vi.json",
    "static/css/site.12345678.css",
    "static/fonts/OFL.txt",
    "static/share/food.12345678.png",
    "search/vi.js",
    "search/en.js",
    "search/shard-0.11111111.js",
    "search/shard-0.22222222.js",
    "photos/02355e1f1be28139-320.avif",
    "photos/02355e1f1be28139-960.jpg",
    "photos/02355e1f1be28139-share.jpg",
]


def listed(*more: str) -> dict[str, dict[str, Any]]:
    files = {SitePath(path): Entry(len(path), "a" * 64) for path in (*SITE, *more)}
    made = savable(files, (VI, EN), lambda path: ENTRY if path == "search/vi.js" else b"")
    return {path: json.loads(content) for path, content in made.items()}


def test_a_list_has_the_pages_of_its_language_and_what_they_load() -> None:
    assert sorted(listed()["offline/vi.json"]["files"]) == [
        "P/ABC234/index.html",
        "index.html",
        "manifest.webmanifest",
        "products/che.html",
        "search/shard-0.11111111.js",
        "search/vi.js",
        "shortlist.html",
        "shortlist/0.js",
        "static/css/site.12345678.css",
    ]


def test_pages_of_another_language_have_a_list_of_their_own() -> None:
    pages = [path for path in listed()["offline/en.json"]["files"] if path.endswith(".html")]

    assert pages == ["P/ABC234/index.html", "en/index.html", "en/products/che.html"]


def test_files_come_with_their_length_and_the_hash_they_are_kept_under() -> None:
    assert listed()["offline/vi.json"]["files"]["index.html"] == [10, "a" * 16]


def test_a_photo_comes_in_all_sizes_of_which_the_browser_takes_one() -> None:
    assert listed()["offline/vi.json"]["photos"] == {
        "02355e1f1be28139": {"320.avif": [32, "a" * 16], "960.jpg": [31, "a" * 16]}
    }


def test_files_of_an_earlier_index_are_not_saved() -> None:
    assert "search/shard-0.22222222.js" not in listed()["offline/vi.json"]["files"]


def test_a_catalogue_too_large_for_one_device_offers_nothing(tmp_path: Path) -> None:
    folder = OutputFolder(tmp_path / "site", "site", tmp_path / "work", "1")
    many = [Outcome(SitePath(f"p{n}.html"), Entry(1, "a" * 64), "new") for n in range(MOST_FILES)]
    with open_output(folder, lambda: None) as output:
        for outcomes, empty in ((many, False), ([*many, many[0]], True)):
            (one,) = staged(output, CONFIG, outcomes)
            assert (output.stage.read(one.path) == b'{"files":{},"photos":{}}') is empty
            output.stage.tree.joinpath(one.path).unlink()


def test_a_site_that_offers_nothing_has_no_list() -> None:
    assert lists(replace(CONFIG, offline=False)) == ()
