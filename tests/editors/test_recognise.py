"""``ocop recognise``: one decision for many products, all of it or nothing."""

import json
from pathlib import Path

import pytest
from openpyxl import Workbook  # type: ignore[import-untyped]

from support.project import PRODUCER, project
from support.terminal import Call

DECISION = (
    *("--decision", "1234/QĐ-UBND", "--date", "12/05/2026"),
    *("--authority", "UBND tỉnh Thanh Hóa", "--today", "2026-11-21"),
)
HEAD = """\
set: 11
producer: htx
origin: {commune: xã Bình Sơn, district: huyện Triệu Sơn, province: tỉnh Thanh Hóa}
"""
FILES = {
    "content/producers/htx/producer.yaml": PRODUCER,
    "content/products/moi/product.yaml": (
        f"# búp non\nname: Chè mới\n{HEAD}season: all # quanh năm\n"
    ),
    "content/products/cu/product.yaml": (
        f"name: Chè cũ\n{HEAD}recognitions:\n"
        "  # đợt một\n"
        "  - stars: 3\n    date: 2023-06-30\n    decision: 7/QĐ-UBND\n"
        "    authority: UBND huyện Triệu Sơn\n"
        "price: {from: 50000}\naliases: [che-gia]\n"
    ),
    "content/products/gon/product.yaml": (
        f"name: Chè gọn\n{HEAD}"
        'recognitions: [{stars: 4, date: 2023-06-30, decision: "8", '
        "authority: UBND tỉnh Thanh Hóa}]\n"
    ),
}


def read(folder: Path, product: str) -> str:
    """The file of a product."""
    return (folder / f"content/products/{product}/product.yaml").read_text("utf-8")


def everything(folder: Path) -> dict[str, bytes]:
    """All content, byte for byte."""
    files = sorted((folder / "content").rglob("*"))
    return {one.as_posix(): one.read_bytes() for one in files if one.is_file()}


def test_each_file_gains_the_decision_and_keeps_the_rest(ocop: Call, tmp_path: Path) -> None:
    folder = project(tmp_path, FILES)

    shown = ocop("recognise", "moi", "cu", "gon", "--stars", "4", *DECISION, folder=folder)

    new = (
        "  - stars: 4\n    date: 2026-05-12\n    decision: 1234/QĐ-UBND\n"
        "    authority: UBND tỉnh Thanh Hóa\n"
    )
    assert shown.code == 0, shown.out + shown.err
    assert read(folder, "moi") == (
        f"# búp non\nname: Chè mới\n{HEAD}recognitions:\n{new}    kind: first\n"
        "season: all # quanh năm\n"
    )
    assert read(folder, "cu") == (
        f"name: Chè cũ\n{HEAD}recognitions:\n{new}    kind: upgrade\n"
        "  # đợt một\n"
        "  - stars: 3\n    date: 2023-06-30\n    decision: 7/QĐ-UBND\n"
        "    authority: UBND huyện Triệu Sơn\n"
        "price: {from: 50000}\naliases: [che-gia]\n"
    )
    assert read(folder, "gon") == (
        f"name: Chè gọn\n{HEAD}recognitions: [{{stars: 4, date: 2026-05-12, "
        "decision: 1234/QĐ-UBND, authority: UBND tỉnh Thanh Hóa, kind: renewal}, "
        '{stars: 4, date: 2023-06-30, decision: "8", authority: UBND tỉnh Thanh Hóa}]\n'
    )
    assert ocop("check", "--strict", *DECISION[-2:], folder=folder).code == 0


def test_a_table_says_what_would_be_entered_and_nothing_is(ocop: Call, tmp_path: Path) -> None:
    folder = project(tmp_path, FILES)
    before = everything(folder)

    told = ocop("recognise", "cu", "--stars", "4", *DECISION, "--dry-run", folder=folder)
    data = ocop(
        *("recognise", "cu", "--stars", "4", *DECISION, "--dry-run", "--format", "json"),
        folder=folder,
    )

    assert "– →" in told.out  # three stars of 30/06/2023 ended on 30/06/2026
    assert "Chè cũ (cu)" in told.out
    assert json.loads(data.out)["recognised"] == [
        {
            "id": "cu",
            "path": "content/products/cu/product.yaml",
            "kind": "upgrade",
            "stars_before": None,
            "stars": 4,
            "expires": "2029-05-12",
        }
    ]
    assert everything(folder) == before


