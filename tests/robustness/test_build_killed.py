"""A whole build, killed: what it had decided is finished even by a build of broken content."""

from pathlib import Path

from ocop.build import build_project
from ocop.request import Request
from support.killing import killed_at
from support.project import PRODUCT, SMALL, TODAY, project
from support.publishing import files_in

PAGE = "content/products/che/product.yaml"


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
    seen = set()
    for step in (*range(0, 400, 30), 10**9):  # some 300 steps, of which the last 100 publish
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
