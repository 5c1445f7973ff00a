"""``ocop migrate``: older formats become today's, nothing is lost, a second run changes nothing."""

import json
import re
import shutil
from pathlib import Path

import pytest

from ocop.content.typed import MODELS
from ocop.editors.migrating.files import rewritten
from ocop.editors.migrating.shaping import chosen_set, shaped
from ocop.paths import SourcePath
from ocop.schema.fieldtype import Context
from ocop.schema.product import ProductFile
from ocop.source.document import Tree
from ocop.source.parse import parse_document
from ocop.text import Language
from support.project import PRODUCER, PRODUCT, SMALL, project
from support.terminal import Call

FORMATS = Path(__file__).parents[1] / "fixtures" / "formats"
VI = Language("vi")
Files = dict[str, bytes]


def files(folder: Path) -> Files:
    """Every file below ``content/`` by its path."""
    found = (file for file in (folder / "content").rglob("*") if file.is_file())
    return {file.relative_to(folder).as_posix(): file.read_bytes() for file in found}


def codes(ocop: Call, folder: Path, *arguments: str) -> list[str]:
    told = json.loads(ocop(*arguments, "--format", "json", folder=folder).out)
    return [f"{one['severity']} {one['code']} {one['path']}" for one in told["diagnostics"]]


@pytest.fixture(params=["flat", "former"])
def sample(request: pytest.FixtureRequest, tmp_path: Path) -> tuple[Path, Files]:
    """A frozen project of an older format, and what it becomes."""
    home = FORMATS / request.param
    shutil.copytree(home / "before", tmp_path / "p")
    return tmp_path / "p", files(home / "expected")


def test_a_frozen_sample_becomes_what_a_person_has_approved(
    ocop: Call, sample: tuple[Path, Files]
) -> None:
    folder, expected = sample

    ocop("migrate", folder=folder)

    assert files(folder) == expected


def test_a_second_run_changes_nothing_and_what_came_out_is_in_the_common_form(
    ocop: Call, sample: tuple[Path, Files]
) -> None:
    folder, _ = sample
    ocop("migrate", folder=folder)
    once = files(folder)

    again = json.loads(ocop("migrate", "--format", "json", folder=folder).out)

    assert again["changes"] == []
    assert files(folder) == once
    left = folder / "content/products/hong"  # lacks what every product has: reported, untouched
    shutil.rmtree(left, ignore_errors=True)
    assert ocop("fmt", "--check", folder=folder).code == 0
    assert ocop("check", folder=folder).code == 0


def test_a_dry_run_tells_all_and_writes_nothing(ocop: Call, sample: tuple[Path, Files]) -> None:
    folder, _ = sample
    before = files(folder)

    shown = ocop("migrate", "--dry-run", folder=folder)

    assert files(folder) == before
    assert "Chưa đổi gì." in shown.out


def test_what_does_not_fit_is_reported_at_its_line_in_the_old_file(
    ocop: Call, tmp_path: Path
) -> None:
    shutil.copytree(FORMATS / "flat" / "before", tmp_path / "p")

    shown = ocop("migrate", folder=tmp_path / "p")

    assert shown.code == 1
    assert "    2 │ sao: 3" not in shown.out
    assert "content/products/hong/product.yaml:1:1: lỗi: Không chuyển được" in shown.out
    assert "content/products/mat-ong/product.yaml:7:1: cảnh báo:" in shown.out
    assert "    7 │ anh: khong-co.jpg" in shown.out


def site(folder: Path) -> Path:
    shutil.copytree(FORMATS / "front-matter" / "site", folder / "site")
    (folder / "p").mkdir()
    return project(folder / "p", {})


def test_another_site_becomes_entries_with_words_and_photos(ocop: Call, tmp_path: Path) -> None:
    folder = site(tmp_path)

    shown = ocop("migrate", "../site/content", folder=folder)

    assert files(folder) == files(FORMATS / "front-matter" / "expected")
    assert shown.code == 1  # a note and an entry that lacks its place are reported
    assert shown.out.count("[OCOP793]") == 1
    assert shown.out.count("[OCOP792]") == 1
    assert ocop("check", folder=folder).code == 0
    assert ocop("fmt", "--check", folder=folder).code == 0