@pytest.mark.parametrize(
    "arguments",
    [
        ("moi", "cu", "--stars", "5"),  # five stars are for the ministry
        ("moi", "cu", "gon", "--stars", "4", "--decision", "8", "--date", "01/02/2023"),
    ],
)
def test_with_one_fault_nothing_at_all_is_written(
    ocop: Call, tmp_path: Path, arguments: tuple[str, ...]
) -> None:
    folder = project(tmp_path, FILES)
    before = everything(folder)

    shown = ocop("recognise", *DECISION, *arguments, folder=folder)

    assert shown.code == 1
    assert everything(folder) == before


@pytest.mark.parametrize(("proposed", "stays"), [("4", False), ("5", True)])
def test_a_proposal_that_is_decided_is_gone(
    ocop: Call, tmp_path: Path, proposed: str, stays: bool
) -> None:
    own = f"name: Chè mới\n{HEAD}proposed: {proposed} # tháng 3\nseason: all\n"
    folder = project(tmp_path, {**FILES, "content/products/moi/product.yaml": own})

    assert ocop("recognise", "moi", "--stars", "4", *DECISION, folder=folder).code == 0
    assert (f"proposed: {proposed} # tháng 3\n" in read(folder, "moi")) == stays
    assert ("proposed" in read(folder, "moi")) == stays


def test_a_number_of_another_year_is_another_decision(ocop: Call, tmp_path: Path) -> None:
    folder = project(tmp_path, FILES)
    arguments = ("--decision", "7/QĐ-UBND", "--stars", "4", "--kind", "renewal")

    assert ocop("recognise", *DECISION, *arguments, "cu", folder=folder).code == 0
    assert read(folder, "cu").count("7/QĐ-UBND") == 2
    assert "kind: renewal" in read(folder, "cu")


def test_what_the_rules_do_not_know_can_be_forced(ocop: Call, tmp_path: Path) -> None:
    folder = project(tmp_path, FILES)

    assert ocop("recognise", "moi", "--stars", "5", *DECISION, "--force", folder=folder).code == 0
    assert "- stars: 5" in read(folder, "moi")


@pytest.mark.parametrize(
    ("roll", "options", "stars"),
    [
        ("moi\nche-gia   # tên cũ\n", ("--stars", "4"), {"moi": 4, "cu": 4}),
        ("Chè mới ***\nche gon  4 sao\n", (), {"moi": 3, "gon": 4}),
        ("moi, 4\r\ngon, 3\r\n", (), {"moi": 4, "gon": 3}),
        ("moi\t4 sao\nChè gọn  ***\n", (), {"moi": 4, "gon": 3}),
        (
            "\ufeffSTT;Tên sản phẩm;Hạng sao\n1;Chè mới;4 sao\n2;Chè cũ;3\n",
            (),
            {"moi": 4, "cu": 3},
        ),
        ("Mã mục\tGhi chú\nmoi\tđợt 1\n", ("--stars", "3"), {"moi": 3}),
    ],
)
def test_a_list_names_products_and_may_say_their_stars(
    ocop: Call, tmp_path: Path, roll: str, options: tuple[str, ...], stars: dict[str, int]
) -> None:
    folder = project(tmp_path, {**FILES, "dot.txt": roll})

    shown = ocop(
        *("recognise", "--list", "dot.txt", *options, *DECISION, "--format", "json"), folder=folder
    )

    assert shown.code == 0, shown.out
    told = json.loads(shown.out)["recognised"]
    assert {one["id"]: one["stars"] for one in told} == stars


def test_a_list_may_not_contradict_itself(ocop: Call, tmp_path: Path) -> None:
    folder = project(tmp_path, {**FILES, "dot.txt": "moi 4\nChè mới 4 sao\nche-gia 4\ncu 3\n"})

    shown = ocop("recognise", "--list", "dot.txt", *DECISION, folder=folder)

    assert shown.code == 1
    assert "dot.txt:4:1" in shown.out
    assert "“4 / 3”" in shown.out
    assert "dot.txt:2:" not in shown.out


