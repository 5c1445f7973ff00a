"""``ocop build``: the site of a new project, and nothing at all while there are errors."""

import gc
import json
from pathlib import Path

import pytest

from support.terminal import Call

DAY = ("--today", "2026-11-21")


@pytest.fixture
def starter(ocop: Call, tmp_path: Path) -> Path:
    """A new project, as ``ocop init`` makes it."""
    assert ocop("init", "site of mine", folder=tmp_path).code == 0
    return tmp_path / "site of mine"


def contents(folder: Path) -> dict[str, bytes]:
    """Every file below a folder."""
    files = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}


def test_a_new_project_is_built_at_once_and_then_left_alone(ocop: Call, starter: Path) -> None:
    first = ocop("build", *DAY, "--jobs", "1", "--format", "json", folder=starter)
    again = ocop("build", *DAY, "--jobs", "2", "--format", "json", folder=starter / "content")

    told = json.loads(first.out)
    assert (first.code, first.err) == (0, "")
    assert set(told) == {
        *("diagnostics", "errors", "warnings"),
        *("products", "pages", "written", "unchanged", "removed", "seconds"),
    }
    assert (told["products"], told["errors"], told["warnings"]) == (2, 0, 0)
    assert (starter / "site" / "index.html").is_file()
    second = json.loads(again.out)
    assert (second["written"], second["removed"]) == (0, 0)
    assert second["unchanged"] == told["written"]


def test_the_last_line_says_what_was_made_and_where(ocop: Call, starter: Path) -> None:
    shown = ocop("build", *DAY, "--jobs", "1", "--lang", "en", folder=starter)

    (line,) = shown.out.splitlines()
    assert line.startswith("2 products, ")
    assert line.endswith(f"open {starter / 'site' / 'index.html'}")


def test_errors_leave_the_site_as_it_is_byte_for_byte(ocop: Call, starter: Path) -> None:
    ocop("build", *DAY, "--jobs", "1", folder=starter)
    before = contents(starter / "site")
    (starter / "content/products/tra-mau/product.yaml").write_text("name: 'Trà\n", "utf-8")

    shown = ocop("build", *DAY, "--jobs", "1", folder=starter)

    assert shown.code == 1
    assert shown.out.rstrip().endswith("2 sản phẩm, 1 lỗi — trang đang đăng được giữ nguyên")
    assert contents(starter / "site") == before


def test_a_strict_build_publishes_nothing_with_a_warning(ocop: Call, starter: Path) -> None:
    (starter / "content" / "ghi-chu.txt").write_text("nhớ gọi lại\n", "utf-8")

    strict = ocop("build", *DAY, "--jobs", "1", "--strict", folder=starter)

    assert strict.code == 1
    assert "trang đang đăng được giữ nguyên" in strict.out
    assert not (starter / "site" / "index.html").exists()
    assert ocop("build", *DAY, "--jobs", "1", folder=starter).code == 0


def test_another_folder_and_address_may_be_chosen(ocop: Call, starter: Path) -> None:
    address = "https://ocop.thainguyen.example/cho/"

    shown = ocop(
        *("build", *DAY, "--jobs", "1", "--out", "../public", "--base-url", address),
        folder=starter / "content",
    )

    assert shown.code == 0
    assert address in (starter / "public" / "sitemap.xml").read_text("utf-8")
    assert not (starter / "site").exists()


@pytest.mark.parametrize("address", ["ocop.vn", "", "https://a.vn/b?c", "https://a.vn/#b", "http:"])
def test_an_address_that_is_not_whole_is_wrong_use(ocop: Call, starter: Path, address: str) -> None:
    shown = ocop("build", *DAY, "--jobs", "1", "--base-url", address, folder=starter)

    assert (shown.code, shown.out) == (2, "")
    assert "--base-url" in shown.err


@pytest.mark.parametrize("out", ["content", "content/site", "templates", ".ocop/site"])
def test_a_site_is_never_put_among_what_it_is_made_from(
    ocop: Call, starter: Path, out: str
) -> None:
    shown = ocop("build", *DAY, "--jobs", "1", "--out", out, folder=starter)

    assert (shown.code, shown.out) == (2, "")
    assert f"{out.split('/')[0]}/" in shown.err
    assert not (starter / out / "index.html").exists()


