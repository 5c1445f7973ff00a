"""Ten mistakes in five files: ten diagnostics in one run, each where a person would mend it."""

from pathlib import Path

import pytest

from ocop.messages import hint, message
from ocop.text import Language
from support.project import build, check, lines, project

FILES = {
    "content/products/che/product.yaml": """\
ten: Chè xanh Bình Sơn
set: 27
producer: htx-binh-son
origin: {commune: xã Bình Sơn, district: huyện Triệu Sơn, province: tỉnh Thanh Hóa}
price:
  from: 120k
""",
    "content/products/mat-ong/product.yaml": """\
name: Mật ong bốn mùa
set: 4
producer: htx-binh-sn
origin: {commune: xã Bình Sơn, district: huyện Triệu Sơn, province: tỉnh Thanh Hóa}
recognitions:
  - stars: 4
    date: 2023-02-30
    decision: 5445/QĐ-UBND
    authority: UBND tỉnh Thanh Hóa
gtin: 8938505974195
""",
    "content/producers/htx-binh-son/producer.yaml": """\
name: HTX Bình Sơn
kind: cooperative
gioi_tinh: nữ
website: htxbinhson.vn
""",
    "content/fairs/hoi-cho/fair.yaml": """\
name: Hội chợ xuân
from: 2026-02-10
to: 2026-02-01
""",
    "content/news/tin/news.yaml": """\
title: Khai mạc hội chợ
date: 2026-02-10
fairs: hoi-cho-xuan
""",
}
EXPECTED = [
    "content/fairs/hoi-cho/fair.yaml:3:5 OCOP330",
    "content/news/tin/news.yaml:3:8 OCOP201",
    "content/producers/htx-binh-son/producer.yaml:3:1 OCOP103",
    "content/producers/htx-binh-son/producer.yaml:4:10 OCOP120",
    "content/products/che/product.yaml:1:1 OCOP101",
    "content/products/che/product.yaml:2:6 OCOP129",
    "content/products/che/product.yaml:6:9 OCOP117",
    "content/products/mat-ong/product.yaml:3:11 OCOP201",
    "content/products/mat-ong/product.yaml:7:11 OCOP116",
    "content/products/mat-ong/product.yaml:10:7 OCOP124",
]
SAID = {
    "vi": [
        "Không có khoá “ten” ở đây; có lẽ bạn định viết “name”.",
        "Đổi “ten” thành “name”.",
    ],
    "en": [
        "There is no key “ten” here; you probably mean “name”.",
        "Change “ten” to “name”.",
    ],
}


def test_ten_mistakes_in_five_files_are_all_found_in_one_run(tmp_path: Path) -> None:
    assert lines(check(project(tmp_path, FILES))) == EXPECTED


@pytest.mark.parametrize("language", [Language("vi"), Language("en")])
def test_each_mistake_is_told_in_full_in_both_languages(language: Language, tmp_path: Path) -> None:
    found = check(project(tmp_path, FILES))

    told = [part(one.code, one.args, language) for one in found for part in (message, hint)]

    assert told[8:10] == SAID[language]
    assert not [text for text in told if not text or "{" in text]


def test_yesterdays_site_stays_byte_for_byte(tmp_path: Path) -> None:
    folder = project(tmp_path, FILES)
    site = folder / "site" / "index.html"
    site.parent.mkdir()
    site.write_bytes(b"yesterday")

    build(folder)

    assert [path for path in (folder / "site").rglob("*") if path != site] == []
    assert site.read_bytes() == b"yesterday"
