"""Templates of a project: they replace ours, and their faults are the project's."""

import pickle
from pathlib import Path

import pytest
from msgspec.structs import replace

from ocop.pages import plan
from ocop.pages.artifact import Artifact
from ocop.pages.site import Site
from ocop.pages.template_faults import TemplateFault, check_templates
from ocop.paths import SitePath
from support.small_site import TEMPLATES, product, site

HOME = Artifact(SitePath("index.html"), "home", ("vi",))


def with_own(folder: Path, files: dict[str, str]) -> Site:
    """A site with templates of its own."""
    for name, content in files.items():
        path = folder / "templates" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content, "utf-8")
    base = site(products=[product("mat-ong")])
    return replace(base, templates=(str(folder / "templates"), str(TEMPLATES)))


def test_a_projects_part_replaces_the_built_in_one(tmp_path: Path) -> None:
    here = with_own(tmp_path, {"parts/footer.html": "<footer>{{ title }}!</footer>"})

    assert "<footer>Đặc sản OCOP!</footer>" in plan.make(here, HOME).decode()


def test_an_unknown_value_is_a_fault_at_its_line(tmp_path: Path) -> None:
    here = with_own(tmp_path, {"parts/footer.html": "<footer>\n{{ slogan }}\n</footer>"})
    with pytest.raises(TemplateFault) as caught:
        plan.make(here, HOME)
    fault = caught.value.diagnostic

    assert (fault.path, fault.line, fault.code) == ("templates/parts/footer.html", 2, "OCOP511")
    assert "slogan" in fault.args["error"]


def test_a_fault_survives_the_way_from_a_worker(tmp_path: Path) -> None:
    here = with_own(tmp_path, {"parts/footer.html": "{{ slogan }}"})
    with pytest.raises(TemplateFault) as caught:
        plan.make(here, HOME)

    assert pickle.loads(pickle.dumps(caught.value)).diagnostic == caught.value.diagnostic


def test_all_unreadable_templates_are_found_before_anything_is_made(tmp_path: Path) -> None:
    here = with_own(
        tmp_path,
        {"pages/a.html": "{% if x %}\n", "pages/b.html": "ok", "parts/c.html": "\n\n{{ x"},
    )

    assert [(one.path, one.code) for one in check_templates(here.templates)] == [
        ("templates/pages/a.html", "OCOP510"),
        ("templates/parts/c.html", "OCOP510"),
    ]


def test_a_part_of_a_script_that_nobody_has_is_found_at_its_line(tmp_path: Path) -> None:
    here = with_own(
        tmp_path,
        {"static/js/search/parts.txt": "text\n\nmine\nnobodys\n", "static/js/search/mine.js": ""},
    )
    found = list(check_templates(here.templates))

    assert [(one.path, one.line, one.code) for one in found] == [
        ("templates/static/js/search/parts.txt", 4, "OCOP510")
    ]
    assert found[0].args["error"] == "nobodys.js"


def test_a_fault_of_ours_is_a_bug_not_the_projects(tmp_path: Path) -> None:
    here = replace(with_own(tmp_path, {"x.html": ""}), assets={})

    with pytest.raises(KeyError):
        plan.make(here, HOME)


def test_the_built_in_templates_can_all_be_read() -> None:
    assert list(check_templates((str(TEMPLATES), ""))) == []
