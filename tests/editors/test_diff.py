"""``ocop diff``: what a shopper would notice, and nothing else."""

import json
from pathlib import Path

import pytest

from support.project import PRODUCER, PRODUCT, project
from support.repository import commit, git, repository
from support.terminal import Call

DAY = ("--today", "2026-11-21")
CHE = "content/products/che/product.yaml"
STARS = """\
recognitions:
  - {stars: 3, date: 2025-12-01, decision: 1/QĐ-UBND, authority: UBND tỉnh Thanh Hóa}
"""
MORE = STARS + (
    "  - {stars: 4, date: 2026-06-01, decision: 2/QĐ-UBND, authority: UBND tỉnh Thanh Hóa, "
    "kind: upgrade}\n"
)
FILES = {
    CHE: f"{PRODUCT}price: {{from: 120000}}\n{STARS}",
    "content/products/mat/product.yaml": PRODUCT.replace("Chè xanh", "Mật ong") + STARS,
    "content/producers/htx/producer.yaml": PRODUCER,
    "content/fairs/tet/fair.yaml": "name: Chợ Tết\nfrom: 2027-01-10\n",
    "content/news/khai-mac/news.yaml": "title: Khai mạc\ndate: 2026-11-01\n",
}


def told(ocop: Call, folder: Path, *arguments: str) -> list[tuple[str, str, str, str]]:
    """The changes as programs see them: what, id, before, after; spaces may break."""
    shown = ocop("diff", *arguments, *DAY, "--format", "json", folder=folder)
    assert shown.code == 0, shown.err
    changes = json.loads(shown.out.replace("\N{NO-BREAK SPACE}", " "))["changes"]
    return [(one["what"], one["id"], one["before"], one["after"]) for one in changes]


def edit(folder: Path, file: str, old: str, new: str) -> None:
    """Replace a text that is there in a file."""
    text = (folder / file).read_text("utf-8")
    assert old in text
    (folder / file).write_text(text.replace(old, new), "utf-8")


def test_what_is_as_it_was_is_not_told(ocop: Call, tmp_path: Path) -> None:
    folder = repository(tmp_path, FILES)
    edit(folder, CHE, "name: Chè xanh", "# ghi chú\nname:   'Chè xanh'")

    assert told(ocop, folder) == []
    assert "khách không thấy gì khác" in ocop("diff", *DAY, folder=folder).out


@pytest.mark.parametrize(
    ("file", "old", "new", "change"),
    [
        (CHE, "name: Chè xanh", "name: Chè tươi", ("name", "che", "Chè xanh", "Chè tươi")),
        (CHE, "120000", "150000", ("price", "che", "120.000 ₫", "150.000 ₫")),
        (CHE, "price: {from: 120000}\n", "", ("price", "che", "120.000 ₫", "")),
        (CHE, STARS, MORE, ("up", "che", "3 ★ (01/12/2028)", "4 ★ (01/06/2029)")),
        (CHE, STARS, "", ("ended", "che", "3 ★ (01/12/2028)", "–")),
        (
            CHE,
            "UBND tỉnh",
            "UBND Tỉnh",
            ("decision", "che", "3 ★ (01/12/2028)", "3 ★ (01/12/2028)"),
        ),
        (CHE, "producer: htx\n", "", ("maker", "che", "htx", "")),
        (CHE, "xã Bình Sơn", "xã Thọ Bình", ("where", "che", "", "")),
        (CHE, "set: 11", "set: 12", ("set", "che", "", "")),
        (CHE, "set: 11", "set: 11\nsummary: Ngon", ("words", "che", "", "")),
        (CHE, "set: 11", "set: 11\nseason: all", ("season", "che", "", "")),
        (CHE, "set: 11", "set: 11\nsample: true", ("details", "che", "", "")),
        (
            "content/producers/htx/producer.yaml",
            "kind: cooperative",
            'kind: cooperative\nphone: "0335123456"',
            ("contact", "htx", "", ""),
        ),
        (
            "content/fairs/tet/fair.yaml",
            "2027-01-10",
            "2027-01-12",
            ("days", "tet", "10/01/2027", "12/01/2027"),
        ),
        (
            "content/news/khai-mac/news.yaml",
            "2026-11-01",
            "2026-11-02",
            ("details", "khai-mac", "", ""),
        ),
    ],
)
def test_each_change_has_its_word(
    ocop: Call,
    tmp_path: Path,
    file: str,
    old: str,
    new: str,
    change: tuple[str, str, str, str],
) -> None:
    folder = repository(tmp_path, FILES)
    edit(folder, file, old, new)

    assert told(ocop, folder) == [change]


