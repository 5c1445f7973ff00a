"""What `ocop export` writes comes back by `ocop import` as it went: nothing lost, nothing new."""

import json
import os
import shutil
from collections.abc import Iterator, Mapping
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
import yaml
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook  # type: ignore[import-untyped]

from support.entries import producers, products
from support.project import CONFIG, project
from support.sites import ROOT
from support.terminal import Call

DAY = ("--today", "2026-11-21")
BILINGUAL = CONFIG.replace("[vi]", "[vi, en]")
NAMES = {"htx": "HTX Bến Hải", "to": "Tổ hợp tác Cửa Tùng"}


def files(folder: Path) -> Mapping[str, bytes]:
    """All content files of a project by name."""
    found = (folder / "content").rglob("*.yaml")
    return {str(one.relative_to(folder)): one.read_bytes() for one in found}


def records(ocop: Call, folder: Path) -> Any:
    """The facts of a project's products and producers by kind and id, without what a zip holds."""
    assert ocop("export", *DAY, "--private", "--drafts", "facts.json", folder=folder).code == 0
    told = json.loads((folder / "facts.json").read_bytes())
    return {
        (kind, one["id"]): dict(_in_a_list(one)) for kind, listed in told.items() for one in listed
    }


def _in_a_list(fact: Any) -> Iterator[tuple[str, Any]]:
    for key, part in fact.items():
        named = key in ("file", "document") and "://" not in str(part)
        if key not in ("photos", "story") and not named:
            yield key, _stripped(part)


def _stripped(part: Any) -> Any:
    if isinstance(part, list):
        return [_stripped(one) for one in part]
    return dict(_in_a_list(part)) if isinstance(part, dict) else part


def empty(folder: Path) -> Path:
    (folder / "content").mkdir(parents=True)
    (folder / "config.yaml").write_text(BILINGUAL)
    return folder


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("demo")
    shutil.copytree(ROOT / "content", folder / "content")
    shutil.copy(ROOT / "config.yaml", folder)
    return folder


@pytest.mark.parametrize(
    ("file", "asked"),
    [
        ("a.xlsx", ("--lang", "vi")),
        ("a.xlsx", ("--lang", "en", "--private")),
        ("a.csv", ("--lang", "vi", "--private")),
        ("a.csv", ("--lang", "en", "--semicolon")),
    ],
)
def test_the_demo_s_own_list_has_nothing_new_for_it(
    ocop: Call, demo: Path, file: str, asked: tuple[str, ...]
) -> None:
    before = files(demo)
    ocop("export", *DAY, *asked, file, folder=demo)
    shown = ocop("import", *DAY, "--update", "--format", "json", file, folder=demo)
    told = json.loads(shown.out)

    assert (shown.code, told["diagnostics"]) == (0, [])
    assert {one["outcome"] for one in told["entries"]} == {"same"}
    assert files(demo) == before


def test_an_empty_project_becomes_the_demo_but_for_stories_photos_and_papers(
    ocop: Call, demo: Path, tmp_path: Path
) -> None:
    other = empty(tmp_path / "other")
    ocop("export", *DAY, "--drafts", "--private", "a.xlsx", folder=demo)
    shown = ocop("import", *DAY, str(demo / "a.xlsx"), folder=other)

    assert shown.code == 0, shown.out
    assert records(ocop, other) == records(ocop, demo)
    assert ocop("fmt", "--check", folder=other).code == 0


def test_what_is_kept_private_is_still_private_in_the_other_project(
    ocop: Call, demo: Path, tmp_path: Path
) -> None:
    other = empty(tmp_path / "other")
    ocop("export", *DAY, "--private", "a.xlsx", folder=demo)
    ocop("import", *DAY, str(demo / "a.xlsx"), folder=other)
    ocop("export", *DAY, "public.json", folder=other)

    assert "0900 000 011" in (demo / "content/producers/hkd-bep-men-la/producer.yaml").read_text()
    assert "0900 000 011" not in (other / "public.json").read_text("utf-8")


