"""New words of products reach the site by the short way, and by no other than would be right."""

import os
import shutil
from collections.abc import Callable, Iterator
from itertools import count
from pathlib import Path

import hypothesis.strategies as st
import pytest
from hypothesis import HealthCheck, Phase, given, settings
from msgspec.structs import replace

from ocop.forks import LostWorker
from ocop.pages.views.index import await_from
from ocop.request import BuildResult, Request
from ocop.ways import build_site
from support.earlier import led_to
from support.project import CONFIG, PRODUCER, TODAY, project
from support.short_ways import built_twice, contents, differing, gone_short

KINDS = ("Chè", "Mắm", "Mật", "Miến", "Rượu")
HERE = "{commune: xã Bình Sơn, district: huyện Triệu Sơn, province: tỉnh Thanh Hóa}"
THERE = "{commune: phường Hàm Rồng, district: thành phố Thanh Hóa, province: tỉnh Thanh Hóa}"
_SIGNS = ("UBND tỉnh Thanh Hóa", "UBND tỉnh Thanh Hóa", "Bộ Nông nghiệp và Môi trường")
SOAK = bool(os.environ.get("OCOP_SOAK"))
_MOMENTS = count(1_700_000_000)


def entry(number: int) -> str:
    """The document of a product; those of one kind of goods have one set."""
    kind = number % len(KINDS)
    return (
        f"name: {{vi: {KINDS[kind]} số {number:02}, en: {KINDS[kind]} {number:02}}}\n"
        f"set: {(4, 12, 2, 9, 16)[kind]}\n"
        f"producer: m{number // 9}\n"
        f"origin: {HERE if number % 4 else THERE}\n"
        f"price: {{from: {1000 * (number + 1)}, unit: {{vi: hộp, en: box}}}}\n"
        f"season: [{number % 12 + 1}]\n"
        f"recognitions: [{{stars: {3 + number % 3}, date: 2025-09-{10 + number % 20},"
        f" decision: 1/QĐ, authority: {_SIGNS[number % 3]}}}]\n"
    )


FILES = {
    "config.yaml": CONFIG.replace("[vi]", "[vi, en]"),
    **{f"content/products/sp{n:02}/product.yaml": entry(n) for n in range(110)},
    **{
        f"content/producers/m{n}/producer.yaml": PRODUCER.replace(
            "HTX Bình Sơn", f"{{vi: HTX {n}, en: Maker {n}}}"
        )
        for n in range(13)
    },
    "content/products/sp78/story.vi.md": "Chuyện.\n",
    "content/products/sp78/story.en.md": "A story.\n",
    "content/fairs/cho/fair.yaml": (
        "name: {vi: Chợ, en: Fair}\nfrom: 2026\nbooths: [{number: 1, products: [sp72]}]\n"
    ),
    "content/programmes/ocop/programme.yaml": (
        "name: {vi: Đề án, en: Plan}\narea: {province: tỉnh Thanh Hóa}\n"
    ),
    "content/news/tin/news.yaml": (
        "title: {vi: Tin, en: News}\ndate: 2025-03-04\nproducts: [sp75]\n"
    ),
}

Change = Callable[[Path], object]


def put(path: Path, text: str) -> None:
    """Write a file, as old as no other."""
    path.write_text(text, "utf-8")
    moment = next(_MOMENTS)
    os.utime(path, (moment, moment))


def swap(number: int, old: str, new: str) -> Change:
    """Let a product's document say something else."""

    def change(root: Path) -> None:
        path = root / f"content/products/sp{number}/product.yaml"
        text = path.read_text("utf-8")
        assert old in text
        put(path, text.replace(old, new))

    return change


def both(*changes: Change) -> Change:
    return lambda root: [one(root) for one in changes]


