"""Whole builds, killed or run side by side: what was decided is finished, nothing is mixed.

``OCOP_SOAK=1`` kills ten times as often.
"""

import os
import random
import shutil
from collections.abc import Mapping
from pathlib import Path

import pytest

from ocop.build import build_project
from ocop.request import Request
from support.earlier import led_to, without_earlier
from support.killing import at_once, killed_after, killed_at, steps_of
from support.project import CONFIG, PRODUCER, PRODUCT, SMALL, TODAY, project
from support.publishing import Plan, every_file_in, files_in
from support.wholeness import assert_whole

PAGE = "content/products/che/product.yaml"
KILLS = 1000 if "OCOP_SOAK" in os.environ else 100
PUBLISHING = 200
"""So many steps on the disk, the last ones, publish one of the catalogues below, and more if its
search is in parts."""


def build(folder: Path) -> bool:
    """Build a project; tell whether its content is good."""
    return not any(
        found.severity == "error" for found in build_project(Request(folder, TODAY)).diagnostics
    )


def test_a_killed_build_is_finished_by_the_next_one_even_if_that_finds_faults(
    tmp_path: Path,
) -> None:
    folder = project(tmp_path, SMALL)
    product = folder / PAGE
    assert build(folder)
    old = files_in(folder / "site")
    product.write_text(PRODUCT.replace("Chè xanh", "Trà xanh"), "utf-8")
    fresh = tmp_path / "fresh"
    fresh.mkdir()
    assert build(project(fresh, {**SMALL, PAGE: product.read_text("utf-8")}))
    new = files_in(fresh / "site")
    last = steps_of(lambda: build(folder))
    product.write_text(PRODUCT, "utf-8")
    assert build(folder)
    assert files_in(folder / "site") == old
    seen = set()
    for step in (*range(0, last, 60), *range(last - 80, last, 10), 10**9):  # the last 80 publish
        product.write_text(PRODUCT.replace("Chè xanh", "Trà xanh"), "utf-8")
        killed_at(step, lambda: build(folder))
        product.write_text("name: [", "utf-8")
        assert not build(folder)
        found = files_in(folder / "site")
        assert found in (old, new)
        seen.add(found == new)
        product.write_text(PRODUCT, "utf-8")
        assert build(folder)
        assert files_in(folder / "site") == old
    assert seen == {False, True}


def catalogue(word: str, products: str) -> Mapping[str, str]:
    """Return a project whose every page holds ``word``, with a product for each letter."""
    named = {
        f"content/products/{letter}/product.yaml": PRODUCT.replace("Chè", f"Chè {word} {letter}")
        for letter in products
    }
    htx = {"content/producers/htx/producer.yaml": PRODUCER.replace("HTX", f"HTX {word}")}
    return {"config.yaml": CONFIG.replace("OCOP", word), **named, **htx}


CATALOGUES = (catalogue("Một", "abc"), catalogue("Hai", "bcde"))


def clean(folder: Path, files: Mapping[str, str]) -> Plan:
    """Return the site of a project that was never built before, its manifest included."""
    folder.mkdir()
    assert build(project(folder, files))
    return every_file_in(folder / "site")


def put(folder: Path, files: Mapping[str, str]) -> None:
    """Make a project hold other content."""
    shutil.rmtree(folder / "content")
    for name, content in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(content, "utf-8")


@pytest.mark.parametrize(("seed", "bundle"), [(1, 120_000), (2, 0)])
def test_kills_at_random_moments_of_builds_that_change_every_page(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, seed: int, bundle: int
) -> None:
    monkeypatch.setattr("ocop.search.index.BUNDLE", bundle)
    monkeypatch.setattr("ocop.search.index.SHARD", 24)
    sites = [clean(tmp_path / str(n), files) for n, files in enumerate(CATALOGUES)]
    folder, now, kills = tmp_path / "0", 0, 0
    chance = random.Random(seed)
    put(folder, CATALOGUES[1])
    steps = steps_of(lambda: build(folder))
    put(folder, CATALOGUES[0])
    assert build(folder)
    while kills < KILLS:
        put(folder, CATALOGUES[1 - now])
        for _ in range(chance.randint(1, 5)):
            if not killed_somewhere(folder, chance, steps):
                break
            kills += 1
            assert_whole(folder / "site", sites[now], sites[1 - now])
            assert_search_whole(folder / "site", sites[now])
        assert build(folder)
        assert_search_whole(folder / "site", sites[now])
        now = 1 - now
        assert without_earlier(every_file_in(folder / "site")) == without_earlier(sites[now])
        assert not any((folder / ".ocop/publish").iterdir())


def assert_search_whole(site: Path, opened: Plan) -> None:
    """Check that the search works, also that of a page that was opened before."""
    files = files_in(site)
    assert led_to({**opened, **files}) <= files.keys()
    assert led_to(opened) <= files.keys()


def killed_somewhere(folder: Path, chance: random.Random, steps: int) -> bool:
    """Build and be killed before one of its steps, mostly while publishing, or after some time."""
    kind = chance.randrange(4)
    if kind == 0:
        return killed_after(chance.uniform(0.001, 0.2), lambda: build(folder))
    first = 0 if kind == 1 else steps - PUBLISHING
    return killed_at(chance.randrange(first, steps), lambda: build(folder))


def test_builds_at_once_never_mix(tmp_path: Path) -> None:
    files = [{**CATALOGUES[0], "config.yaml": CONFIG.replace("OCOP", word)} for word in ("A", "B")]
    sites = [clean(tmp_path / str(n), one) for n, one in enumerate(files)]
    folder = tmp_path / "0"

    def renamed_and_built(turn: int) -> None:
        draft = folder / f"config.{turn}"
        draft.write_text(files[turn % 2]["config.yaml"], "utf-8")
        draft.replace(folder / "config.yaml")
        assert build(folder)

    for _ in range(KILLS // 20):
        at_once(*(lambda turn=turn: renamed_and_built(turn) for turn in range(4)))
        assert every_file_in(folder / "site") in sites
        assert build(folder)
        words = [one["config.yaml"] for one in files]
        last = words.index((folder / "config.yaml").read_text("utf-8"))
        assert every_file_in(folder / "site") == sites[last]
