"""However a project came to be as it is: its site is the one that a clean build makes."""

import datetime as dt
import os
import shutil
from collections.abc import Mapping
from functools import cache
from hashlib import sha256
from itertools import count
from pathlib import Path

import hypothesis.strategies as st
import pytest
from hypothesis import HealthCheck, Phase, given, settings
from msgspec.structs import replace

from ocop.build import build_project
from ocop.request import Request
from ocop.ways import build_site
from support.earlier import earlier, led_to, without_earlier
from support.photo_files import encoded, scene
from support.project import PRODUCER, project
from support.publishing import every_file_in

SOAK = bool(os.environ.get("OCOP_SOAK"))
DAYS = (dt.date(2026, 11, 21), dt.date(2026, 11, 22), dt.date(2027, 6, 1), dt.date(2028, 1, 1))
"""Two days in a row, the day after the certificates' end, and the year after."""

OTHERS = {
    "content/producers/htx/producer.yaml": PRODUCER.replace("name: ", "name: {word} "),
    "content/places/tinh/place.yaml": "province: '38'\nstory: Đất của {word}.\n",
    "content/news/tin/news.yaml": "title: Tin {word}\ndate: 2025-03-04\nproducers: [htx]\n",
    "content/fairs/hoi/fair.yaml": (
        "name: Hội {word}\nfrom: 2026-11-21\nto: 2026-11-21\n"
        "booths: [{{number: A1, producers: [htx]}}]\n"
    ),
    "content/programmes/tinh/programme.yaml": (
        "name: Chương trình {word}\narea: {{province: tỉnh Thanh Hóa}}\n"
    ),
    "content/pages/ta/page.yaml": "title: Về {word}\nmenu: 1\nstory: Chữ.\n",
    "templates/parts/card.html": "<p>{word}</p>\n",
    "templates/static/css/site.css": "p {{ color: red }} /* {word} */\n",
    "site/index.html": "{word}",
}
"""Files that hold a word: all kinds of entries, templates, and a page under a careless hand."""

CONFIG = "title: {title}\nurl: https://ocop.example/\nlanguages: {languages}\n"
LANGUAGES = ("[vi, en]", "[vi]")

PRODUCT = """\
name: {name}
set: {set}
producer: htx
aliases: [{aliases}]
draft: {draft}
origin: {{commune: xã Bình Sơn, district: huyện Triệu Sơn, province: tỉnh Thanh Hóa}}
recognitions: [{{stars: 4, date: 2024-05-30, decision: 1/QĐ-UBND, authority: UBND tỉnh Thanh Hóa}}]
"""
IDS = ("a", "b", "c")
WORDS = ("Chè", "Mật ong", "Mắm")

_MOMENTS = count(1_700_000_000)

EDITS = st.one_of(
    st.tuples(st.just("product"), st.sampled_from(IDS), st.sampled_from(WORDS), st.integers(1, 26)),
    st.tuples(st.just("story"), st.sampled_from(IDS), st.sampled_from(WORDS)),
    st.tuples(st.just("other"), st.sampled_from(tuple(OTHERS)), st.sampled_from(WORDS)),
    st.tuples(st.just("without"), st.sampled_from(tuple(OTHERS)[1:-1])),
    st.tuples(st.just("alias"), st.sampled_from(IDS)),
    st.tuples(st.just("draft"), st.sampled_from(IDS)),
    st.tuples(st.just("delete"), st.sampled_from(IDS)),
    st.tuples(st.just("rename"), st.sampled_from(IDS)),
    st.tuples(st.just("touch"), st.sampled_from(IDS)),
    st.tuples(st.just("photo"), st.sampled_from(IDS), st.integers(0, 1)),
    st.tuples(st.just("title"), st.sampled_from(WORDS)),
    st.tuples(st.just("template"), st.sampled_from(WORDS)),
    st.tuples(st.just("today"), st.sampled_from(DAYS)),
    st.tuples(st.just("cache"), st.sampled_from(("drop", "damage"))),
    st.tuples(st.just("site"), st.just("lose")),
    st.tuples(st.just("nothing")),
)


def product(name: str, number: int, aliases: str = "", draft: str = "false") -> str:
    """The document of a product."""
    return PRODUCT.format(name=name, set=number, aliases=aliases, draft=draft)


