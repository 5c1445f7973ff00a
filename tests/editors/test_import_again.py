"""Importing into a project that has entries: nothing twice, no editor's word lost."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from ocop.content.typed import MODELS
from ocop.editors.canon import canonical
from ocop.paths import SourcePath
from support.photo_files import encoded, scene
from support.project import PRODUCER, PRODUCT, project
from support.terminal import Call
from support.workbooks import xlsx

PLACE = "xã Bình Sơn, huyện Triệu Sơn, tỉnh Thanh Hóa"
HEAD = ["STT", "Tên sản phẩm", "Chủ thể", "Bộ sản phẩm", "Địa chỉ", "Hạng sao", "Số QĐ", "Ngày cấp"]
ROW = [1, "Chè xanh", "HTX Bình Sơn", 11, PLACE, "4 sao", "9/QĐ-UBND", "01/06/2026"]
OWN = """\
# Chè của xã nhà
name: Chè xanh   # tên trên giấy
summary: Chè do chính tay tôi viết
set: 11
producer: htx
origin: {commune: xã Bình Sơn, district: huyện Triệu Sơn, province: tỉnh Thanh Hóa}
recognitions:
  # đợt đầu
  - stars: 3
    date: 2023-01-05
    decision: 1/QĐ-UBND
    authority: UBND huyện Triệu Sơn
"""
COMMENTED = OWN + "price: {from: 100.000}\n"


def files(folder: Path) -> Mapping[str, bytes]:
    """Every file of the content."""
    found = sorted((folder / "content").rglob("*"))
    return {one.relative_to(folder).as_posix(): one.read_bytes() for one in found if one.is_file()}


def told(ocop: Call, folder: Path, *options: str) -> Any:
    """What an import of ``ds.xlsx`` says to programs."""
    return json.loads(ocop("import", "ds.xlsx", *options, "--format", "json", folder=folder).out)


def a_project(folder: Path, *rows: list[Any], head: list[str] = HEAD, tea: str = "") -> Path:
    """A project with a tea, if any, and a list."""
    content = {"content/producers/htx/producer.yaml": PRODUCER}
    if tea:
        content["content/products/che/product.yaml"] = tea
    project(folder, content)
    xlsx(folder / "ds.xlsx", {"DS": [head, *rows]})
    return folder


def test_the_same_list_again_changes_no_byte(ocop: Call, tmp_path: Path) -> None:
    folder = a_project(tmp_path, ROW, [2, "Kẹo lạc", "Cty TNHH Lạc", 5, PLACE, 3, "", 2025])

    ocop("import", "ds.xlsx", folder=folder)
    before = files(folder)
    again = told(ocop, folder)

    assert len(before) == 4
    assert {one["outcome"] for one in again["entries"]} == {"same"}
    assert files(folder) == before
    assert told(ocop, folder, "--update")["written"] == 0
    assert files(folder) == before


def test_what_is_written_is_in_the_canonical_form(ocop: Call, tmp_path: Path) -> None:
    head = [*HEAD, "Điện thoại", "Mô tả", "Quy cách", "Hạn sử dụng", "Tóm tắt (en)"]
    odd = ["0912 345 678", "Dòng một: #\nDòng hai", "no; 12:30; 1e3", "-1", "true"]
    folder = a_project(tmp_path, [*ROW, *odd], head=head)

    ocop("import", "ds.xlsx", folder=folder)

    for name, raw in files(folder).items():
        model = MODELS["product" if name.endswith("product.yaml") else "producer"]
        assert canonical(SourcePath(name), raw, model).text == raw.decode()


def test_a_dry_run_writes_nothing_and_says_what_it_would(ocop: Call, tmp_path: Path) -> None:
    folder = a_project(tmp_path, ROW, tea=PRODUCT)
    before = files(folder)

    found = told(ocop, folder, "--dry-run")
    shown = ocop("import", "ds.xlsx", "--dry-run", "--lang", "vi", folder=folder)

    assert files(folder) == before
    assert [(one["id"], one["outcome"]) for one in found["entries"]] == [
        ("htx", "added"),
        ("che", "added"),
    ]
    assert "~ DS!B2  Chè xanh  → products/che  (cùng tên và chủ thể)  : recognitions\n" in shown.out
    assert shown.out.endswith("Chưa ghi gì.\n")


def test_an_editor_s_words_stay_and_a_new_decision_is_added(ocop: Call, tmp_path: Path) -> None:
    head = [*HEAD, "Tóm tắt", "Giá"]
    folder = a_project(tmp_path, [*ROW, "Chè ngon", "120.000 đ/kg"], head=head, tea=COMMENTED)

    found = told(ocop, folder)

    assert (
        (folder / "content/products/che/product.yaml").read_text()
        == OWN
        + """\
  - stars: 4
    date: 2026-06-01
    decision: 9/QĐ-UBND