WORDS: dict[str, Change] = {
    "a word more": swap(72, "số 72", "số 72 mới"),
    "another place in its letter": swap(63, "Miến số 63", "Mũ số 63"),
    "a summary": swap(75, "set:", "summary: {vi: Ngon., en: Good.}\nset:"),
    "another price": swap(84, "from: 85000", "from: 9000"),
    "texts, a gift and names for the search": swap(
        87, "set:", "taste: {vi: Ngọt, en: Sweet}\ngift: true\ntags: [quà]\nset:"
    ),
    "name and story": both(
        swap(78, "Miến số", "Miến rừng số"),
        lambda root: put(root / "content/products/sp78/story.vi.md", "Chuyện **mới**.\n"),
    ),
    "story alone": lambda root: put(root / "content/products/sp78/story.vi.md", "Lại mới.\n"),
    "two of one maker": both(swap(93, "số 93", "93"), swap(96, "số 96", "hai 96")),
    "comments": swap(90, "set:", "# Loại\nset:"),
}
MORE: dict[str, Change] = {
    "another letter": swap(72, "vi: Mật", "vi: Nước mật"),
    "another set": swap(75, "set: 4", "set: 5"),
    "another maker": swap(84, "producer: m9", "producer: m1"),
    "stars": swap(87, "stars: 3", "stars: 4"),
    "a former address": swap(93, "set:", "aliases: [sp93-cu]\nset:"),
    "no name in a language": swap(97, ", en: Mật 97}", "}"),
    "a day for a price": swap(90, "unit:", "as_of: 2026-10-10, unit:"),
    "on the home page": swap(50, "số 50", "số 50 mới"),
    "to the show of the kiosk, where it was not": swap(86, "vi: Mắm số 86", "vi: Mắm a"),
    "all sold": both(
        swap(99, "season", "packs: [{vi: Hộp, en: Box}]\nseason"),
        lambda root: put(root / "content/producers/m3/producer.yaml", PRODUCER),
    ),
}


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Request]:
    """A site that was built twice; the tests that change words go on with it in any order."""
    yield from _built(tmp_path_factory)


@pytest.fixture(scope="module")
def changed(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Request]:
    """Another, of the tests that change more than words."""
    yield from _built(tmp_path_factory)


def _built(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Request]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("ocop.search.index.BUNDLE", 0)
        patch.setattr("ocop.search.index.SHARD", 300)
        patch.setattr("ocop.pages.lists.PER_PAGE", 8)
        patch.setattr("ocop.pages.touched.PER_PAGE", 8)
        patch.setattr("ocop.pages.views.places.PER_PAGE", 8)
        patch.setattr("ocop.pages.keys.orders.PER_PAGE", 8)
        patch.setattr("ocop.pages.keys.places.PER_PAGE", 8)
        patch.setattr("ocop.pages.shelves.PER_PAGE", 8)
        patch.setattr("ocop.pages.product_list.PER_PAGE", 8)
        root = project(tmp_path_factory.mktemp("p"), FILES)
        yield built_twice(root, Request(root, TODAY))


@pytest.fixture
def short(monkeypatch: pytest.MonkeyPatch) -> list[BuildResult]:
    return gone_short(monkeypatch)


@pytest.mark.parametrize("change", WORDS)
def test_new_words_of_products_go_the_short_way(
    built: Request, short: list[BuildResult], change: str
) -> None:
    before = contents(built.project / "site")
    WORDS[change](built.project)

    result = build_site(built)

    assert short == [result]
    now = contents(built.project / "site")
    assert all(now[path] == before[path] for path in led_to(before)), "readers in mid-visit"
    assert differing(built) == []


def test_words_that_are_as_they_were_are_told_again(
    built: Request, short: list[BuildResult]
) -> None:
    """Nothing may be kept by what was known of the words in between."""
    swap(81, "số 81", "số 81 mới")(built.project)
    build_site(built)
    swap(81, "số 81 mới", "số 81")(built.project)
    build_site(built)
    assert len(short) == 2

    put(built.project / "config.yaml", FILES["config.yaml"] + "tagline: Ngon\n")
    build_site(built)

    assert len(short) == 2
    assert differing(built) == []


