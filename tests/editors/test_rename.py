"""``ocop rename``: another id, and every way to the entry still leads to it."""

import json
from pathlib import Path

import pytest

from ocop.domain.short_code import computed, short_code
from ocop.paths import EntryId
from support.project import PRODUCER, PRODUCT, load, project
from support.repository import git, repository
from support.terminal import Call

DAY = ("--today", "2026-11-21")
CHE = "content/products/che"
OWN = f"# búp non\n{PRODUCT}photos: [{{file: a.jpg, alt: Chè}}]\n"
FILES = {
    f"{CHE}/product.yaml": OWN,
    "content/products/mat/product.yaml": PRODUCT.replace("Chè xanh", "Mật"),
    "content/products/mat/story.vi.md": "Ngon với [chè](product:che), như [nhà](producer:htx).\n",
    "content/producers/htx/producer.yaml": PRODUCER,
    "content/producers/che/producer.yaml": "name: Hộ Chè\nkind: household\n",
    "content/fairs/tet/fair.yaml": (
        "name: Tết\nfrom: 2027-01-10\nbooths:\n"
        "  - {number: A1, products: [mat, 'che'], producers: [che]} # gần cổng\n"
    ),
    "content/news/tin/news.yaml": "title: che\ndate: 2026-11-01\nproducts: che\n",
}


@pytest.fixture
def files() -> dict[str, str | bytes]:
    """The project of all tests here."""
    photo = next((Path(__file__).parents[2] / "content/products").glob("*/*.jpg"))
    return {**FILES, f"{CHE}/a.jpg": photo.read_bytes()}


def everything(folder: Path) -> dict[str, bytes]:
    """All content, byte for byte."""
    return {
        one.relative_to(folder).as_posix(): one.read_bytes()
        for one in sorted((folder / "content").rglob("*"))
        if one.is_file()
    }


def test_everything_that_leads_to_it_still_does(
    ocop: Call, tmp_path: Path, files: dict[str, str | bytes]
) -> None:
    folder = repository(tmp_path, files)

    shown = ocop("rename", "che", "che-xanh", "--kind", "product", *DAY, folder=folder)

    assert shown.code == 0, shown.out + shown.err
    now = everything(folder)
    assert not (folder / CHE).exists()
    assert now["content/products/che-xanh/a.jpg"] == files[f"{CHE}/a.jpg"]
    own = now["content/products/che-xanh/product.yaml"].decode()
    assert own == f"{OWN}aliases: [che]\n"
    assert now["content/fairs/tet/fair.yaml"].decode() == (
        "name: Tết\nfrom: 2027-01-10\nbooths:\n"
        "  - {number: A1, products: [mat, 'che-xanh'], producers: [che]} # gần cổng\n"
    )
    assert now["content/news/tin/news.yaml"] == (
        b"title: che\ndate: 2026-11-01\nproducts: che-xanh\n"
    )
    assert now["content/products/mat/story.vi.md"].decode() == (
        "Ngon với [chè](product:che-xanh), như [nhà](producer:htx).\n"
    )
    assert ocop("check", "--strict", *DAY, folder=folder).code == 0
    assert "R  content/products/che/a.jpg" in git(folder, "status", "--short")


def test_the_short_code_stays_through_every_renaming(ocop: Call, tmp_path: Path) -> None:
    """Printed codes are those of the oldest id, also when an entry gets it back."""
    folder = project(
        tmp_path, {"content/products/mot/product.yaml": PRODUCT.replace("producer: htx\n", "")}
    )

    for old, new in (("mot", "hai"), ("hai", "ba"), ("ba", "hai"), ("hai", "mot")):
        assert ocop("rename", old, new, *DAY, folder=folder).code == 0
        product = load(folder).products[EntryId(new)]
        assert short_code(product) == computed("mot")
        assert {old, "mot"} - {new} <= set(product.aliases)

    text = (folder / "content/products/mot/product.yaml").read_text("utf-8")
    assert f"short: {computed('mot')}" in text


@pytest.mark.parametrize(
    ("kind", "mentions"),
    [("producer", "content/products/che/product.yaml"), ("fair", "content/news/tin/news.yaml")],
)
def test_other_kinds_are_renamed_as_well(
    ocop: Call, tmp_path: Path, files: dict[str, str | bytes], kind: str, mentions: str
) -> None:
    files["content/news/tin/news.yaml"] = "title: T\ndate: 2026-11-01\nfairs:\n  - tet\n"
    folder = project(tmp_path, files)
    old = {"producer": "htx", "fair": "tet"}[kind]

    shown = ocop("rename", old, "moi", "--format", "json", *DAY, folder=folder)

    told = json.loads(shown.out)
    assert (told["kind"], told["old"], told["new"]) == (kind, old, "moi")
    assert mentions in told["changed"]
    assert ocop("check", *DAY, folder=folder).code == 0
    assert f"aliases: [{old}]" in (folder / f"content/{kind}s/moi/{kind}.yaml").read_text("utf-8")


def test_a_kind_without_former_ids_only_moves(
    ocop: Call, tmp_path: Path, files: dict[str, str | bytes]
) -> None:
    """The page of a place has its address from the code."""
    files["content/places/xa/place.yaml"] = "commune: '19363' # Cửa Tùng\n"
    folder = project(tmp_path, files)

    assert ocop("rename", "xa", "xa-cua-tung", *DAY, folder=folder).code == 0
    assert (folder / "content/places/xa-cua-tung/place.yaml").read_text("utf-8") == (
        "commune: '19363' # Cửa Tùng\n"
    )


def test_a_dry_run_names_the_files_and_changes_none(
    ocop: Call, tmp_path: Path, files: dict[str, str | bytes]
) -> None:
    folder = project(tmp_path, files)
    before = everything(folder)

    shown = ocop("rename", "mat", "mat-ong", "--dry-run", folder=folder)

    assert shown.out.splitlines()[:2] == [
        "  content/fairs/tet/fair.yaml",
        "  content/products/mat-ong/product.yaml",
    ]
    assert everything(folder) == before


def test_what_would_break_the_content_is_undone(
    ocop: Call, tmp_path: Path, files: dict[str, str | bytes]
) -> None:
    # Another product was called so once: two would answer to one former address.
    files["content/products/mat/product.yaml"] = (
        PRODUCT.replace("Chè xanh", "Mật") + "aliases: [che-cu]\n"
    )
    folder = repository(tmp_path, files)
    before = everything(folder)

    shown = ocop("rename", "che", "che-cu", "--kind", "product", *DAY, folder=folder)

    assert shown.code == 1
    assert "OCOP205" in shown.out
    assert everything(folder) == before
    assert git(folder, "status", "--short") == ""


@pytest.mark.parametrize(
    "arguments",
    [
        ("khong-co", "moi"),
        ("che", "moi"),  # a product and a producer
        ("mat", "che"),
        ("mat", "Mật Ong"),
        ("../products/mat", "moi"),
        ("mat", "../moi"),
    ],
)
def test_wrong_use_is_said_in_words(
    ocop: Call, tmp_path: Path, files: dict[str, str | bytes], arguments: tuple[str, ...]
) -> None:
    folder = project(tmp_path, files)
    before = everything(folder)

    shown = ocop("rename", *arguments, folder=folder)

    assert (shown.code, shown.out) == (2, "")
    assert everything(folder) == before