def test_entries_come_go_and_change_their_ids(ocop: Call, tmp_path: Path) -> None:
    folder = repository(tmp_path, FILES)
    git(folder, "mv", "content/products/mat", "content/products/mat-ong")
    edit(folder, "content/products/mat-ong/product.yaml", "set: 11", "set: 11\naliases: [mat]")
    (folder / "content/news/khai-mac/news.yaml").unlink()
    (folder / "content/news/khai-mac").rmdir()
    new = folder / "content/products/mam/product.yaml"
    new.parent.mkdir()
    new.write_text(PRODUCT.replace("Chè xanh", "Mắm"), "utf-8")  # git does not keep it yet

    assert told(ocop, folder) == [
        ("added", "mam", "", ""),
        ("gone", "khai-mac", "", ""),
        ("renamed", "mat-ong", "mat", "mat-ong"),
    ]
    shown = ocop("diff", *DAY, "--lang", "vi", folder=folder).out
    assert "+1 sản phẩm, −1 tin, 1 mục đổi mã" in shown
    assert "Nguyễn Lan, " in shown


def test_a_draft_is_not_there_for_shoppers(ocop: Call, tmp_path: Path) -> None:
    folder = repository(tmp_path, FILES)
    edit(folder, CHE, "set: 11", "set: 11\ndraft: true")

    assert told(ocop, folder) == [("gone", "che", "", "3 ★")]


def test_a_story_and_a_photo_changed_in_place_are_told(ocop: Call, tmp_path: Path) -> None:
    photo = "content/products/che/a.jpg"
    files: dict[str, str | bytes] = {
        **FILES,
        CHE: f"{FILES[CHE]}photos: [{{file: a.jpg, alt: Chè}}]\n",
        photo: b"one",
        "content/products/che/story.vi.md": "Chuyện cũ.\n",
    }
    folder = repository(tmp_path, files)
    (folder / photo).write_bytes(b"two")
    (folder / "content/products/che/story.vi.md").write_text("Chuyện mới.\n", "utf-8")

    assert told(ocop, folder) == [("photos", "che", "1", "1"), ("story", "che", "", "")]


def test_any_commit_can_be_compared_with(ocop: Call, tmp_path: Path) -> None:
    folder = repository(tmp_path, FILES)
    edit(folder, CHE, "120000", "150000")
    commit(folder, "Giá mới")

    assert told(ocop, folder) == []
    assert told(ocop, folder, "HEAD~1") == [("price", "che", "120.000 ₫", "150.000 ₫")]


def test_a_project_may_be_a_folder_of_the_repository(ocop: Call, tmp_path: Path) -> None:
    inner = tmp_path / "trang"
    inner.mkdir()
    project(inner, FILES)
    git(tmp_path, "init", "-q")
    commit(tmp_path, "Bắt đầu")
    edit(inner, CHE, "120000", "150000")

    assert told(ocop, inner) == [("price", "che", "120.000 ₫", "150.000 ₫")]


def test_what_has_faults_is_named_and_the_rest_is_told(ocop: Call, tmp_path: Path) -> None:
    folder = repository(tmp_path, FILES)
    edit(folder, CHE, "120000", "150000")
    (folder / "content/products/mat/product.yaml").write_text("name: [\n", "utf-8")
    edit(folder, "content/producers/htx/producer.yaml", "cooperative", "zzz")

    assert told(ocop, folder) == [("price", "che", "120.000 ₫", "150.000 ₫")]
    shown = ocop("diff", *DAY, folder=folder).out
    assert "content/producers/htx/producer.yaml, content/products/mat/product.yaml" in shown


def test_names_mean_nothing_in_markdown(ocop: Call, tmp_path: Path) -> None:
    folder = repository(tmp_path, FILES)
    edit(folder, CHE, "name: Chè xanh", 'name: "@ai <b>*Chè*</b> | [a](b)"')

    shown = ocop("diff", *DAY, "--format", "md", folder=folder)

    line = shown.out.splitlines()[-1]
    assert line.startswith(r"- &#64;ai \<b\>\*Chè\*\</b\> \| \[a\](b) (`products/che`): ")
    assert shown.out.startswith("### So với ")


def test_long_lists_are_cut_for_people_only(ocop: Call, tmp_path: Path) -> None:
    folder = repository(tmp_path, FILES)
    for name in ("a", "b", "c"):
        (folder / f"content/products/{name}").mkdir()
        text = PRODUCT.replace("Chè xanh", f"Chè {name}")
        (folder / f"content/products/{name}/product.yaml").write_text(text, "utf-8")

    assert "… và 2 mục nữa" in ocop("diff", *DAY, "--limit", "1", folder=folder).out
    assert len(told(ocop, folder, "--limit", "1")) == 3


def test_without_git_or_with_an_unknown_revision_it_says_so(ocop: Call, tmp_path: Path) -> None:
    (tmp_path / "bare").mkdir()
    (tmp_path / "kept").mkdir()
    bare = project(tmp_path / "bare", FILES)
    kept = repository(tmp_path / "kept", FILES)

    assert ocop("diff", folder=bare).code == 2
    assert "git init" in ocop("diff", folder=bare).err
    for revision in ("khong-co", "--output=x", "HEAD~99"):
        shown = ocop("diff", "--", revision, folder=kept)
        assert (shown.code, shown.out) == (2, "")
        assert revision in shown.err
    assert not (kept / "x").exists()
