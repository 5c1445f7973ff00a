"""A small project to carry along: two provinces, two producers, fairs, news, and one photo."""

import hashlib
import json
import re
import zipfile
from collections.abc import Iterator, Mapping
from html import unescape
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urldefrag

from support.photo_files import encoded, noise
from support.project import TODAY, project
from support.terminal import Call

DAY = TODAY.isoformat()
TEA, HONEY, COFFEE = "che-doi-suong", "mat-ong-rung-luong", "ca-phe-buon-gio"
TEA_MAKER, COFFEE_MAKER = "htx-doi-suong", "buon-gio"
_HERE = "{commune: xã Bình Sơn, district: huyện Triệu Sơn, province: tỉnh Thanh Hóa}"
_THERE = "{commune: phường Tự An, province: tỉnh Đắk Lắk}"
_TEXTS: Mapping[str, str] = {
    "config.yaml": """
title: {vi: Chợ quê, en: Country market}
url: https://ocop.example/
languages: [vi, en]
""",
    f"content/products/{TEA}/product.yaml": f"""
name: {{vi: Chè đồi sương, en: Misty hill tea}}
summary: Chè hái một tôm hai lá.
set: 11
producer: {TEA_MAKER}
origin: {_HERE}
photos: [{{file: doi.jpg, alt: Đồi chè}}]
""",
    f"content/products/{HONEY}/product.yaml": f"""
name: {{vi: Mật ong rừng luồng, en: Bamboo wood honey}}
set: 4
producer: {TEA_MAKER}
origin: {_HERE}
""",
    f"content/products/{COFFEE}/product.yaml": f"""
name: {{vi: Cà phê buôn gió, en: Windy village coffee}}
set: 12
producer: {COFFEE_MAKER}
origin: {_THERE}
""",
    f"content/producers/{TEA_MAKER}/producer.yaml": "name: HTX Đồi Sương\nkind: cooperative\n",
    f"content/producers/{COFFEE_MAKER}/producer.yaml": "name: Hộ Y Bhăm\nkind: household\n",
    "content/fairs/cho-ca-hai/fair.yaml": f"""
name: Chợ phiên đầu vụ
from: 2026-12-18
booths:
  - {{number: A1, producers: [{TEA_MAKER}], products: [{TEA}]}}
  - {{number: A2, producers: [{COFFEE_MAKER}], products: [{COFFEE}]}}
  - {{number: A3}}
""",
    "content/fairs/cho-rieng/fair.yaml": f"""
name: Phiên chợ riêng
from: 2026-12-20
booths: [{{number: B1, producers: [{COFFEE_MAKER}], products: [{COFFEE}]}}]
""",
    "content/news/tin-che/news.yaml": f"title: Vụ chè\ndate: 2026-05-01\nproducts: [{TEA}]\n",
    "content/news/tin-chung/news.yaml": (
        f"title: Hai đặc sản\ndate: 2026-05-02\nproducts: [{TEA}, {COFFEE}]\n"
    ),
    "content/pages/gioi-thieu/page.yaml": "title: Giới thiệu\nmenu: 1\n",
    "content/pages/gioi-thieu/story.vi.md": (
        f"Xem [thức uống buổi sáng](product:{COFFEE}), [chè](product:{TEA}) "
        f"và [trang này](../products/{COFFEE}.html).\n"
    ),
}


def market(folder: Path) -> Path:
    """Write the project; return its folder."""
    photo = {f"content/products/{TEA}/doi.jpg": encoded(noise(1700, 1200), "JPEG")}
    return project(folder, {**_TEXTS, **photo})


def packed(ocop: Call, folder: Path, *arguments: str) -> Mapping[str, Any]:
    """Make an edition without an error; return what a program is told."""
    shown = ocop("pack", "--today", DAY, "--format", "json", *arguments, folder=folder)
    assert shown.code == 0, shown.out + shown.err
    told: Mapping[str, Any] = json.loads(shown.out)
    return told


def refused(ocop: Call, folder: Path, *arguments: str) -> list[str]:
    """Ask for an edition that cannot be; return the codes of the errors."""
    shown = ocop("pack", "--today", DAY, "--format", "json", *arguments, folder=folder)
    assert shown.code == 1, shown.out + shown.err
    found = json.loads(shown.out)["diagnostics"]
    return [one["code"] for one in found if one["severity"] == "error"]


def unzipped(file: Path, folder: Path) -> Path:
    """Unpack an edition as a file manager would; return its folder."""
    with zipfile.ZipFile(file) as archive:
        archive.extractall(folder)
    return folder


def files(folder: Path) -> set[str]:
    """The files in a folder, by their way from it."""
    found = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix() for path in found}


def wrong_sums(folder: Path) -> list[str]:
    """What ``sha256sum -c`` would complain of, and files that it is not told of."""
    lines = (folder / "SHA256SUMS.txt").read_text("utf-8").splitlines()
    told = {line[66:]: line[:64] for line in lines}
    assert all(line[64:66] == "  " for line in lines)
    there = files(folder) - {"SHA256SUMS.txt"}
    wrong = [
        name
        for name in sorted(there & told.keys())
        if hashlib.sha256((folder / name).read_bytes()).hexdigest() != told[name]
    ]
    return wrong + sorted(there ^ told.keys())


_LINK = re.compile(r'(?:\s(?:href|src|data-root)|url)="([^"]+)"')
_SET = re.compile(r'srcset="([^"]+)"')
_STYLE = re.compile(r'url\("([^":]+)"\)')


def dead_links(folder: Path) -> list[str]:
    """Every relative link of a page or style sheet that leads to no file of the folder."""
    return sorted(
        f"{path.relative_to(folder)}: {target}"
        for path in [*folder.rglob("*.html"), *folder.rglob("*.css")]
        for target in _targets(path.read_text("utf-8"))
        if not (path.parent / unquote(target)).resolve().exists()
    )


def _targets(text: str) -> Iterator[str]:
    sets = (one.split()[0] for found in _SET.findall(text) for one in found.split(","))
    for written in (*_LINK.findall(text), *sets, *_STYLE.findall(text)):
        target = urldefrag(unescape(written)).url.partition("?")[0]
        if target and not re.match(r"[a-z]+:", target):
            yield target


def naming(folder: Path, *words: str) -> dict[str, list[str]]:
    """The files whose names or texts hold one of ``words``, by word; pictures are not read."""
    seen = {
        name: name if name.endswith(("avif", "jpg", "png", "woff2")) else _text(folder / name)
        for name in files(folder)
    }
    found = {
        word: sorted(name for name, text in seen.items() if word in text or word in name)
        for word in words
    }
    return {word: names for word, names in found.items() if names}


def _text(path: Path) -> str:
    return unescape(path.read_text("utf-8"))
