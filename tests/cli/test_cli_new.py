"""``ocop init`` and ``ocop new``: what they write is good as it stands."""

import io
import json
from pathlib import Path
from typing import get_args

import pytest

from ocop.cli.form import examples, fill
from ocop.content.typed import MODELS
from ocop.messages import LANGUAGES
from ocop.paths import SourcePath
from ocop.schema.check import validate
from ocop.schema.fieldtype import Context
from ocop.schema.model import keys
from ocop.source.entry import FOLDERS, Kind
from ocop.source.parse import parse_document
from ocop.text import Language
from support.project import SMALL, project
from support.terminal import Call, Shown

KINDS: tuple[Kind, ...] = get_args(Kind)
ENOUGH: dict[Kind, tuple[str, ...]] = {
    "product": ("--name", "Trà “ngon”: #1", "--set", "11", "--province", "Thái Nguyên"),
    "producer": ("--name", 'HTX "Hảo Đạt"', "--type", "HTX", "--phone", "0335123456"),
    "fair": ("--name", "Phiên chợ", "--date", "20/11/2026"),
    "programme": ("--name", "OCOP", "--province", "Thái Nguyên", "--district", "Đại Từ"),
    "place": ("--code", "19"),
    "page": ("--name", "no"),
    "news": ("--name", "Tin: mới"),
}


def errors(shown: Shown) -> list[str]:
    """The errors of a run of ``check --format json``."""
    told = json.loads(shown.out)["diagnostics"]
    return [one["code"] for one in told if one["severity"] == "error"]


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_what_new_writes_passes_check(
    ocop: Call, tmp_path: Path, kind: Kind, language: Language
) -> None:
    project(tmp_path, SMALL)

    shown = ocop("new", kind, *ENOUGH[kind], "--lang", language, folder=tmp_path)

    assert (shown.code, shown.err) == (0, "")
    assert ocop("fmt", "--check", folder=tmp_path).code == 0
    assert errors(ocop("check", "--format", "json", folder=tmp_path)) == []


@pytest.mark.parametrize("kind", KINDS)
def test_a_form_shows_every_key_of_the_schema(kind: Kind) -> None:
    assert sorted(examples(kind)) == sorted(keys(MODELS[kind]))


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_commented_line_is_good_once_it_is_used(kind: Kind, language: Language) -> None:
    text = fill(kind, {}, "head", "required", language)
    used = "\n".join(line.removeprefix("# ") for line in text.splitlines())
    if kind == "place":
        used = used.replace('commune: "05488"', "")

    document, faults = parse_document(SourcePath("x.yaml"), used.encode())

    assert faults == ()
    assert document is not None
    _, faults = validate(MODELS[kind], document, Context(SourcePath("x"), Language("vi")))
    assert faults == ()


def test_answers_are_kept_letter_by_letter(ocop: Call, tmp_path: Path) -> None:
    project(tmp_path, SMALL)

    ocop("new", "producer", *ENOUGH["producer"], folder=tmp_path)

    file = tmp_path / "content/producers/htx-hao-dat/producer.yaml"
    document, _ = parse_document(SourcePath("x.yaml"), file.read_bytes())
    assert document is not None
    assert document.data == {"name": 'HTX "Hảo Đạt"', "kind": "HTX", "phone": "0335123456"}


def test_the_id_comes_from_the_name_and_gives_way_to_what_is_there(
    ocop: Call, tmp_path: Path
) -> None:
    project(tmp_path, SMALL)

    found = [
        json.loads(
            ocop("new", "page", "--name", "Đôi lời", "--format", "json", folder=tmp_path).out
        )
        for _ in range(3)
    ]

    assert [one["id"] for one in found] == ["doi-loi", "doi-loi-2", "doi-loi-3"]
    assert found[2]["path"] == "content/pages/doi-loi-3/page.yaml"


def test_a_taken_id_is_refused_with_another_one(ocop: Call, tmp_path: Path) -> None:
    project(tmp_path, SMALL)

    shown = ocop("new", "product", "che", *ENOUGH["product"], folder=tmp_path)

    assert shown.code == 2
    assert "che-2" in shown.err


@pytest.mark.parametrize("entry", ["Chè", "che_xanh", "con", "a" * 81, "../../etc", "-a"])
def test_a_bad_id_is_refused_and_nothing_written(ocop: Call, tmp_path: Path, entry: str) -> None:
    project(tmp_path, SMALL)
    before = sorted(tmp_path.rglob("*"))

    shown = ocop("new", "product", *ENOUGH["product"], "--", entry, folder=tmp_path)

    assert shown.code == 2
    assert sorted(tmp_path.rglob("*")) == before


