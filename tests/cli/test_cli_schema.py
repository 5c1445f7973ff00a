"""``ocop schema``: what editors need to complete, explain and check."""

import json
from pathlib import Path

from support.project import SMALL, project
from support.terminal import Call


def test_one_schema_is_printed_in_the_language_asked_for(ocop: Call, tmp_path: Path) -> None:
    vi = json.loads(ocop("schema", "product", "--lang", "vi", folder=tmp_path).out)
    en = json.loads(ocop("schema", "product", "--lang", "en", folder=tmp_path).out)

    assert (vi["properties"]["set"]["title"], en["properties"]["set"]["title"]) == (
        *("Bộ sản phẩm", "Product set"),
    )
    assert list(tmp_path.iterdir()) == []


def test_all_are_written_into_a_folder(ocop: Call, tmp_path: Path) -> None:
    shown = ocop("schema", "--out", "schemas", folder=tmp_path)
    ocop("schema", "fair", "--out", "one", folder=tmp_path)

    assert shown.code == 0
    assert len(list((tmp_path / "schemas").glob("*.schema.json"))) == 8
    assert [file.name for file in (tmp_path / "one").iterdir()] == ["fair.schema.json"]


def test_a_project_gets_them_and_its_own_settings_are_left(ocop: Call, tmp_path: Path) -> None:
    project(tmp_path, {**SMALL, ".vscode/settings.json": '{"editor.fontSize": 20}\n'})

    shown = ocop("schema", "--format", "json", folder=tmp_path)

    told = json.loads(shown.out)
    assert told["kept"] == ["settings.json"]
    assert "ocop/product.schema.json" in told["written"]
    assert "fontSize" in (tmp_path / ".vscode/settings.json").read_text("utf-8")
    assert "settings.json" in ocop("schema", folder=tmp_path).out


def test_outside_a_project_and_for_an_unknown_kind_it_says_so(ocop: Call, tmp_path: Path) -> None:
    assert ocop("schema", folder=tmp_path).code == 2
    assert ocop("schema", "shop", folder=tmp_path).code == 2
