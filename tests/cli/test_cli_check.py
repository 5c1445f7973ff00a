"""``ocop check``: every fault in one run, in three forms and two languages."""

import json
from pathlib import Path

import pytest

from support.project import SMALL, project
from support.terminal import Call

WARNED = {**SMALL, "content/ghi-chu.txt": "nhớ gọi lại\n"}
BROKEN = {
    **SMALL,
    "content/products/tra/product.yaml": "name: Trà: búp\nset: 11\n",
    "content/pages/Moi/page.yaml": "title: Mới\n",
}


def test_good_content_is_told_in_one_line(ocop: Call, tmp_path: Path) -> None:
    project(tmp_path, SMALL)

    shown = ocop("check", folder=tmp_path)

    assert (shown.code, shown.out, shown.err) == (0, "1 sản phẩm, không có lỗi nào.\n", "")


def test_it_works_from_any_folder_of_the_project(ocop: Call, tmp_path: Path) -> None:
    project(tmp_path, SMALL)

    shown = ocop("check", folder=tmp_path / "content" / "products" / "che")

    assert shown.out == "1 sản phẩm, không có lỗi nào.\n"


def test_an_error_is_offered_for_explanation_before_a_warning(ocop: Call, tmp_path: Path) -> None:
    project(tmp_path, {**WARNED, **BROKEN})

    shown = ocop("check", folder=tmp_path)

    assert shown.out.index("[OCOP040]") < shown.out.index("[OCOP043]")
    assert "\nGiải thích thêm về một mã: ocop explain OCOP043\n" in shown.out


def test_each_fault_has_its_line_a_caret_and_the_way_to_mend_it(ocop: Call, tmp_path: Path) -> None:
    project(tmp_path, BROKEN)

    shown = ocop("check", folder=tmp_path)

    assert shown.code == 1
    assert (
        "content/products/tra/product.yaml:1:7: lỗi: Giá trị có dấu hai chấm và dấu cách (“: ”) "
        "nên phải đặt trong ngoặc kép. [OCOP014]\n"
        "    1 │ name: Trà: búp\n"
        "      │       ^\n"
        '  → Viết: name: "Trà: búp"\n'
    ) in shown.out
    assert "content/pages/Moi:1:1: lỗi:" in shown.out
    assert "  1 lỗi  content/pages/Moi\n" in shown.out
    assert "\x1b" not in shown.out
    last = shown.out.rstrip().splitlines()[-1]
    assert last == "2 sản phẩm, 2 lỗi — trang đang đăng được giữ nguyên"


def test_the_same_is_said_in_english(ocop: Call, tmp_path: Path) -> None:
    project(tmp_path, BROKEN)

    shown = ocop("check", "--lang", "en", folder=tmp_path)

    assert "error: The value holds a colon" in shown.out
    last = shown.out.rstrip().splitlines()[-1]
    assert last == "2 products, 2 errors — the published site stays as it is"


def test_warnings_fail_only_a_strict_run(ocop: Call, tmp_path: Path) -> None:
    project(tmp_path, WARNED)

    assert ocop("check", folder=tmp_path).code == 0

    strict = ocop("check", "--strict", folder=tmp_path)

    assert strict.code == 1
    assert strict.out.strip().endswith("— với --strict, cảnh báo cũng phải sửa")


def test_json_is_the_contracts_object_and_nothing_else(ocop: Call, tmp_path: Path) -> None:
    project(tmp_path, BROKEN)

    shown = ocop("check", "--format", "json", folder=tmp_path)

    told = json.loads(shown.out)
    assert (shown.code, shown.err) == (1, "")
    assert set(told) == {"diagnostics", "errors", "warnings"}
    assert (told["errors"], told["warnings"]) == (2, 0)
    assert told["diagnostics"][1] == {
        "code": "OCOP014",
        "severity": "error",
        "path": "content/products/tra/product.yaml",
        "line": 1,
        "column": 7,
        "message": "Giá trị có dấu hai chấm và dấu cách (“: ”) nên phải đặt trong ngoặc kép.",
        "hint": 'Viết: name: "Trà: búp"',
    }


def test_a_forge_gets_annotations_with_paths_within_the_repository(
    ocop: Call, tmp_path: Path
) -> None:
    folder = tmp_path / "sites" / "ocop"
    folder.mkdir(parents=True)
    project(folder, BROKEN)

    shown = ocop(
        "check",
        "--format",
        "github",
        folder=folder,
        environment={"GITHUB_WORKSPACE": str(tmp_path)},
    )

    first, second, last = shown.out.splitlines()
    assert first.startswith(
        "::error file=sites/ocop/content/pages/Moi,line=1,col=1,title=OCOP043::"
    )
    assert second.startswith("::error file=sites/ocop/content/products/tra/product.yaml,line=1,")
    assert last == "2 sản phẩm, 2 lỗi — trang đang đăng được giữ nguyên"


CERTIFIED = (
    SMALL["content/products/che/product.yaml"]
    + "recognitions:\n"
    + "  - {stars: 4, date: 2024-01-10, decision: 1/QĐ-UBND, authority: UBND tỉnh Thanh Hóa}\n"
)


@pytest.mark.parametrize(
    ("arguments", "environment", "warned"),
    [
        (("--today", "2026-08-15"), {}, True),
        (("--today", "2026-02-01"), {}, False),
        ((), {"SOURCE_DATE_EPOCH": "1786752000"}, True),  # 2026-08-15
        ((), {"SOURCE_DATE_EPOCH": "1769904000"}, False),  # 2026-02-01
        (("--today", "2026-02-01"), {"SOURCE_DATE_EPOCH": "1786752000"}, False),
    ],
)
def test_today_is_the_option_or_the_epoch(
    ocop: Call,
    tmp_path: Path,
    arguments: tuple[str, ...],
    environment: dict[str, str],
    warned: bool,
) -> None:
    """A certificate of 2024-01-10 ends on 2027-01-10: due from 180 to 120 days before."""
    project(tmp_path, {**SMALL, "content/products/che/product.yaml": CERTIFIED})

    shown = ocop("check", "--strict", *arguments, folder=tmp_path, environment=environment)

    assert shown.code == warned


def test_a_broken_epoch_is_wrong_use(ocop: Call, tmp_path: Path) -> None:
    project(tmp_path, SMALL)

    shown = ocop("check", folder=tmp_path, environment={"SOURCE_DATE_EPOCH": "soon"})

    assert shown.code == 2
    assert "SOURCE_DATE_EPOCH" in shown.err


def test_a_named_project_without_settings_is_a_fault_of_the_project(
    ocop: Call, tmp_path: Path
) -> None:
    (tmp_path / "content").mkdir()

    shown = ocop("check", "--project", str(tmp_path), folder=tmp_path)

    assert shown.code == 1
    assert "OCOP048" in shown.out
    assert ocop("check", "--project", "nowhere", folder=tmp_path).code == 2