def test_what_an_editor_changes_in_a_cell_is_what_changes(ocop: Call, tmp_path: Path) -> None:
    folder = project(
        tmp_path,
        {
            "config.yaml": BILINGUAL,
            "content/producers/htx/producer.yaml": "name: HTX A\nkind: HTX\nphone: 0912345678\n",
            "content/products/che/product.yaml": (
                "# Hỏi lại giá.\nname: Chè\nset: 11\nguessed: [set]\nproducer: htx\n"
                "origin: {province: tỉnh Quảng Trị}\nprice: {from: 50.000}\n"
                "certificates:\n  - {kind: VietGAP, number: '12'}\n  - {kind: HACCP}\n"
            ),
        },
    )
    ocop("export", *DAY, "--lang", "vi", "a.xlsx", folder=folder)
    book = load_workbook(folder / "a.xlsx")
    for sheet, old, new in (
        ("Sản phẩm", 50000, 60000),
        ("Sản phẩm", 11, 12),
        ("Chủ thể", "0912345678", "0987654321"),
        ("Chi tiết", "12", "34"),
    ):
        cells = [cell for row in book[sheet].iter_rows() for cell in row if cell.value == old]
        assert len(cells) == 1
        cells[0].value = new
    # A row without an id is a product that is not there yet.
    head = [cell.value for cell in book["Sản phẩm"][1]]
    added = {"Tên sản phẩm": "Nước mắm", "Bộ sản phẩm": 8, "Tỉnh": "Quảng Trị", "Mã chủ thể": "htx"}
    book["Sản phẩm"].append([added.get(heading) for heading in head])
    book.save(folder / "b.xlsx")
    shown = ocop("import", *DAY, "--update", "b.xlsx", folder=folder)
    product = (folder / "content/products/che/product.yaml").read_text("utf-8")

    assert shown.code == 0, shown.out
    assert product.startswith("# Hỏi lại giá.\n")
    facts = yaml.load(product, yaml.BaseLoader)
    assert (facts["price"], facts["set"]) == ({"from": "60000"}, "12")
    assert facts["certificates"] == [{"kind": "VietGAP", "number": "34"}, {"kind": "HACCP"}]
    assert (folder / "content/products/nuoc-mam/product.yaml").is_file()
    assert "0987654321" in (folder / "content/producers/htx/producer.yaml").read_text("utf-8")


def test_recognitions_of_which_little_is_known_stay_as_many_as_they_are(
    ocop: Call, tmp_path: Path
) -> None:
    known = (
        "recognitions: [{stars: 3}, {stars: 3, date: 2020}, {stars: 3}, {stars: 3, decision: 1}]"
    )
    product = f"name: Chè\nset: 11\norigin: {{province: tỉnh Quảng Trị}}\n{known}\n"
    folder = tmp_path / "one"
    folder.mkdir()
    project(folder, {"config.yaml": BILINGUAL, "content/products/che/product.yaml": product})
    other = empty(tmp_path / "other")
    ocop("export", *DAY, "a.xlsx", folder=folder)
    ocop("import", *DAY, "--update", "a.xlsx", folder=folder)
    ocop("import", *DAY, str(folder / "a.xlsx"), folder=other)

    assert (folder / "content/products/che/product.yaml").read_text("utf-8") == product
    assert records(ocop, other) == records(ocop, folder)


@settings(
    max_examples=1500 if os.environ.get("OCOP_SOAK") else 25,
    deadline=None,
    phases=[Phase.explicit, Phase.generate],  # what fails is small enough; shrinking takes minutes
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(
    makers=st.lists(producers(), min_size=1, max_size=2),
    wares=st.lists(products(tuple(NAMES)), min_size=1, max_size=3),
)
def test_whatever_the_schema_allows_comes_back(
    ocop: Call, makers: list[Any], wares: list[Any]
) -> None:
    with TemporaryDirectory() as above:
        folder, other = Path(above, "one"), empty(Path(above, "other"))
        folder.mkdir()
        project(folder, {"config.yaml": BILINGUAL, **content(makers, wares)})
        shown = ocop("export", *DAY, "--private", "a.xlsx", folder=folder)
        assert shown.code == 0, shown.out
        before = files(folder)
        shown = ocop("import", *DAY, "--update", "--format", "json", "a.xlsx", folder=folder)
        told = json.loads(shown.out)
        assert {one["outcome"] for one in told["entries"]} == {"same"}, told
        assert files(folder) == before
        shown = ocop("import", *DAY, str(folder / "a.xlsx"), folder=other)
        assert shown.code == 0, shown.out
        assert records(ocop, other) == records(ocop, folder)


def content(makers: list[Any], wares: list[Any]) -> Mapping[str, str]:
    """Content files of drawn entries; a producer that was not drawn has a name and a kind."""
    plain = [{"kind": "HTX"} for _ in range(len(makers), len(NAMES))]
    named = zip(NAMES.items(), [*makers, *plain], strict=True)
    drawn = {
        **{f"producers/{one}/producer": {"name": name, **facts} for (one, name), facts in named},
        **{f"products/p{number}/product": ware for number, ware in enumerate(wares)},
    }
    return {
        f"content/{name}.yaml": yaml.dump(facts, allow_unicode=True)
        for name, facts in drawn.items()
    }
