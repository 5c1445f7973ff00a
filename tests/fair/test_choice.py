"""Which products a command for fairs is about, and what it answers to a wrong choice."""

from pathlib import Path

import pytest

from ocop.domain.catalogue import Catalogue
from ocop.domain.fair import Booth
from ocop.fair.choice import Choice, chosen, chosen_booths, makers_at
from ocop.paths import EntryId
from ocop.text import Language
from support.project import load
from support.stall import stall
from support.terminal import Call, Shown, caller

FAIR = EntryId("cho")
ALL = ["am-tich", "che-xanh", "khan", "mat-ong", "nuoc-mam"]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return stall(tmp_path_factory.mktemp("stall"))


@pytest.fixture(scope="module")
def catalogue(folder: Path) -> Catalogue:
    return load(folder)


@pytest.fixture
def labels(
    folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> Call:
    """Asks for labels, of which none are ever written."""
    ocop = caller(capsys, monkeypatch)

    def call(*arguments: str) -> Shown:
        shown = ocop("labels", "--today", "2026-11-21", "--lang", "en", *arguments, folder=folder)
        assert not list(folder.glob("*.pdf"))
        return shown

    return call


def ids(catalogue: Catalogue, choice: Choice) -> list[str]:
    return [str(one.id) for one in chosen(catalogue, choice)]


def test_nothing_asked_is_everything_in_alphabetical_order(catalogue: Catalogue) -> None:
    assert ids(catalogue, Choice()) == ALL
    english = chosen(catalogue, Choice(), Language("en"))
    assert [one.id for one in english] == ["che-xanh", "nuoc-mam", "khan", "mat-ong", "am-tich"]


@pytest.mark.parametrize(
    ("choice", "expected"),
    [
        (Choice(fair=FAIR), ALL),
        (Choice(fair=FAIR, booths=("A2",)), ["am-tich", "mat-ong", "nuoc-mam"]),
        (Choice(fair=FAIR, booths=("A1", "A2"), producers=(EntryId("htx"),)), ["che-xanh"]),
        (Choice(producers=(EntryId("ho"),)), ["khan", "mat-ong", "nuoc-mam"]),
        (Choice(provinces=("38",)), ALL),
        (Choice(provinces=("01",)), []),
        (Choice(communes=("15667", "14797")), ALL),
        (Choice(communes=("14797",)), []),
        (Choice(industries=("IV",)), ["am-tich", "khan"]),
        (Choice(sets=(4, 9)), ["mat-ong", "nuoc-mam"]),
        (Choice(ids=(EntryId("khan"), EntryId("che-xanh"))), ["che-xanh", "khan"]),
        (Choice(ids=(EntryId("khan"),), sets=(4,)), []),
    ],
)
def test_of_one_kind_any_and_of_different_kinds_all(
    catalogue: Catalogue, choice: Choice, expected: list[str]
) -> None:
    assert ids(catalogue, choice) == expected


def test_a_booth_that_lists_no_products_shows_its_makers(catalogue: Catalogue) -> None:
    assert ids(catalogue, Choice(fair=FAIR, booths=("A3",))) == ["che-xanh", "khan"]


def test_at_a_booth_stand_the_makers_that_it_lists_else_those_of_what_it_shows(
    catalogue: Catalogue,
) -> None:
    shown = [catalogue.products[EntryId(one)] for one in ("khan", "am-tich", "mat-ong")]

    assert makers_at(Booth("1"), shown) == ("htx", "ho", "lo")
    assert makers_at(Booth("1", producers=(EntryId("lo"),)), shown) == ("lo",)
    assert makers_at(Booth("1"), ()) == ()


def test_booths_keep_the_order_of_the_fair(catalogue: Catalogue) -> None:
    booths = chosen_booths(catalogue, Choice(fair=FAIR, booths=("A3", "A1")))

    assert [one.number for one in booths] == ["A1", "A3"]


@pytest.mark.parametrize(
    ("arguments", "near"),
    [
        (("--product", "che-xan"), "che-xanh"),
        (("--producer", "Hộ ông Ba"), "ho"),
        (("--fair", "choo"), "cho"),
        (("--fair", "cho", "--booth", "A9"), "A1, A2, A3, A4"),
        (("--province", "Thanh Hóaa"), "tỉnh Thanh Hóa"),
    ],
)
def test_what_does_not_exist_is_refused_and_what_is_near_is_named(
    labels: Call, arguments: tuple[str, ...], near: str
) -> None:
    shown = labels(*arguments)

    assert shown.code == 2
    assert f"Did you mean {near}" in shown.err


def test_a_booth_needs_its_fair(labels: Call) -> None:
    shown = labels("--booth", "A1")

    assert (shown.code, "add --fair" in shown.err) == (2, True)


@pytest.mark.parametrize("text", ["", "# nothing but a note\n"])
def test_an_empty_list_is_refused(labels: Call, folder: Path, text: str) -> None:
    (folder / "list.txt").write_text(text)

    shown = labels("--list", "list.txt")

    assert (shown.code, "holds no product's id" in shown.err) == (2, True)


def test_every_wrong_line_of_a_list_is_named(labels: Call, folder: Path) -> None:
    (folder / "list.txt").write_bytes("\ufeffche-xanh 2\r\nche-do\r\nkhan -1\r\n".encode())

    shown = labels("--list", "list.txt", "--format", "github")

    assert shown.code == 1
    assert "line=2" in shown.out
    assert "line=3" in shown.out
    assert "line=1" not in shown.out


def test_a_choice_that_leaves_nothing_is_a_fault_of_the_fair(labels: Call) -> None:
    shown = labels("--fair", "cho", "--booth", "A4", "--format", "github")

    assert shown.code == 1
    assert "content/fairs/cho/fair.yaml" in shown.out
    assert "OCOP620" in shown.out