def test_a_product_without_a_set_gets_the_one_its_name_speaks_for_as_a_guess(
    ocop: Call, tmp_path: Path
) -> None:
    place = 'origin = {province = "tỉnh Thái Nguyên"}\n+++\n'
    old = tmp_path / "site/content/san-pham"
    old.mkdir(parents=True)
    (old / "che.md").write_text(f'+++\ntitle = "Chè Shan tuyết"\n{place}', "utf-8")
    (old / "la.md").write_text(f'+++\ntitle = "Vicumax"\n{place}', "utf-8")
    (tmp_path / "p").mkdir()
    folder = project(tmp_path / "p", {})

    found = codes(ocop, folder, "migrate", "../site/content")

    assert sorted(one.split()[1] for one in found) == ["OCOP791", "OCOP792"]
    made = (folder / "content/products/che/product.yaml").read_text("utf-8")
    assert "set: 11\n" in made
    assert "guessed: [set]\n" in made


def test_what_is_there_already_is_never_written_over(ocop: Call, tmp_path: Path) -> None:
    folder = site(tmp_path)
    mine = folder / "content/products/che-xanh-binh-son"
    mine.mkdir(parents=True)
    (mine / "product.yaml").write_text("name: Của tôi\nset: 11\norigin: A\n", "utf-8")

    ocop("migrate", "../site/content", folder=folder)
    once = files(folder)
    ocop("migrate", "../site/content", folder=folder)

    assert [file.name for file in mine.iterdir()] == ["product.yaml"]
    assert files(folder) == once
    assert "content/products/ruou-men-la/product.yaml" in once


def test_where_nothing_could_be_migrated_it_does_not_say_that_nothing_had_to_be(
    ocop: Call, tmp_path: Path
) -> None:
    old = tmp_path / "site/products"
    old.mkdir(parents=True)
    (old / "la.md").write_text("---\ntitle: Vicumax\n---\n", "utf-8")
    (tmp_path / "p").mkdir()

    shown = ocop("migrate", "../site", folder=project(tmp_path / "p", {}))

    assert (shown.code, "Chưa chuyển được mục nào" in shown.out) == (1, True)


@pytest.mark.parametrize("wrong", [("nowhere",), ("config.yaml",), ("content", "../site/content")])
def test_what_makes_no_sense_is_refused(ocop: Call, tmp_path: Path, wrong: tuple[str, ...]) -> None:
    folder = site(tmp_path)

    assert ocop("migrate", *wrong, folder=folder).code == 2


def test_today_s_content_is_left_as_it_is(ocop: Call, tmp_path: Path) -> None:
    today = PRODUCT.replace("}", ', now: "15667"}')
    folder = project(tmp_path, {**SMALL, "content/products/che/product.yaml": today})
    before = files(folder)

    shown = ocop("migrate", folder=folder)

    assert (shown.code, files(folder)) == (0, before)
    assert "Không có gì phải chuyển" in shown.out


def test_only_the_entries_that_are_named_are_migrated(ocop: Call, tmp_path: Path) -> None:
    old = "ten: Chè\nset: 11\ntinh: Huế\n"
    paths = ("content/products/a/product.yaml", "content/products/b/product.yaml")
    folder = project(tmp_path, dict.fromkeys(paths, old))

    ocop("migrate", "content/products/b", folder=folder)

    assert (folder / paths[0]).read_text("utf-8") == old
    assert (folder / paths[1]).read_text("utf-8").startswith("name: Chè\n")


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Chè", ("11", False)),
        ("che", ("11", False)),
        ("Vải và may mặc", ("22", False)),
        ("Lưu niệm – nội thất – trang trí", ("21", False)),
        ("Dịch vụ du lịch nông thôn, bán hàng", ("26", False)),
        ("Thảo dược", ("20", True)),
        ("hàng lạ", ("20", True)),
        ("7", ("7", False)),
        ("31", None),
    ],
)
def test_a_former_set_becomes_its_successor_or_a_marked_guess(
    before: str, after: tuple[str, bool] | None
) -> None:
    assert chosen_set(before, "Tinh dầu sả") == after


def test_an_unknown_set_of_an_unknown_product_is_not_invented() -> None:
    assert chosen_set("hàng lạ", "Vicumax") is None
    assert chosen_set("Thảo dược", "Vicumax") == ("18", True)


