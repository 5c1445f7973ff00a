"""``ocop pack``: what an edition holds, that it is whole, and that it is always the same."""

import os
import re
import subprocess
import zipfile
from pathlib import Path

import pytest

from support.edition import (
    COFFEE,
    COFFEE_MAKER,
    DAY,
    HONEY,
    TEA,
    TEA_MAKER,
    dead_links,
    files,
    market,
    naming,
    packed,
    refused,
    unzipped,
    wrong_sums,
)
from support.limits import small_files
from support.project import CONFIG, SMALL
from support.project import project as written
from support.terminal import Call, caller


@pytest.fixture
def ocop(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Call:
    return caller(capsys, monkeypatch)


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return market(tmp_path_factory.mktemp("market"))


def test_an_edition_is_whole_and_leads_nowhere_that_is_not_there(
    ocop: Call, project: Path, tmp_path: Path
) -> None:
    told = packed(ocop, project, "--out", str(tmp_path / "che.zip"))
    folder = unzipped(tmp_path / "che.zip", tmp_path / "stick")

    assert told["products"] == 3
    assert told["files"] == len(files(folder))
    assert told["out"][0]["bytes"] == (tmp_path / "che.zip").stat().st_size
    assert {"BATDAU.html", "index.html", "search.html", "en/index.html"} <= files(folder)
    assert wrong_sums(folder) == []
    assert dead_links(folder) == []
    done = subprocess.run(["sha256sum", "-c", "--quiet", "SHA256SUMS.txt"], cwd=folder, check=False)
    assert done.returncode == 0


def test_names_fit_every_stick(ocop: Call, project: Path, tmp_path: Path) -> None:
    packed(ocop, project, "--out", str(tmp_path / "stick"))

    names = files(tmp_path / "stick")
    parts = {part for name in names for part in name.split("/")}
    assert len({name.lower() for name in names}) == len(names)
    assert max(map(len, names)) < 200
    assert not any(set(part) & set('<>:"\\|?*') or part[-1] in ". " for part in parts)
    assert not {part.split(".")[0].lower() for part in parts} & {"con", "prn", "aux", "nul"}
    capitals = {name.split("/")[0] for name in names if name != name.lower()}
    assert capitals - {"static"} == {"P", "BATDAU.html", "SHA256SUMS.txt"}


def test_the_same_content_and_day_give_the_same_bytes(
    ocop: Call, project: Path, tmp_path: Path
) -> None:
    packed(ocop, project, "--out", str(tmp_path / "one.zip"), "--jobs", "1")
    for path in project.rglob("*.yaml"):
        os.utime(path, (1, 1))
    packed(ocop, project, "--out", str(tmp_path / "two.zip"), "--jobs", "3")

    assert (tmp_path / "one.zip").read_bytes() == (tmp_path / "two.zip").read_bytes()
    with zipfile.ZipFile(tmp_path / "one.zip") as archive:
        entries = archive.infolist()
    assert {one.date_time for one in entries} == {(2026, 11, 21, 0, 0, 0)}
    assert {one.external_attr >> 16 for one in entries} == {0o100644}
    names = [one.filename for one in entries]
    assert names == [*sorted(names[:-1]), "SHA256SUMS.txt"]


def test_folder_and_zip_hold_the_same(ocop: Call, project: Path, tmp_path: Path) -> None:
    packed(ocop, project, "--out", str(tmp_path / "a.zip"), "--out", str(tmp_path / "a"))
    unpacked = unzipped(tmp_path / "a.zip", tmp_path / "b")

    assert files(unpacked) == files(tmp_path / "a")
    sums = [(folder / "SHA256SUMS.txt").read_bytes() for folder in (unpacked, tmp_path / "a")]
    assert sums[0] == sums[1]


def test_every_page_says_its_day_and_offers_nothing_to_save(
    ocop: Call, project: Path, tmp_path: Path
) -> None:
    packed(ocop, project, "--out", str(tmp_path / "stick"))

    start = (tmp_path / "stick/BATDAU.html").read_text("utf-8")
    page = (tmp_path / f"stick/en/products/{TEA}.html").read_text("utf-8")
    assert "Chốt ngày 21/11/2026" in start
    assert "As of 21 November 2026" in start
    assert "3 sản phẩm" in start
    assert "2 producers" in start
    assert 'href="en/index.html"' in start
    assert "An edition to carry along, as of 21 November 2026." in page
    assert 'href="../../BATDAU.html"' in page
    assert naming(tmp_path / "stick", "data-offline=", "offline.html") == {}
    assert not {"sw.js", "offline.html", "offline/vi.json"} & files(tmp_path / "stick")


def test_a_province_comes_without_a_trace_of_the_others(
    ocop: Call, project: Path, tmp_path: Path
) -> None:
    told = packed(ocop, project, "--province", "Thanh Hóa", "--out", str(tmp_path / "stick"))
    stick = tmp_path / "stick"

    assert told["products"] == 2
    assert {name for name in files(stick) if name.startswith("products/")} == {
        *(f"products/{one}.html" for one in ("index", TEA, HONEY)),
    }
    assert naming(stick, COFFEE, COFFEE_MAKER, "Cà phê buôn gió", "Y Bhăm", "cho-rieng") == {}
    assert naming(stick, "tin-chung", "Hai đặc sản", ">A2<") == {}
    assert {f"producers/{TEA_MAKER}.html", "fairs/cho-ca-hai.html", "news/tin-che.html"} <= files(
        stick
    )
    assert "Tỉnh, thành phố: Thanh Hóa" in (stick / "BATDAU.html").read_text("utf-8")
    assert dead_links(stick) == []


def test_a_story_keeps_its_words_where_a_link_has_lost_its_end(
    ocop: Call, project: Path, tmp_path: Path
) -> None:
    packed(ocop, project, "--product", TEA, "--out", str(tmp_path / "stick"))

    story = (tmp_path / "stick/pages/gioi-thieu.html").read_text("utf-8")
    assert f'Xem thức uống buổi sáng, <a href="../products/{TEA}.html"' in story
    assert "và trang này." in story


def test_a_fair_is_taken_with_its_booths_and_no_other_fair(
    ocop: Call, project: Path, tmp_path: Path
) -> None:
    told = packed(ocop, project, "--fair", "cho-ca-hai", "--out", str(tmp_path / "stick"))

    fairs = {name for name in files(tmp_path / "stick") if name.startswith("fairs/")}
    assert told["products"] == 2
    assert fairs == {"fairs/index.html", "fairs/cho-ca-hai.html"}
    assert naming(tmp_path / "stick", HONEY, "cho-rieng") == {}


def test_one_language_stands_at_the_root(ocop: Call, project: Path, tmp_path: Path) -> None:
    packed(ocop, project, "--language", "en", "--out", str(tmp_path / "stick"))

    page = (tmp_path / f"stick/products/{TEA}.html").read_text("utf-8")
    assert "Misty hill tea" in page
    assert '<html lang="en"' in page
    assert f'rel="canonical" href="https://ocop.example/en/products/{TEA}.html"' in page
    assert not (tmp_path / "stick/en").exists()
    assert "Chốt ngày" in (tmp_path / "stick/BATDAU.html").read_text("utf-8")
    assert dead_links(tmp_path / "stick") == []


def test_every_address_of_an_edition_without_the_first_language_is_one_of_the_site(
    ocop: Call, tmp_path: Path
) -> None:
    (tmp_path / "p").mkdir()
    config = CONFIG.replace("[vi]", "[vi, en, ko]")
    folder = written(tmp_path / "p", {**SMALL, "config.yaml": config})
    packed(ocop, folder, "--language", "en", "--language", "ko", "--out", str(tmp_path / "stick"))

    said = {
        path: re.findall(r'rel="canonical" href="([^"]*)"', (tmp_path / path).read_text("utf-8"))
        for path in ("stick/products/che.html", "stick/ko/products/che.html")
    }
    url = re.findall(r"url: (\S+)", config)[0].rstrip("/")
    assert list(said.values()) == [
        [f"{url}/products/che.html"],
        [f"{url}/ko/products/che.html"],
    ]


def test_photos_come_in_fewer_sizes_where_the_edition_must_be_small(
    ocop: Call, project: Path, tmp_path: Path
) -> None:
    whole = packed(ocop, project, "--out", str(tmp_path / "whole.zip"))["out"][0]["bytes"]
    told = packed(
        ocop, project, "--max-size", f"{whole - 200_000}", "--out", str(tmp_path / "stick.zip")
    )
    stick = unzipped(tmp_path / "stick.zip", tmp_path / "stick")

    assert told["dropped"][:2] == ["previews", "1600"]
    assert (tmp_path / "stick.zip").stat().st_size <= whole - 200_000
    photos = {name for name in files(stick) if name.startswith("photos/")}
    assert photos
    assert not any("-share" in name or "-1600" in name for name in photos)
    assert dead_links(stick) == []
    assert wrong_sums(stick) == []


def test_no_place_holds_more_than_was_asked_for(ocop: Call, project: Path, tmp_path: Path) -> None:
    out = ("--out", str(tmp_path / "a.zip"), "--out", str(tmp_path / "a"))
    small, large = sorted(one["bytes"] for one in packed(ocop, project, *out)["out"])
    limit = large - 200_000
    assert small < limit

    told = packed(ocop, project, *out, "--max-size", str(limit))

    assert told["dropped"]
    assert all(one["bytes"] <= limit for one in told["out"])


def test_what_cannot_be_that_small_is_not_written(
    ocop: Call, project: Path, tmp_path: Path
) -> None:
    (tmp_path / "old.zip").write_bytes(b"yesterday's")

    assert refused(ocop, project, "--max-size", "20KB", "--out", str(tmp_path / "old.zip")) == [
        "OCOP680"
    ]
    assert files(tmp_path) == {"old.zip"}
    assert (tmp_path / "old.zip").read_bytes() == b"yesterday's"


def test_a_full_disk_leaves_what_was_there(ocop: Call, project: Path, tmp_path: Path) -> None:
    (tmp_path / "old.zip").write_bytes(b"yesterday's")
    packed(ocop, project, "--dry-run")  # what is kept from build to build is there already

    with small_files():
        shown = ocop("pack", "--out", str(tmp_path / "old.zip"), folder=project)

    assert shown.code == 1
    assert files(tmp_path) == {"old.zip"}
    assert (tmp_path / "old.zip").read_bytes() == b"yesterday's"
    assert not (project / ".ocop/pack/tree").exists()


def test_a_dry_run_writes_nothing_and_comes_near(ocop: Call, project: Path, tmp_path: Path) -> None:
    foretold = packed(ocop, project, "--dry-run", "--out", str(tmp_path / "a.zip"))["bytes"]

    assert files(tmp_path) == set()
    told = packed(ocop, project, "--out", str(tmp_path / "a.zip"), "--out", str(tmp_path / "a"))
    for kind, made in zip(("zip", "folder"), told["out"], strict=True):
        assert foretold[kind] == pytest.approx(made["bytes"], rel=0.03)


def test_people_are_told_how_large_it_is_and_what_photos_do_without(
    ocop: Call, project: Path, tmp_path: Path
) -> None:
    small = ("pack", "--lang", "en", "--max-size", "1MB", "--today", DAY)
    foretold = ocop(*small, "--dry-run", folder=project).out.splitlines()[-1]
    told = ocop(*small, "--out", str(tmp_path / "a.zip"), folder=project).out

    without = "To fit, photos are without: pictures for link previews, width 1600"
    assert re.match(
        r"3 products: about [01]\.\d MB as a zip file, \d\.\d MB as a folder\.", foretold
    )
    assert without in foretold
    assert without in told
    assert re.search(r"3 products, \d+ files: .*a\.zip \([01]\.\d MB; unpacked \d\.\d MB\)\.", told)


def test_without_a_name_an_edition_is_dated_and_spares_the_one_before(
    ocop: Call, project: Path, tmp_path: Path
) -> None:
    where = ("--project", str(project), "--product", TEA, "--language", "vi")
    for _ in range(2):
        packed(ocop, tmp_path, *where)

    assert files(tmp_path) == {f"ocop-{DAY}.zip", f"ocop-{DAY}-2.zip"}


def test_a_folder_of_somebody_else_is_left_alone(ocop: Call, project: Path, tmp_path: Path) -> None:
    (tmp_path / "usb").mkdir()
    (tmp_path / "usb/luan-van.docx").write_bytes(b"3 years")

    assert refused(ocop, project, "--product", TEA, "--out", str(tmp_path / "usb")) == ["OCOP681"]
    assert files(tmp_path) == {"usb/luan-van.docx"}


def test_an_edition_gives_way_to_the_next(ocop: Call, project: Path, tmp_path: Path) -> None:
    stick = tmp_path / "stick"
    first = packed(ocop, project, "--product", COFFEE, "--out", str(stick))
    second = packed(ocop, project, "--product", TEA, "--out", str(stick))

    assert [told["out"][0]["replaced"] for told in (first, second)] == [False, True]
    assert not (stick / f"products/{COFFEE}.html").exists()
    assert wrong_sums(stick) == []
    assert [path.name for path in tmp_path.iterdir()] == ["stick"]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--max-size", "big"), "--max-size"),
        (("--max-size", "0"), "--max-size"),
        (("--language", "ko"), "vi, en"),
        (("--out", "content/goi.zip"), "content/"),
        (("--out", "config.yaml"), "config.yaml"),
        (("--out", "a.zip", "--out", "./a.zip"), "--out"),
        (("--product", "che-doi-suon"), TEA),
        (("--fair", "cho-ca"), "cho-ca-hai"),
    ],
)
def test_wrong_use_is_told_and_writes_nothing(
    ocop: Call, project: Path, arguments: tuple[str, ...], said: str
) -> None:
    before = files(project)
    shown = ocop("pack", *arguments, folder=project)

    assert shown.code == 2
    assert said in shown.err
    assert {name for name in files(project) - before if not name.startswith(".ocop/")} == set()


def test_a_choice_of_nothing_is_told(ocop: Call, project: Path, tmp_path: Path) -> None:
    asked = ("--province", "Thanh Hóa", "--producer", COFFEE_MAKER)

    assert refused(ocop, project, *asked, "--out", str(tmp_path / "a.zip")) == ["OCOP620"]
    assert files(tmp_path) == set()
