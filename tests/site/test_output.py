"""What the built demo site is made of: valid markup, whole links, nothing from outside."""

import json
import os
import re
import subprocess
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

from support.sites import ROOT, pages

_SHORT_RUN = ("-Xss4m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1")
"""A run of seconds ends before its code, compiled to the utmost, would pay for that."""


class Links(HTMLParser):
    """Collects what a page points to and the anchors that it has."""

    def __init__(self) -> None:
        super().__init__()
        self.targets: list[str] = []
        self.anchors: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = dict(attrs)
        self.targets += [value for key in ("href", "src", "poster") if (value := found.get(key))]
        for key in ("srcset", "imagesrcset"):
            self.targets += [
                part.split()[0] for part in (found.get(key) or "").split(",") if part.strip()
            ]
        if found.get("http-equiv") == "refresh":
            self.targets.append((found.get("content") or "").split("url=", 1)[1])
        if found.get("id"):
            self.anchors.add(str(found["id"]))


def read(site: Path) -> dict[str, Links]:
    """The links of every page."""
    found = {}
    for name in pages(site):
        found[name] = Links()
        found[name].feed((site / name).read_text("utf-8"))
    return found


def test_every_internal_link_names_a_file_and_every_anchor_exists(demo_site: Path) -> None:
    everything = read(demo_site)
    dead = []
    for name, links in everything.items():
        for target in links.targets:
            if urlsplit(target).scheme:
                continue
            path, _, anchor = unquote(urljoin(f"/{name}", target)).lstrip("/").partition("#")
            if not (demo_site / path).is_file() or (
                anchor and anchor not in everything[path].anchors
            ):
                dead.append(f"{name} -> {target}")

    assert dead == []


def test_every_file_is_reachable_or_has_a_known_reason(demo_site: Path) -> None:
    everything = read(demo_site)
    reached = {
        unquote(urljoin(f"/{name}", target)).lstrip("/").partition("#")[0]
        for name, links in everything.items()
        for target in links.targets
        if not urlsplit(target).scheme
    }
    reasons = re.compile(
        r"P/|01/|data/|static/|404\.html|(\w\w/)?404\.html|_headers|sw\.js|offline/\w\w\.json|shortlist/(\d+|fairs)\.js|(\w\w/)?kiosk/|robots\.txt|sitemap.*\.xml|photos/.*-share[-0-9]*\.jpg|\.ocop-manifest\.json"
    )
    lost = [
        path.relative_to(demo_site).as_posix()
        for path in demo_site.rglob("*")
        if path.is_file()
        and path.relative_to(demo_site).as_posix() not in reached
        and not reasons.match(path.relative_to(demo_site).as_posix())
        and 'http-equiv="refresh"' not in path.read_bytes().decode("utf-8", "replace")
    ]

    assert lost == []


def test_no_page_asks_for_anything_from_another_host(demo_site: Path) -> None:
    loaders = re.compile(
        r"<(?:script|img|source|link rel=\"(?:stylesheet|icon|manifest|preload)\")[^>]+"
        r"(?:src|href|srcset)=\"(?:https?:)?//(?!example\.org/ocop/)"
    )
    outside = [
        name for name in pages(demo_site) if loaders.search((demo_site / name).read_text("utf-8"))
    ]

    assert outside == []


def test_nothing_published_carries_metadata_of_a_camera(demo_site: Path) -> None:
    marks = (b"Exif\0\0", b"http://ns.adobe.com/xap", b"ICC_PROFILE", b"GPSLatitude")
    telling = [
        path.name
        for path in (demo_site / "photos").iterdir()
        if any(mark in path.read_bytes() for mark in marks)
    ]

    assert telling == []


def test_the_nu_checker_finds_no_error(demo_site: Path) -> None:
    done = subprocess.run(
        ["java", *_SHORT_RUN, "-jar", str(ROOT / "node_modules/vnu-jar/build/dist/vnu.jar"),
         "--errors-only", "--skip-non-html", "--format", "json", str(demo_site)],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    faults = [
        f"{Path(one['url']).name}:{one.get('lastLine')}: {one['message']}"
        for one in json.loads(done.stderr)["messages"]
    ]

    assert faults == []


def test_html_validate_finds_no_error(demo_site: Path) -> None:
    done = subprocess.run(
        [str(ROOT / ".venv/bin/node"), str(ROOT / "node_modules/.bin/html-validate"),
         "--config", str(ROOT / "tests/site/htmlvalidate.json"), "--formatter", "stylish",
         "**/*.html"],
        cwd=demo_site, capture_output=True, text=True, check=False, env=dict(os.environ),
    )  # fmt: skip

    assert done.returncode == 0, done.stdout[-4000:] + done.stderr[-2000:]