@pytest.mark.parametrize(
    ("top", "below", "before", "after"),
    [
        ("season", "", "Tháng 9 đến tháng 2", ["9", "10", "11", "12", "1", "2"]),
        ("season", "", "tháng 5", ["5"]),
        ("season", "", "Mùa nước nổi", "Mùa nước nổi"),
        ("recognitions", "stars", "****", "4"),
        ("recognitions", "stars", "5 sao", "5"),
        ("recognitions", "stars", "hai", "hai"),
        ("recognitions", "date", "2024-02-01T08:00:00+07:00", "2024-02-01"),
        ("price", "", "120.000 – 150.000", {"from": "120.000", "to": "150.000"}),
        ("ingredients", "", ["gạo", "đường"], "gạo, đường"),
        ("photos", "", "/img/a.jpg", [{"file": "a.jpg", "alt": "Chè"}]),
        ("photos", "", [{"src": "a.jpg", "alt": "B"}], [{"file": "a.jpg", "alt": "B"}]),
        ("certificates", "", "HACCP", [{"kind": "HACCP"}]),
    ],
)
def test_a_value_takes_today_s_shape(top: str, below: str, before: Tree, after: Tree) -> None:
    assert shaped(ProductFile, top, below, before, "Chè") == after


_KEY = re.compile(r"^(\w+):", re.MULTILINE)
OLD = (
    *("ten: Chè", "name_en: Tea", "bo: Chè", "nhom: la", "sao: 4", "sao: 4 sao", "sao: nhiều"),
    *("ngay: 2020-01-02", "nam: 2020", "het_han: 2023-01-02", "het_han: 2023-02-02", "xa: A"),
    *("huyen: B", "tinh: Huế", "tinh_ten: Huế", "gia: 5000", "gia: đắt", "anh: x.jpg", "lạ: 1"),
    *("chu_the: htx", "chu_the: HTX A", "chu_the: Ai đó", "thanh_phan: [a, b]", "ma_vach: 12"),
    *("han_su_dung: 12", "han_su_dung: 12 tháng", "mua_vu: quanh năm", "tags: [a]", "draft: True"),
    *("gioi_tinh: nữ", "khac: {a: [1, 2]}", "# ghi chú\ncan_cu: |\n  dòng một\n  dòng hai"),
)


def test_of_any_mixture_nothing_is_lost_and_what_comes_out_is_right() -> None:
    context = Context(SourcePath("x"), VI, True, {"x.jpg": "x.jpg"})
    path, rest = SourcePath("product.yaml"), (context, {"htx"}, "để lại")
    seen = 0
    for step in range(1, len(OLD)):
        for start in range(len(OLD)):
            lines = [OLD[(start + step * number) % len(OLD)] for number in range(9)]
            keyed = {_KEY.findall(line)[0]: line for line in lines}
            text = "\n".join(keyed.values()) + "\n"
            document, _ = parse_document(path, text.encode())
            assert document is not None, text
            made = rewritten("product", MODELS["product"], document, text, *rest)
            if made is None or made.text is None:
                continue
            seen += 1
            whole = {*made.moved.moved, *made.moved.said, *made.moved.left, *made.moved.tree}
            assert set(document.data) <= whole, text
            again, _ = parse_document(path, made.text.encode())
            assert again is not None
            assert rewritten("product", MODELS["product"], again, made.text, *rest) is None
            for key in made.moved.left:
                assert f"# {key}:" in made.text, text
    assert seen > 60


def test_a_producer_of_whom_only_the_name_is_known_gets_a_file(ocop: Call, tmp_path: Path) -> None:
    old = "ten: Chè\nset: 11\ntinh: Huế\nchu_the: "
    files_ = {
        "content/producers/htx/producer.yaml": PRODUCER,
        "content/products/a/product.yaml": f"{old}HTX Chè Đồi\n",
        "content/products/b/product.yaml": f"{old}Bà Tư\n",
    }
    folder = project(tmp_path, files_)

    ocop("migrate", folder=folder)

    maker = (folder / "content/producers/htx-che-doi/producer.yaml").read_text("utf-8")
    assert maker == "name: HTX Chè Đồi\nkind: cooperative\n"
    assert "# chu_the: Bà Tư" in (folder / "content/products/b/product.yaml").read_text("utf-8")
    assert ocop("check", folder=folder).code == 0