def test_an_unknown_set_or_kind_comes_with_those_that_there_are(ocop: Call, tmp_path: Path) -> None:
    project(tmp_path, SMALL)
    product = ("new", "product", "--name", "Trà", "--province", "Thái Nguyên", "--set")

    for answer in ("99", "không biết"):
        shown = ocop(*product, answer, folder=tmp_path)
        assert shown.code == 2
        assert f"Không có bộ sản phẩm “{answer}”" in shown.err
        assert "11  Chè tươi, chè chế biến\n" in shown.err
        assert "26  Dịch vụ du lịch cộng đồng" in shown.err

    shown = ocop("new", "producer", "--name", "A", "--type", "vườn", folder=tmp_path)
    assert shown.code == 2
    assert "“vườn”. Chọn một trong: HTX, THT," in shown.err


def test_without_a_terminal_what_is_missing_is_named(ocop: Call, tmp_path: Path) -> None:
    project(tmp_path, SMALL)

    shown = ocop("new", "product", "--name", "Vicumax", folder=tmp_path)

    assert shown.code == 2
    assert "--set, --province" in shown.err


def test_the_set_is_proposed_from_the_name_and_marked_as_a_guess(
    ocop: Call, tmp_path: Path
) -> None:
    project(tmp_path, SMALL)
    told = ("new", "product", "--name", "Nước mắm Ba Làng", "--province", "Thanh Hóa")

    shown = ocop(*told, folder=tmp_path)

    text = (tmp_path / "content/products/nuoc-mam-ba-lang/product.yaml").read_text("utf-8")
    assert "\nset: 9\n" in text
    assert "\nguessed: [set]\n" in text
    assert "Bộ sản phẩm 9 (Tương, nước mắm, gia vị dạng lỏng khác) là đoán" in shown.out


def test_the_present_commune_is_proposed_where_the_names_settle_it(
    ocop: Call, tmp_path: Path
) -> None:
    project(tmp_path, SMALL)
    place = ("--province", "Thanh Hóa", "--district", "huyện Triệu Sơn", "--commune", "Bình Sơn")

    ocop("new", "product", "x", "--name", "Chè", "--set", "11", *place, folder=tmp_path)

    text = (tmp_path / "content/products/x/product.yaml").read_text("utf-8")
    assert '\n  now: "15667"  # xã Thọ Bình, tỉnh Thanh Hóa\n' in text
    assert errors(ocop("check", "--format", "json", folder=tmp_path)) == []


def test_of_several_communes_all_are_offered_and_none_is_chosen(ocop: Call, tmp_path: Path) -> None:
    project(tmp_path, SMALL)
    place = ("--province", "Thanh Hóa", "--commune", "xã Quang Trung")

    shown = ocop("new", "product", "x", "--name", "Chè", "--set", "11", *place, folder=tmp_path)

    text = (tmp_path / "content/products/x/product.yaml").read_text("utf-8")
    assert "có thể là nhiều xã" in shown.out
    assert text.count("\n  # now: ") == 3
    assert errors(ocop("check", "--format", "json", folder=tmp_path)) == []


def test_the_province_may_come_from_the_scope(ocop: Call, tmp_path: Path) -> None:
    scoped = 'title: A\nurl: https://ocop.example/\nlanguages: [vi]\nscope: "38"\n'
    project(tmp_path, {**SMALL, "config.yaml": scoped})

    shown = ocop("new", "product", "--name", "Trà", "--set", "11", folder=tmp_path)

    assert (shown.code, shown.err) == (0, "")
    assert errors(ocop("check", "--format", "json", folder=tmp_path)) == []


@pytest.mark.parametrize(
    "wrong",
    [
        ("product", "--set", "99"),
        ("product", "--set", "gỗ quý"),
        ("product", "--producer", "nobody"),
        ("product", "--phone", "0335123456"),
        ("producer", "--type", "nhóm nhạc"),
        ("producer", "--phone", "không có"),
        ("fair", "--date", "hôm qua"),
        ("place", "--code", "99"),
    ],
)
def test_a_wrong_answer_is_refused_and_nothing_written(
    ocop: Call, tmp_path: Path, wrong: tuple[Kind, str, str]
) -> None:
    project(tmp_path, SMALL)
    kind, option, value = wrong
    before = sorted(tmp_path.rglob("*"))

    shown = ocop("new", kind, *ENOUGH[kind], option, value, folder=tmp_path)

    assert shown.code == 2
    assert option in shown.err
    assert sorted(tmp_path.rglob("*")) == before