def test_the_last_line_names_a_folder_as_people_do(ocop: Call, starter: Path) -> None:
    shown = ocop("build", *DAY, "--jobs", "1", "--out", "../public", folder=starter / "content")

    assert shown.out.rstrip().endswith(f"mở {starter / 'public' / 'index.html'}")


def test_drafts_are_published_only_when_asked_for(ocop: Call, starter: Path) -> None:
    file = starter / "content/products/tra-mau/product.yaml"
    file.write_text(file.read_text("utf-8") + "draft: true\n", "utf-8")
    page = starter / "site/products/tra-mau.html"

    assert ocop("build", *DAY, "--jobs", "1", folder=starter).code == 0
    assert not page.exists()
    assert ocop("build", *DAY, "--jobs", "1", "--drafts", folder=starter).code == 0
    assert page.exists()


def test_to_mention_a_draft_is_no_fault_where_drafts_are_published(
    ocop: Call, starter: Path
) -> None:
    file = starter / "content/producers/htx-mau/producer.yaml"
    file.write_text(file.read_text("utf-8") + "draft: true\n", "utf-8")

    def warnings(*options: str) -> list[str]:
        shown = ocop("build", *DAY, "--jobs", "1", "--format", "json", *options, folder=starter)
        return [one["code"] for one in json.loads(shown.out)["diagnostics"]]

    assert warnings() == ["OCOP203", "OCOP203"]
    assert warnings("--drafts") == []


def test_a_profile_tells_of_every_stage_and_view(ocop: Call, starter: Path) -> None:
    shown = ocop("build", *DAY, "--jobs", "1", "--profile", "--format", "json", folder=starter)

    told = json.loads(shown.out)
    stages = told["profile"]["stages"]
    assert list(stages) == [
        *("start", "read", "check", "photos", "plan", "pages", "links", "publish", "total")
    ]
    assert (stages["read"]["units"], stages["photos"]["units"]) == (4, 0)
    views = told["profile"]["views"]
    assert {"home", "products", "producers"} < set(views)
    assert all(view["make"] > 0 for view in views.values())
    assert sum(view["pages"] for view in views.values()) == stages["pages"]["units"]
    assert 0 < stages["total"]["wall"] <= told["seconds"] + 0.1


def test_a_profile_of_two_processes_counts_the_same_pages(ocop: Call, starter: Path) -> None:
    def pages(jobs: str, out: str) -> dict[str, int]:
        command = ("build", *DAY, "--profile", "--format", "json", "--jobs", jobs, "--out", out)
        views = json.loads(ocop(*command, folder=starter).out)["profile"]["views"]
        return {name: view["pages"] for name, view in views.items()}

    assert pages("1", "one") == pages("2", "two")


@pytest.mark.parametrize(
    ("language", "heads"), [("vi", ("công đoạn", "loại trang")), ("en", ("stage", "kind of page"))]
)
def test_a_profile_is_a_table_above_the_last_line(
    ocop: Call, starter: Path, language: str, heads: tuple[str, str]
) -> None:
    shown = ocop("build", *DAY, "--jobs", "1", "--profile", "--lang", language, folder=starter)

    lines = shown.out.splitlines()
    assert lines[0].startswith(heads[0])
    assert any(line.startswith(heads[1]) for line in lines)
    assert "index.html" in lines[-1]


def test_a_profile_of_nothing_says_so(ocop: Call, starter: Path) -> None:
    ocop("build", *DAY, "--jobs", "1", folder=starter)
    (starter / "site").touch()

    again = ocop("build", *DAY, "--jobs", "1", folder=starter)
    shown = ocop("build", *DAY, "--jobs", "1", "--profile", "--lang", "en", folder=starter)

    assert again.code == 0
    assert shown.out.startswith("Nothing has changed, so nothing had to be done.\n\n2 products")


def test_a_build_leaves_the_collector_of_garbage_as_it_was(ocop: Call, starter: Path) -> None:
    assert ocop("build", *DAY, "--jobs", "1", folder=starter).code == 0
    assert gc.isenabled()