price: {from: "100.000"}
"""
    )
    assert [(one["code"], one["cell"]) for one in found["diagnostics"]] == [
        ("OCOP712", "DS!I2"),
        ("OCOP712", "DS!J2"),
    ]
    differing = next(one for one in found["entries"] if one["id"] == "che")["differs"]
    assert [(one["key"], one["list"]) for one in differing] == [
        ("summary", "Chè ngon"),
        ("price.from", "120000"),
    ]


def test_with_update_the_list_counts(ocop: Call, tmp_path: Path) -> None:
    head = [*HEAD, "Tóm tắt", "Giá"]
    folder = a_project(tmp_path, [*ROW, "Chè ngon", "120.000 đ/kg"], head=head, tea=COMMENTED)

    found = told(ocop, folder, "--update")

    text = (folder / "content/products/che/product.yaml").read_text()
    assert "summary: Chè ngon\n" in text
    assert "price: {from: 120000, unit: kg}\n" in text
    assert "# đợt đầu\n" in text
    assert found["diagnostics"] == []
    assert told(ocop, folder, "--update")["written"] == 0


def test_an_entry_is_known_by_its_code_where_its_name_is_another(
    ocop: Call, tmp_path: Path
) -> None:
    tea = PRODUCT + "code: 38-829-28780-3-2022\n"
    head = ["Tên sản phẩm", "Chủ thể", "Mã sản phẩm", "Địa chỉ", "Hạn sử dụng"]
    row = ["Chè xanh đặc biệt", "HTX Bình Sơn", "38-829-28780-3-2022", PLACE, "12 tháng"]
    folder = a_project(tmp_path, row, head=head, tea=tea)

    found = next(one for one in told(ocop, folder)["entries"] if one["kind"] == "product")

    assert (found["id"], found["reason"], found["outcome"]) == ("che", "code", "added")
    assert [one["key"] for one in found["differs"]] == ["name"]


def test_the_same_name_of_another_producer_is_another_product(ocop: Call, tmp_path: Path) -> None:
    folder = a_project(tmp_path, [1, "Chè xanh", "HTX Đồng Tâm", 11, PLACE], tea=PRODUCT)

    told(ocop, folder)

    assert {name.split("/")[2] for name in files(folder)} == {
        "che",
        "che-xanh",
        "htx",
        "htx-dong-tam",
    }


def test_a_file_that_cannot_be_read_is_left_alone(ocop: Call, tmp_path: Path) -> None:
    head = ["Mã mục", "Tên sản phẩm", "Chủ thể", "Địa chỉ", "Bộ sản phẩm"]
    folder = a_project(tmp_path, head=head, tea='name: "Chè\nset: 11\n')
    rows: list[list[Any]] = [
        ["che", "Chè xanh", "HTX Bình Sơn", PLACE, 11],
        ["", "Kẹo", "HTX Bình Sơn", PLACE, 5],
    ]
    xlsx(folder / "ds.xlsx", {"DS": [head, *rows]})

    found = told(ocop, folder)

    assert [one["code"] for one in found["diagnostics"]] == ["OCOP716"]
    assert files(folder)["content/products/che/product.yaml"] == 'name: "Chè\nset: 11\n'.encode()
    assert "content/products/keo/product.yaml" in files(folder)


def test_photos_are_brought_in_by_name_and_by_product(ocop: Call, tmp_path: Path) -> None:
    head = [*HEAD, "Ảnh"]
    rows: list[list[Any]] = [
        [*ROW, "IMG_1.JPG"],
        [2, "Kẹo lạc", "HTX Bình Sơn", 5, PLACE, "", "", "", ""],
    ]
    folder = a_project(tmp_path, *rows, head=head)
    (folder / "anh").mkdir()
    photo = encoded(scene(1200, 900), "JPEG")
    for name in ("img_1.jpg", "Kẹo lạc.jpg", "keo-lac-2.jpg", "khac.jpg"):
        (folder / "anh" / name).write_bytes(photo)

    told(ocop, folder, "--photos", "anh")
    before = files(folder)
    again = told(ocop, folder, "--photos", "anh")

    assert [name for name in before if name.endswith(".jpg")] == [
        "content/products/che-xanh/img-1.jpg",
        "content/products/keo-lac/keo-lac-2.jpg",
        "content/products/keo-lac/keo-lac.jpg",
    ]
    tea = before["content/products/che-xanh/product.yaml"].decode()
    assert "guessed: [photos]\n" in tea
    assert "photos:\n  - file: img-1.jpg\n    alt: Chè xanh\n" in tea
    assert again["written"] == 0
    assert files(folder) == before


def test_a_photo_for_a_product_that_is_there_is_marked_for_review(
    ocop: Call, tmp_path: Path
) -> None:
    folder = a_project(tmp_path, [*ROW, "a.jpg"], head=[*HEAD, "Ảnh"], tea=PRODUCT)
    (folder / "a.jpg").write_bytes(encoded(scene(1200, 900), "JPEG"))

    told(ocop, folder)

    text = files(folder)["content/products/che/product.yaml"].decode()
    assert "photos:\n  - file: a.jpg\n    alt: Chè xanh\n" in text
    assert "guessed:\n  - photos\n" in text
    assert "content/products/che/a.jpg" in files(folder)
    assert told(ocop, folder)["written"] == 0


def test_headings_can_be_mapped_and_columns_left_out(ocop: Call, tmp_path: Path) -> None:
    head = ["Mặt hàng", "Chủ thể", "Bộ sản phẩm", "Địa chỉ", "Hạn sử dụng"]
    folder = a_project(tmp_path, ["Chè xanh", "HTX Bình Sơn", 11, PLACE, "sai"], head=head)

    told(ocop, folder, "--map", "Mặt hàng=name", "--map", "Hạn sử dụng=")

    text = files(folder)["content/products/che-xanh/product.yaml"].decode()
    assert text.startswith("name: Chè xanh\n")
    assert "sai" not in text


def test_a_wrong_call_is_told_what_there_is(ocop: Call, tmp_path: Path) -> None:
    folder = a_project(tmp_path, ROW)

    for options, said in (
        (["khong-co.xlsx"], "khong-co.xlsx"),
        (["ds.xlsx", "--sheet", "Trang"], "DS"),
        (["ds.xlsx", "--map", "Tên sản phẩm=nam"], "name"),
        (["ds.xlsx", "--map", "Cột lạ=name"], "Cột lạ"),
        (["ds.xlsx", "--map", "name"], "name"),
        (["ds.xlsx", "--province", "Thanh Hoas"], "Thanh Hóa"),
        (["ds.xlsx", "--photos", "anh"], "anh"),
    ):
        shown = ocop("import", *options, "--lang", "vi", folder=folder)
        assert shown.code == 2
        assert said in shown.err