def test_a_set_may_be_given_by_its_name(ocop: Call, tmp_path: Path) -> None:
    project(tmp_path, SMALL)

    ocop(
        *("new", "product", "tra", "--name", "Trà", "--set", "chè", "--province", "Huế"),
        folder=tmp_path,
    )

    assert "\nset: 11\n" in (tmp_path / "content/products/tra/product.yaml").read_text("utf-8")


class Terminal(io.StringIO):
    """Somebody at a keyboard."""

    def isatty(self) -> bool:
        return True


def test_on_a_terminal_it_asks_again_until_the_answer_is_good(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from ocop.cli.edge import run

    project(tmp_path, SMALL)
    typed = ["", "Trà Tân Cương", "99", "11", "Thái Nguyên", "", "nobody", "htx", "Trà", ""]
    monkeypatch.setattr("sys.stdin", Terminal("\n".join(typed) + "\n"))
    monkeypatch.setattr("sys.stdout", Terminal())
    monkeypatch.chdir(tmp_path)

    assert run(["new", "product", "--lang", "vi"]) == 0

    text = (tmp_path / "content/products/tra/product.yaml").read_text("utf-8")
    assert 'name: "Trà Tân Cương"\n' in text
    assert "\nset: 11\n" in text
    assert 'producer: "htx"\n' in text


def test_on_a_terminal_enter_takes_a_proposal_and_a_code_settles_the_commune(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from ocop.cli.edge import run

    project(tmp_path, SMALL)
    shown = Terminal()
    typed = ["Chè Quang Trung", "", "Thanh Hóa", "xã Quang Trung", "99999", "16489", "", ""]
    monkeypatch.setattr("sys.stdin", Terminal("\n".join(typed) + "\n"))
    monkeypatch.setattr("sys.stdout", shown)
    monkeypatch.chdir(tmp_path)

    assert run(["new", "product", "--lang", "vi"]) == 0

    text = (tmp_path / "content/products/che-quang-trung/product.yaml").read_text("utf-8")
    assert "\nset: 11\n" in text
    assert "\nguessed: [set]\n" in text
    assert '  now: "16489"  # xã ' in text
    assert "(Enter: 11 Chè tươi, chè chế biến)" in shown.getvalue()
    assert "    14818  phường" in shown.getvalue()
    assert "“99999” không có trong các mã trên." in shown.getvalue()


def test_a_new_project_passes_check_and_says_what_next(ocop: Call, tmp_path: Path) -> None:
    shown = ocop("init", "quê tôi", folder=tmp_path)

    assert (shown.code, shown.err) == (0, "")
    assert "ocop serve" in shown.out
    made = tmp_path / "quê tôi"
    assert {path.name for path in made.iterdir()} == {
        *("config.yaml", "content", "README.md", ".gitignore", ".gitattributes"),
        *(".editorconfig", ".vscode", ".github", ".gitlab-ci.yml", "CODEOWNERS"),
        "requirements.txt",
    }
    assert sorted(path.name for path in (made / "content").iterdir()) == [
        *("pages", "producers", "products")
    ]
    assert set(FOLDERS) >= {path.name for path in (made / "content").iterdir()}
    checked = ocop("check", "--strict", "--project", "quê tôi", folder=tmp_path)
    assert (checked.code, checked.out) == (0, "2 sản phẩm, không có lỗi nào.\n")


def test_a_project_is_never_made_over_another(ocop: Call, tmp_path: Path) -> None:
    project(tmp_path, SMALL)
    before = {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()}

    shown = ocop("init", ".", folder=tmp_path)

    assert shown.code == 2
    assert {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()} == before


def test_what_lies_in_the_folder_is_left_as_it_is(ocop: Call, tmp_path: Path) -> None:
    (tmp_path / "README.md").write_text("mine\n", "utf-8")
    (tmp_path / "content" / "products").mkdir(parents=True)

    shown = ocop("init", ".", folder=tmp_path)

    assert shown.code == 0
    assert "README.md" in shown.out
    assert (tmp_path / "README.md").read_text("utf-8") == "mine\n"
    assert [path.name for path in (tmp_path / "content").rglob("*")] == ["products"]