def write(path: Path, text: str) -> None:
    """Write a text file, as old as no other, and the folders above it.

    What is as young as the build that reads it would be looked at once more by the next.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")
    moment = next(_MOMENTS)
    os.utime(path, (moment, moment))


def edit(request: Request, step: tuple[object, ...], photos: tuple[bytes, bytes]) -> Request:
    """Do what an editor, a clock or a careless hand would do."""
    root = request.project
    kind, *args = step
    folder = root / "content/products" / str(args[0] if args else "")
    match kind:
        case "product":
            write(folder / "product.yaml", product(str(args[1]), int(str(args[2]))))
        case "alias" if folder.exists():
            write(folder / "product.yaml", product("Chè", 4, aliases=f"{args[0]}-cu"))
        case "draft" if folder.exists():
            write(folder / "product.yaml", product("Chè", 4, draft="true"))
        case "other":
            (root / str(args[0])).unlink(missing_ok=True)
            write(root / str(args[0]), OTHERS[str(args[0])].format(word=args[1]))
        case "without":
            without(root / str(args[0]))
        case "story" if folder.exists():
            write(folder / "story.vi.md", f"Chuyện của **{args[1]}**.\n")
        case "delete":
            shutil.rmtree(folder, ignore_errors=True)
        case "rename" if folder.exists():
            shutil.rmtree(folder.with_name("renamed"), ignore_errors=True)
            folder.rename(folder.with_name("renamed"))
            write(folder.with_name("renamed") / "product.yaml", product("Đổi tên", 9))
        case "touch" if folder.exists():
            (folder / "product.yaml").touch()
        case "photo" if folder.exists():
            (folder / "anh.jpg").write_bytes(photos[int(str(args[1]))])
            text = (folder / "product.yaml").read_text("utf-8").partition("photos:")[0]
            write(folder / "product.yaml", f"{text}photos: [{{file: anh.jpg, alt: Ảnh}}]\n")
        case "title":
            _, *others = (root / "config.yaml").read_text("utf-8").splitlines(keepends=True)
            write(root / "config.yaml", "".join((f"title: {args[0]}\n", *others)))
        case "template":
            write(root / "templates/i18n/vi.yaml", f"menu: {{products: {args[0]}}}\n")
        case "today":
            assert isinstance(args[0], dt.date)
            return replace(request, today=args[0])
        case "cache":
            harm(root / ".ocop", str(args[0]))
        case "site":
            (root / "site/index.html").unlink(missing_ok=True)
    return request


def without(path: Path) -> None:
    """Remove a file, and as git does the folder that is empty without it."""
    path.unlink(missing_ok=True)
    if path.parent.is_dir() and not any(path.parent.iterdir()):
        path.parent.rmdir()


def harm(cache: Path, how: str) -> None:
    """Remove the private folder, or spoil every file of what builds remember."""
    if how == "drop":
        shutil.rmtree(cache, ignore_errors=True)
    for path in sorted((cache / "state").glob("*")):
        path.write_bytes(path.read_bytes()[:-7] + b"garbage")


@cache
def shots() -> tuple[bytes, bytes]:
    """Two photos."""
    return encoded(scene(800, 600), "JPEG"), encoded(scene(640, 480), "JPEG")


_CLEAN: dict[bytes, dict[str, bytes]] = {}
"""Sites of projects that were built from nothing, by all that they were built from."""


def clean(request: Request, fresh: Path, bundle: int) -> dict[str, bytes]:
    """The site that the project makes from nothing; the same project makes it but once."""
    root = request.project
    sources = [
        root / "config.yaml",
        *(root / "content").rglob("*"),
        *(root / "templates").rglob("*"),
    ]
    told = sorted((path.relative_to(root), path.read_bytes()) for path in sources if path.is_file())
    digest = sha256(repr((told, request.today, bundle)).encode()).digest()
    if digest not in _CLEAN:
        _CLEAN[digest] = from_nothing(request, fresh)
    return _CLEAN[digest]


def from_nothing(request: Request, fresh: Path) -> dict[str, bytes]:
    """The site that a project makes which has the same files and remembers photos alone."""
    for name in ("content", "templates", "site", ".ocop/state", ".ocop/papers"):
        shutil.rmtree(fresh / name, ignore_errors=True)
    for name in ("content", "templates"):
        if (request.project / name).exists():
            shutil.copytree(request.project / name, fresh / name)
    shutil.copy(request.project / "config.yaml", fresh / "config.yaml")
    assert build_project(replace(request, project=fresh)).pages
    return every_file_in(fresh / "site")


def made(request: Request) -> int:
    """Build, and tell how many files the views made."""
    counts: list[int] = [0]

    def progress(stage: str, _: int, total: int) -> None:
        if stage == "pages":
            counts.append(total)

    assert not build_project(request, progress).diagnostics
    return counts[-1]


def test_a_build_makes_only_what_an_edit_changes(tmp_path: Path) -> None:
    root = project(
        tmp_path,
        {
            "content/producers/htx/producer.yaml": PRODUCER,
            **{f"content/products/{one}/product.yaml": product(one, 11) for one in IDS},
        },
    )
    request = Request(root, DAYS[0])
    everything = made(request)
    tea = root / "content/products/a"

    write(tea / "story.vi.md", "Chuyện mới.\n")
    assert made(request) == 2, "its page and the search"

    (root / "site/stars/4.html").unlink()
    assert made(request) == 1, "what was lost"

    write(root / "site/stars/5.html", "không phải của ta")
    assert made(request) == 1, "what somebody else wrote"

    write(tea / "product.yaml", product("Chè xanh", 11))
    assert 15 < made(request) < everything / 2, "whatever shows its card"

    write(root / "content/producers/htx/producer.yaml", PRODUCER + "hours: 8 giờ\n")
    assert made(request) == 2, "its page and the open data"

    assert made(replace(request, clean=True)) == everything


def test_midnight_makes_only_what_shows_the_day(tmp_path: Path) -> None:
    root = project(
        tmp_path,
        {
            "content/producers/htx/producer.yaml": PRODUCER,
            "content/products/a/product.yaml": product("a", 11),
        },
    )
    request = Request(root, DAYS[0])
    made(request)

    assert made(replace(request, today=DAYS[1])) == 2, "the home page and data/site.json"


@pytest.mark.parametrize("bundle", [120_000, 0])
@pytest.mark.parametrize("part", range(4))  # to share them among processes
@settings(
    max_examples=250 if SOAK else 25,
    phases=[Phase.explicit, Phase.generate],  # each example is several builds
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(steps=st.lists(EDITS, min_size=2, max_size=5))
def test_any_history_of_edits_leaves_the_site_of_a_clean_build(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    part: int,
    bundle: int,
    steps: list[tuple[object, ...]],
) -> None:
    monkeypatch.setattr("ocop.search.index.BUNDLE", bundle)
    monkeypatch.setattr("ocop.search.index.SHARD", 40)
    root = tmp_path / "run"
    shutil.rmtree(root, ignore_errors=True)
    root.mkdir()
    photos = shots()
    project(
        root,
        {
            "content/producers/htx/producer.yaml": PRODUCER,
            "content/products/a/product.yaml": product("Chè", 11),
            "config.yaml": CONFIG.format(title="OCOP", languages=LANGUAGES[part % 2]),
        },
    )
    request = Request(root, DAYS[0])
    for step in [("nothing",), *steps]:
        request = edit(request, step, photos)
        before = every_file_in(root / "site")
        result = build_site(request)

        assert not [one for one in result.diagnostics if one.severity == "error"]
        now = every_file_in(root / "site")
        assert without_earlier(now) == without_earlier(clean(request, tmp_path / "fresh", bundle))
        assert_mid_visit(before, now)


def assert_mid_visit(before: Mapping[str, bytes], now: Mapping[str, bytes]) -> None:
    """Check what is left of an earlier search: that of the site before, or of one before that."""
    changed = any(now.get(path) != before.get(path) for path in ("search/vi.js", "search/en.js"))
    kept = {path: now[path] for path in earlier(now)}
    assert all(before[path] == content for path, content in kept.items())
    if changed:
        assert kept.keys() == led_to(before) - led_to(now)
    else:
        assert kept.keys() == earlier(before)


def test_an_anchor_that_an_own_template_names_is_missed_when_it_goes(tmp_path: Path) -> None:
    files = {
        "content/producers/htx/producer.yaml": PRODUCER,
        "content/products/a/product.yaml": product("Chè", 11),
        "config.yaml": CONFIG.format(title="OCOP", languages=LANGUAGES[0]),
        "templates/pages/page.html": (
            '<!doctype html><html lang="vi"><title>A</title>'
            "<p><a href=\"{{ link('products/index.html') }}#l-c\">C</a></p></html>\n"
        ),
        "content/pages/ve/page.yaml": "title: Về\n",
    }
    request = Request(project(tmp_path, files), DAYS[0])
    assert build_project(request).pages
    write(tmp_path / "content/products/a/product.yaml", product("Mật ong", 11))

    faults = [one for one in build_project(request).diagnostics if one.severity == "error"]

    assert [(one.code, one.args["anchor"]) for one in faults] == [("OCOP532", "l-c")] * 2