def test_drafts_are_recognised_too(ocop: Call, tmp_path: Path) -> None:
    draft = f"name: Chè mới\n{HEAD}draft: true\n"
    folder = project(tmp_path, {**FILES, "content/products/moi/product.yaml": draft})

    assert ocop("recognise", "moi", "--stars", "4", *DECISION, folder=folder).code == 0
    assert "- stars: 4" in read(folder, "moi")


def test_the_annex_of_a_decision_is_read_as_it_is(ocop: Call, tmp_path: Path) -> None:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    for row in (
        ["PHỤ LỤC: SẢN PHẨM ĐẠT HẠNG SAO"],
        [],
        ["TT", "Tên sản phẩm", "Chủ thể", "Hạng sao"],
        ["I. Ngành thực phẩm"],
        [1, "Chè mới", "HTX Bình Sơn", "4 sao"],
        [2, "Chè gọn", "HTX Bình Sơn", 3],
        ["Tổng cộng", 2],
    ):
        sheet.append(row)
    folder = project(tmp_path, FILES)
    book.save(folder / "phu-luc.xlsx")

    shown = ocop(
        *("recognise", "--list", "phu-luc.xlsx", *DECISION, "--format", "json"), folder=folder
    )

    assert shown.code == 0, shown.out
    told = json.loads(shown.out)["recognised"]
    assert [(one["id"], one["kind"], one["path"]) for one in told] == [
        ("moi", "first", "content/products/moi/product.yaml"),
        ("gon", "renewal", "content/products/gon/product.yaml"),
    ]


@pytest.mark.parametrize(
    ("authority", "code"),
    [
        ("UBND tỉnh Quảng Trị", 1),
        ("UBND huyện Triệu Sơn, tỉnh Thanh Hóa", 0),
        ("Bộ Nông nghiệp và Môi trường", 0),
    ],
)
def test_a_product_of_another_province_is_refused(
    ocop: Call, tmp_path: Path, authority: str, code: int
) -> None:
    folder = project(tmp_path, FILES)
    stars = "5" if authority.startswith("Bộ") else "3"
    date = "01/06/2024" if "huyện" in authority else "12/05/2026"

    shown = ocop(
        *("recognise", "moi", "--stars", stars, *DECISION),
        *("--authority", authority, "--date", date),
        folder=folder,
    )

    assert shown.code == code, shown.out
    assert ("OCOP755" in shown.out) == bool(code)


def test_the_decision_as_a_file_lies_beside_each_product(ocop: Call, tmp_path: Path) -> None:
    folder = project(tmp_path, {**FILES, "quet/qd.pdf": b"%PDF-1.4 scan"})

    shown = ocop(
        *("recognise", "moi", "gon", "--stars", "4", *DECISION, "--document", "quet/qd.pdf"),
        folder=folder,
    )

    assert shown.code == 0, shown.out
    for product in ("moi", "gon"):
        copy = folder / f"content/products/{product}/1234-qd-ubnd.pdf"
        assert copy.read_bytes() == b"%PDF-1.4 scan"
        assert "document: 1234-qd-ubnd.pdf" in read(folder, product)


@pytest.mark.parametrize(
    "arguments",
    [
        DECISION,
        ("moi", *DECISION),
        ("moi", "--stars", "2", *DECISION),
        ("moii", "--stars", "4", *DECISION),
        ("moi", "--stars", "4", *DECISION, "--date", "2026"),
        ("moi", "--stars", "4", *DECISION, "--document", "khong-co.pdf"),
        ("moi", "--stars", "4", *DECISION, "--authority", " "),
        ("--list", "khong-co.txt", *DECISION),
    ],
)
def test_wrong_use_is_said_in_words(ocop: Call, tmp_path: Path, arguments: tuple[str, ...]) -> None:
    folder = project(tmp_path, FILES)

    shown = ocop("recognise", *arguments, folder=folder)

    assert (shown.code, shown.out) == (2, "")
    assert "{" not in shown.err