@pytest.fixture
def ahead(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let indexes be begun ahead, also of a small site and beside the threads of a test run."""
    monkeypatch.setattr("ocop.pages.index_ahead._WORTH", 0)
    monkeypatch.setattr("threading.active_count", lambda: 1)


@pytest.mark.usefixtures("ahead")
def test_an_index_that_was_begun_ahead_is_the_same(
    built: Request, short: list[BuildResult], monkeypatch: pytest.MonkeyPatch
) -> None:
    awaited: list[object] = []
    monkeypatch.setattr("ocop.pages.index_ahead.index.await_from", _noting(awaited, await_from))
    shutil.rmtree(built.project / ".ocop")  # else one test more makes the kept index too old
    built_twice(built.project, built)
    swap(81, "số 81", "số 81 mới")(built.project)

    build_site(replace(built, jobs=2))
    swap(81, "số 81 mới", "số 81")(built.project)
    monkeypatch.setattr("ocop.companion.Companion.hear", _lost)
    build_site(replace(built, jobs=2))

    assert (len(short), len(awaited)) == (2, 1)
    assert differing(built) == []


def _noting(calls: list[object], function: Callable[..., None]) -> Callable[..., None]:
    def noted(*values: object) -> None:
        calls.append(values)
        function(*values)

    return noted


def _lost(_: object) -> None:
    raise LostWorker("gone")


@pytest.mark.parametrize("change", MORE)
def test_more_than_words_goes_the_whole_way(
    changed: Request, short: list[BuildResult], change: str
) -> None:
    MORE[change](changed.project)

    result = build_site(changed)

    assert short == []
    assert result.pages
    assert differing(changed) == []


def test_a_name_that_another_product_of_the_maker_has_is_told(
    changed: Request, short: list[BuildResult]
) -> None:
    swap(105, "vi: Chè số 105", "vi: RƯỢU số 104")(changed.project)

    result = build_site(changed)

    assert short == []
    assert "OCOP214" in [one.code for one in result.diagnostics]
    swap(105, "vi: RƯỢU số 104", "vi: Chè số 105")(changed.project)


def renamed(number: int, word: str) -> Change:
    """Let a product have another word at the end of its name."""

    def change(root: Path) -> None:
        path = root / f"content/products/sp{number:02}/product.yaml"
        lines = path.read_text("utf-8").splitlines()
        kind = KINDS[number % len(KINDS)]
        lines[0] = f"name: {{vi: {kind} {word} {number}, en: {kind} {word} {number}}}"
        put(path, "\n".join(lines) + "\n")

    return change


OTHERS = (51, 52, 53, 54, 57, 60, 61, 66, 69, 70, 102, 103, 108, 109)
"""Products that the other tests leave alone."""

EDITS = st.one_of(
    st.builds(renamed, st.sampled_from(OTHERS), st.sampled_from(("a", "mới", "số", "ỷ", "z"))),
    st.builds(
        lambda word: lambda root: put(root / "content/products/sp78/story.vi.md", f"{word}.\n"),
        st.sampled_from(("Một", "Hai", "Ba")),
    ),
    st.sampled_from(("search.bin", "*.site", "*.keys")).map(
        lambda name: lambda root: [one.unlink() for one in (root / ".ocop/state").glob(name)]
    ),
)


@settings(
    max_examples=60 if SOAK else 4,
    phases=[Phase.explicit, Phase.generate],  # each example is several builds
    suppress_health_check=[HealthCheck.function_scoped_fixture],
    deadline=None,
)
@given(steps=st.lists(EDITS, min_size=3, max_size=8))
@pytest.mark.usefixtures("ahead")
def test_any_history_of_words_leaves_the_site_of_a_clean_build(
    built: Request, steps: list[Change]
) -> None:
    for step in steps:
        step(built.project)
        build_site(replace(built, jobs=2))

    assert differing(built) == []
