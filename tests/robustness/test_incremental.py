"""However a project came to be as it is: its site is the one that a clean build makes."""

import datetime as dt
import os
import shutil
from dataclasses import replace
from pathlib import Path

import hypothesis.strategies as st
from hypothesis import HealthCheck, Phase, given, settings

from ocop.build import build_project
from ocop.remembered import memory_of, remembered
from ocop.request import Request
from support.photo_files import encoded, scene
from support.project import PRODUCER, project

SOAK = bool(os.environ.get("OCOP_SOAK"))
DAYS = (dt.date(2026, 11, 21), dt.date(2026, 11, 22), dt.date(2027, 6, 1))
CONFIG = "title: {title}\nurl: https://ocop.example/\nlanguages: [vi, en]\n"
PRODUCT = """\
name: {name}
set: {set}
producer: htx
origin: {{commune: xã Bình Sơn, district: huyện Triệu Sơn, province: tỉnh Thanh Hóa}}
recognitions: [{{stars: 4, date: 2024-05-30, decision: 1/QĐ-UBND, authority: UBND tỉnh Thanh Hóa}}]
"""
IDS = ("a", "b", "c")
WORDS = ("Chè", "Mật ong", "Mắm")

EDITS = st.one_of(
    st.tuples(st.just("product"), st.sampled_from(IDS), st.sampled_from(WORDS), st.integers(1, 26)),
    st.tuples(st.just("story"), st.sampled_from(IDS), st.sampled_from(WORDS)),
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


def write(path: Path, text: str) -> None:
    """Write a text file and the folders above it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")


def edit(request: Request, step: tuple[object, ...], photos: tuple[bytes, bytes]) -> Request:
    """Do what an editor, a clock or a careless hand would do."""
    root = request.project
    kind, *args = step
    folder = root / "content/products" / str(args[0] if args else "")
    match kind:
        case "product":
            write(folder / "product.yaml", PRODUCT.format(name=args[1], set=args[2]))
        case "story" if folder.exists():
            write(folder / "story.vi.md", f"Chuyện của **{args[1]}**.\n")
        case "delete":
            shutil.rmtree(folder, ignore_errors=True)
        case "rename" if folder.exists():
            shutil.rmtree(folder.with_name("renamed"), ignore_errors=True)
            folder.rename(folder.with_name("renamed"))
        case "touch" if folder.exists():
            (folder / "product.yaml").touch()
        case "photo" if folder.exists():
            (folder / "anh.jpg").write_bytes(photos[int(str(args[1]))])
            text = (folder / "product.yaml").read_text("utf-8").partition("photos:")[0]
            write(folder / "product.yaml", f"{text}photos: [{{file: anh.jpg, alt: Ảnh}}]\n")
        case "title":
            write(root / "config.yaml", CONFIG.format(title=args[0]))
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


def harm(cache: Path, how: str) -> None:
    """Remove the private folder, or spoil every file of what builds remember."""
    if how == "drop":
        shutil.rmtree(cache, ignore_errors=True)
    for path in sorted((cache / "state").glob("*")):
        path.write_bytes(path.read_bytes()[:-7] + b"garbage")


def files(site: Path) -> dict[str, bytes]:
    """Every file of a site."""
    return {
        path.relative_to(site).as_posix(): path.read_bytes()
        for path in sorted(site.rglob("*"))
        if path.is_file()
    }


@settings(
    max_examples=200 if SOAK else 10,
    phases=[Phase.explicit, Phase.generate],  # each example is several builds
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(steps=st.lists(EDITS, min_size=2, max_size=5))
def test_any_history_of_edits_leaves_the_site_of_a_clean_build(
    tmp_path: Path, steps: list[tuple[object, ...]]
) -> None:
    root = tmp_path / "run"
    shutil.rmtree(root, ignore_errors=True)
    root.mkdir()
    photos = (encoded(scene(800, 600), "JPEG"), encoded(scene(640, 480), "JPEG"))
    project(
        root,
        {
            "content/producers/htx/producer.yaml": PRODUCER,
            "content/products/a/product.yaml": PRODUCT.format(name="Chè", set=11),
            "config.yaml": CONFIG.format(title="OCOP"),
        },
    )
    request = Request(root, DAYS[0])
    for step in [("nothing",), *steps]:
        request = edit(request, step, photos)
        memory = memory_of(request)
        result = remembered(request, memory) or build_project(request, memory=memory)

        assert not [one for one in result.diagnostics if one.severity == "error"]

        fresh = tmp_path / "fresh"
        shutil.rmtree(fresh, ignore_errors=True)
        build_project(replace(request, out=fresh))

        assert files(root / "site") == files(fresh)
